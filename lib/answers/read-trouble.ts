import { fold } from "@/lib/language/words/fold";

/** What a visitor asks staff to look after: an order of theirs that they wait for, or something that went wrong. */
export type Trouble = "order" | "complaint";

/**
 * Whether a message asks after an order or complains, in Chinese, English, Japanese or Korean; null for every other one. What may
 * happen (「會壞嗎」, 「如果破了怎麼辦」) is a question like others.
 */
export function readTrouble(message: string): Trouble | null {
  const clauses = fold(message.slice(0, longest))
    .split(/[。?!\n]+/u)
    .filter((clause) => !may.test(clause) && (!asksLeave.test(clause) || own.test(clause)));
  const isAny = (forms: readonly RegExp[]) =>
    clauses.some((clause) => forms.some((form) => form.test(clause)));
  if (isAny(orders)) return "order";
  return isAny(complaints) ? "complaint" : null;
}

/** What is looked for in the documents for who asks after an order: each bot has other words of these. */
export const orderWords = "查詢訂單 包裹 配送進度 物流單號 多久會到";
export const complaintWords = "瑕疵 破損 退換 補寄";

/** Whether what documents say is how to follow an order. */
export function tracksOrder(text: string): boolean {
  return tracking.test(fold(text.slice(0, longestQuote)));
}

const tracking = new RegExp(
  `${fold("物流單號|貨運單號|追蹤碼|查件|貨態|配送進度|出貨進度|訂單狀態|訂單查詢|查詢訂單|我的訂單|訂單編號")}|(?:${fold("查詢|查看|追蹤")}).{0,8}(?:${fold("訂單|包裹|物流|進度|配送")})|\\b(?:track|order status|tracking)|${fold("追跡|注文履歴|配送状況")}`,
  "u",
);

/** Whether what documents say has to do with things that went wrong: a price of what is broken does not. */
export function handlesComplaint(text: string): boolean {
  return handling.test(fold(text.slice(0, longestQuote)));
}

const handling = new RegExp(
  `${fold("退|換|補寄|補發|補送|賠|保固|維修|修理|送修|檢修|故障|瑕疵|破損|損壞|損毀|毀損|壞|破|客訴|申訴|投訴|反映|反應|救援|報修|處理")}|\\b(?:refund|return|exchange|replace|repair|warrant|broken|damage|defect|complain)|${fold("返品|交換|返金|修理|保証|破損|不良")}`,
  "u",
);
/** UTF-16 units. */
const longestQuote = 4_000;

/** UTF-16 units: a message is no longer. */
const longest = 1_200;

const may = new RegExp(
  `${fold("如果|要是|假如|萬一|會不會|容不容易|容易|怕|擔心|會|以免|避免|防止|怎麼避免")}.{0,6}${fold(
    "(?:壞|破|裂|漏|碎|發霉|過期|受潮|寄錯|不見|延誤|沒收到|收不到)",
  )}|\\bif\\b.{0,30}\\b(?:broken|damaged|late|lost|wrong|break|breaks|arrive)|${fold("(?:壊れ|割れ|届かな).{0,4}(?:たら|場合)")}`,
  "u",
);

/** 「受潮了可以救嗎」 asks what may be, 「收到的破了可以換嗎」 complains. */
const asksLeave = new RegExp(fold("(?:可以|能|需要|要不要).{0,10}嗎"), "u");
const own = new RegExp(fold("收到|寄|送|你們|我的|買的|訂的|租的"), "u");

const goods = fold(
  "訂單|包裹|東西|商品|(?<![退換取出到補進訂])貨|快遞|宅配|禮盒|我訂的|我買的|我的|下單|訂了|買了|付款|付了|匯款",
);
const orders = [
  new RegExp(
    `(?:${goods}).{0,14}(?:${fold("還沒|一直沒|都沒|沒有|怎麼還沒|怎麼沒|遲遲沒|還不")}).{0,4}(?:${fold("到|來|收|寄|出貨|送|下文|消息")})`,
    "u",
  ),
  new RegExp(
    `(?:${fold("還沒|一直沒|都沒|到現在沒|到現在都沒|遲遲沒")})(?:${fold("有")})?(?:${fold("收到|寄來|送來|到貨|寄到|送到|拿到")})(?!.{0,6}${fold("簡訊|驗證|信|發票|點數")})`,
    "u",
  ),
  new RegExp(
    `(?:${fold("查|查詢|查一下|查查|追蹤|確認")}).{0,6}(?:${fold("我的|這張|這筆|一下")})?.{0,4}(?:${fold("訂單|包裹|貨態|物流進度|出貨進度")})`,
    "u",
  ),
  new RegExp(
    `(?:${fold("訂單|包裹|我的貨|我的東西|(?<![退換取出到補進訂])貨")}).{0,6}(?:${fold("到哪|在哪|進度|狀態|出貨了嗎|寄出了嗎|寄了嗎|寄出了沒|出貨了沒|何時到|什麼時候到|什麼時候來|什麼時候會到")})`,
    "u",
  ),
  new RegExp(
    `(?:${fold("等了|已經等|等很久|等好久|等超久")}).{0,8}(?:${fold("天|週|禮拜|星期|月|還沒|都沒")})`,
    "u",
  ),
  new RegExp(`(?:${fold("訂單編號|訂單號碼|訂單")})[\\s:#：]{0,4}[a-z]{0,4}\\d{4,}`, "u"),
  /\bwhere(?: is|'s|s)? (?:is )?my (?:order|package|parcel|stuff|delivery|item)|\b(?:order|package|parcel|delivery|item)s?\b.{0,20}\b(?:has ?n[o']?t|have ?n[o']?t|did ?n[o']?t|never|not|still)\b.{0,12}\b(?:arrive|arrived|come|came|shipped|here|delivered)|\b(?:track|check)\b.{0,10}\b(?:my|an|the|order)\b.{0,10}\b(?:order|package|parcel)?|\bhave ?n[o']?t (?:received|got)|\bnever (?:arrived|came|received)|\border (?:status|number)\b/u,
  new RegExp(
    fold(
      "(?:注文|荷物|商品|品物).{0,12}(?:届か|届いてい?ませ|届いてい?な|来ませ|来ない|どこ|追跡|状況)|まだ(?:届|来)|届いていません|届きません",
    ),
    "u",
  ),
  /(?:주문|배송|택배|물건|상품|소포).{0,14}(?:안 ?왔|안 ?와|도착하지|도착 ?안|못 ?받|언제 ?(?:와|오|도착)|어디(?:에|쯤)? ?(?:있|왔))|아직 ?(?:안 ?왔|못 ?받|도착)|(?:주문|배송) ?(?:조회|확인|상태)/u,
];

