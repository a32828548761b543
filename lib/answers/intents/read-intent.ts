import { fold } from "@/lib/language/words/fold";

/** What a visitor wants to do who says no more than the verb: 「怎麼買」, "how do I get there". */
export type Intent = {
  /** What is looked for in the documents. */
  words: string;
  /** What the title, a heading or a question says of the section on it, folded. */
  names: RegExp;
  /** What they say of another one. */
  others: RegExp | null;
  /** As the visitor names it, folded: a heading that has it is on it as well; "" where that is little to know it by. */
  verb: string;
  /** What tells it in the text itself, where nothing is named after it: an address for who asks how to get there. */
  tells?: RegExp;
};

/**
 * The intent of a question that names nothing but what to do; null for every other one. Chinese, English and Japanese.
 */
export function readIntent(question: string): Intent | null {
  const asked = fold(question.slice(0, longest))
    .replace(/[^\p{L}\p{N}\s']+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  if (asked === "" || asked.length > longestFolded) return null;
  const verb = asked.replace(light, "").replace(/\s+/gu, " ").trim();
  const isHow = how.test(asked);
  const row = intents.find(({ verbs, foreign }) => (isHow && verbs.test(verb)) || foreign.test(asked));
  return row
    ? { ...row.intent, verb: /^\p{Script=Han}{1,4}$/u.test(verb) && !vague.test(verb) ? verb : "" }
    : null;
}

/** Whether a text is on what is to be done, and on nothing else of the kind. */
export function isOn({ names, others }: Intent, text: string): boolean {
  const folded = fold(text.slice(0, longestText));
  return names.test(folded) && !others?.test(folded);
}

/** The same of a heading, of which a part may be on it: 「訂購與退貨」. */
export function isOnePart(intent: Intent, heading: string): boolean {
  return heading
    .slice(0, longestText)
    .split(partsOf)
    .some((part) => isOn(intent, part));
}

const partsOf = /[\n、，,/／&＋+]|(?<=.{2})[與与和及跟](?=.{2})| and /u;

/** UTF-16 units. */
const longestText = 4_000;
/** UTF-16 units: nobody says nothing in more. */
const longest = 200;
const longestFolded = 60;

/** Parts of too many other words. */
const vague = new RegExp(`^[${fold("去來到走點約還換取買付")}]$`, "u");
const how = new RegExp(fold("怎麼|怎樣|怎麽|如何|要去哪|去哪裡|在哪裡|哪裡可以|哪邊可以|步驟|流程"), "u");
/** What goes with a verb and names nothing. */
const light = new RegExp(
  `${fold(
    "沒有?開車|不開車|不會開車|沒有?車|[搭坐](?:捷運|公車|火車|高鐵|客運|大眾運輸)|請問一下|想請問|請問|想問一下|想問|不好意思|你好|您好|怎麼樣|怎麼|怎麽|怎樣|如何|應該|可以|要去哪裡|要去哪|去哪裡|去哪|在哪裡|哪裡|哪邊|步驟|流程|是什麼|才能|才可以|能不能|比較好|比較快|東西|商品|產品|一下|的話|你們那裡|你們那邊|你們店裡|店裡|你們家|你們店|你們的|你們|線上|網路上|在網路|在網站|網站上|那邊|那裡|這邊|直接|自己|大家|客人",
  )}|[${fold("我你您要想該能會那這的了嗎呢啊吧喔耶呀欸唷跟向先再就才們")}]`,
  "gu",
);

/** Folded. */
const address = new RegExp(
  `[${fold("市區鄉鎮村里")}]\\s?[\\p{Script=Han}]{1,8}[${fold("路街道巷")}].{0,10}?\\d{1,5}\\s?${fold("號")}`,
  "u",
);

type Row = { verbs: RegExp; foreign: RegExp; intent: Omit<Intent, "verb"> };

const row = (
  verbs: string,
  foreign: string,
  { words, names, others = "", tells }: { words: string; names: string; others?: string; tells?: RegExp },
): Row => ({
  verbs: new RegExp(`^(?:${fold(verbs)})$`, "u"),
  foreign: new RegExp(`^(?:${foreign})$`, "u"),
  intent: {
    words,
    names: new RegExp(fold(names), "u"),
    others: others === "" ? null : new RegExp(fold(others), "u"),
    ...(tells && { tells }),
  },
});

const request =
  "(?:しますか|するの|できますか|いいですか|[はを]?教えてください|[はを]?教えて|は?何ですか|ですか)?";
const i = "how (?:do|can|could|would|should) (?:i|we|you|people|one) ";
const ask = (verbs: string) => `(?:${i}|how to |where (?:do|can) i |steps to )(?:${verbs})(?: please)?`;
/** 「返品できますか」 asks whether one may, not how. */
const doing = (verbs: string) =>
  fold(
    `(?:${verbs})の?(?:方法|仕方|やり方)${request}|(?:どうやって|どうすれば|どのように|どこで)(?:${verbs})${request}|(?:${verbs})[はを]?(?:どうやって|どうすれば|どのように)${request}`,
  );

const intents: readonly Row[] = [
  row(
    "買|訂|訂購|購買|下單|下訂|訂貨|點餐|點|購物|採買|選購",
    `${ask("order|buy|purchase|place an order|shop|make an order|order (?:online|here|from you)|buy (?:something|online|here|from you|it)")}|${doing("注文|購入|オーダー")}`,
    {
      words: "怎麼訂購 購買 下單 購物流程 訂購方式",
      names:
        "訂購|購買|選購|下單|下訂|購物|怎麼買|怎麼訂|如何買|點餐|訂餐|訂貨|網購|\\border|\\bbuy|purchas|注文|購入",
      others: "取消|修改|更改|退|企業|團購|大量|優惠|紀錄|證明|須知事項",
      tells: new RegExp(
        `${fold("購物車|購物籃|線上下單|線上訂購|線上購買|網路下單|網路訂購")}|[${fold("按點")}]「?(?:${fold("購買|訂購|下單|結帳")})|add to (?:your |the )?(?:cart|basket|bag)|カートに|買い物かご`,
        "u",
      ),
    },
  ),
  row(
    "去|來|到|走|過去|過來|走過去|到達|前往|搭車去|坐車去|開車去|搭車|坐車|開車|搭車來",
    `${ask("get there|get to (?:you|your [a-z]+|the [a-z]+)|find you|reach your [a-z]+|come to (?:you|your [a-z]+)")}|directions(?: please)?|${fold(`(?:行き方|アクセス)${request}`)}`,
    {
      words:
        "交通 怎麼去 怎麼到 地址 捷運 公車 位置 門市 路 街 號 where we are finding us directions address street",
      names:
        "交通|怎麼去|怎麼到|怎麼走|怎麼來|如何到|前往|路線|地址|位置|在哪|地圖|access|direction|where we are|find(?:ing)? us|get(?:ting)? here|location|アクセス|行き方",
      others: "信箱|收件|送貨|退貨",
      tells: address,
    },
  ),
  row(
    "取消|退訂",
    `${ask("cancel|cancel (?:it|my order|my booking|an order)")}|${doing("キャンセル|取り消し")}`,
    {
      words: "取消 取消訂單 取消預約",
      names: "取消|cancel|キャンセル",
      others: "電子報|訂閱",
    },
  ),
  row(
    "預約|訂位|預定|預訂|掛號|約|約時間|約診|訂房",
    `${ask("book|reserve|make a (?:reservation|booking)|book a [a-z]+|make an appointment|get an appointment")}|${doing("予約")}`,
    {
      words: "怎麼預約 訂位 預訂 掛號 訂房",
      names: "預約|訂位|預定|預訂|掛號|約診|訂房|\\bbook|reserv|appointment|予約",
      others: "取消|改期|修改|更改|退",
    },
  ),
  row(
    "報名|參加|上課|加入課程",
    `${ask("sign up|enroll?|register|join(?: the class)?|take part")}|${doing("申し込み|参加")}`,
    {
      words: "怎麼報名 報名方式 參加 預約",
      names: "報名|招生|參加|sign ?up|enrol|regist|申し込み",
      others: "取消|退|資格",
    },
  ),
  row(
    "加入|註冊|入會|加會員|加入會員|申請會員|辦會員",
    `${ask("become a member|join|create an account|sign up")}|${doing("会員登録|入会")}`,
    {
      words: "加入會員 註冊 入會",
      names: "加入會員|加入|註冊|入會|申辦|會員申請|membership|会員登録",
      others: "退出|刪除|取消",
    },
  ),
  row(
    "付|付款|付錢|付費|繳|繳費|繳錢|結帳|匯款|轉帳|買單",
    `${ask("pay|make a payment|check ?out")}|${doing("支払い|お支払い")}`,
    {
      words: "付款方式 繳費 怎麼付 支付 現金 轉帳",
      names: "付款|繳費|支付|怎麼付|結帳|繳款|payment|\\bpay|支払",
      others: "失敗|退|逾期|遲",
      tells: new RegExp(`[${fold("收可")}](?:${fold("付|刷|用")})?(?:${fold("現金|信用卡|轉帳|匯款")})`, "u"),
    },
  ),
  row(
    "退|退貨|退款|退錢|退費|退回|辦退貨|申請退貨|申請退款|申請退費",
    `${ask("return|return (?:it|an item|something|things)|get a refund|send (?:it|something) back")}|${doing("返品|返金")}`,
    {
      words: "怎麼申請退貨 退貨流程 退款 退費",
      names: "退貨|退換|退款|退費|鑑賞期|猶豫期|\\breturn|refund|返品",
      others: "不能退|無法退|不接受|發票",
    },
  ),
  row("換|換貨|更換|換尺寸", `${ask("exchange|exchange (?:it|an item)|swap")}|${doing("交換")}`, {
    words: "怎麼換貨 退換貨",
    names: "換貨|退換|更換|exchange|交換",
    others: "不能換|無法換",
  }),
  row(
    "聯絡|聯繫|連絡|連繫|找|找人|聯絡客服|聯絡店家",
    `${ask("contact (?:you|someone|support|the shop)|reach (?:you|someone)|get in touch")}|${doing("連絡|問い合わせ")}`,
    {
      words: "聯絡方式 怎麼聯絡 電話 客服 信箱",
      names: "聯絡|聯繫|連絡|客服|contact|連絡先|問い合わせ",
      others: "時間",
    },
  ),
  row(
    "領|領取|取貨|取件|拿|拿貨|領貨|自取|取",
    `${ask("pick (?:it |them |up )?up|pick up|collect(?: it)?")}|${doing("受け取り")}`,
    {
      words: "取貨 領取 自取",
      names: "取貨|領取|取件|自取|領件|pick ?up|collect|受け取り",
      others: "付款",
    },
  ),
  row(
    "借|借書|租|租借|借用",
    `${ask("borrow|rent|borrow books?|rent (?:one|it)")}|${doing("借り|レンタル")}`,
    {
      words: "怎麼借 租借 借閱 租用",
      names: "借閱|租借|租用|出租|怎麼借|怎麼租|借書|借用|borrow|rent|貸出|レンタル",
      others: "歸還|逾期|遺失|續借",
    },
  ),
  row("還|歸還|還書|還車", `${ask("return books?|give (?:it )?back")}`, {
    words: "歸還 還書 還車",
    names: "歸還|還書|還車|歸還地點",
    others: "逾期|遺失|晚還",
  }),
];