const wrong = fold(
  "壞|破|裂|碎|漏水|漏出|故障|瑕疵|發霉|過期|變質|異味|怪味|臭|髒|刮傷|受潮|損壞|損毀|變形|沒反應|不能用|打不開|缺角|凹|少一|少了|缺了|不對|不一樣|有蟲|長蟲|蟲子|頭髮|異物|蟑螂",
);
const complaints = [
  new RegExp(
    `(?:${fold("收到|拿到|寄來|送來|打開|買的|買回來|訂的|租的|我的|你們的|這個|這次|昨天|今天|剛")}).{0,12}(?:${wrong})`,
    "u",
  ),
  new RegExp(
    `(?:${fold("東西|商品|杯子|瓶子|盒子|包裝|茶|貨|機器|產品|餐點|蛋糕|飯|麵|菜")})(?:${fold("葉|包|罐|盒")})?(?:${fold("裡面|裡頭|裡|上面|上|中|內")})?.{0,3}(?:${wrong})(?:${fold("了|掉|的|損|,|!|太")}|\\s|$)`,
    "u",
  ),
  new RegExp(`^(?:${fold("壞|破|裂|碎")})(?:${fold("掉了|掉|了")})[!！。～~]*$`, "u"),
  new RegExp(
    `(?:${fold("寄|送|給|發|出|裝|做|算|扣")})(?:${fold("錯")})(?:${fold("了|東西|商品|款|顏色|尺寸|地址|人|貨|口味|我|錢|$")})`,
    "u",
  ),
  new RegExp(`(?:${fold("少|漏|缺")})(?:${fold("寄|送|給|裝|放")})`, "u"),
  new RegExp(
    `(?:${fold("服務|態度|店員|客服|品質|衛生|出餐")}).{0,6}(?:${fold("差|爛|糟|惡劣|不好|很慢|不佳|不滿|失望")})`,
    "u",
  ),
  new RegExp(
    fold(
      "被騙|多扣|重複扣款|重複刷|重複收|多收|溢收|沒人理|沒有人回|都沒回|都不回|沒人接|打不通|很失望|太離譜|要檢舉",
    ),
    "u",
  ),
  /(?:받은|받았|배송된|도착한|산|구매한|상품|물건|컵|병|상자|제품).{0,14}(?:깨|파손|부서|불량|고장|상했|새|더럽|이상)|(?:잘못|다른) ?(?:된 )?(?:상품|물건|제품|게|것)(?:이|을|를)? ?(?:왔|받)|(?:서비스|직원|태도).{0,8}(?:별로|나쁘|최악|불친절)/u,
  /\b(?:arrived|came|is|was|are|were|it's|its|got|received)\b.{0,16}\b(?:broken|damaged|wrong|cracked|spoiled|expired|mou?ldy|defective|leaking|dirty|missing|torn)\b|\bwrong (?:item|one|order|product|size|colou?r)|\b(?:does ?n[o']?t|did ?n[o']?t|not|stopped) work(?:ing)?\b|\bsmells? (?:bad|off|weird|strange|funny)|\bmissing (?:item|part|piece)|\b(?:overcharged|charged (?:me )?twice|double charged)|\bterrible service\b/u,
  new RegExp(
    fold(
      "(?:届いた|もらった|受け取った|買った|商品|カップ|箱).{0,12}(?:壊れ|割れ|破れ|破損|汚れ|欠け|違|不良|漏れ)|変な(?:味|匂い|臭い|におい)|間違った(?:商品|もの)|違う(?:商品|もの)が",
    ),
    "u",
  ),
];
