import { fold } from "@/lib/language/words/fold";
import type { Question } from "../answer";

/** What a visitor asks staff to look after: an order of theirs that they wait for, or something that went wrong. */
export type Trouble = "order" | "complaint";

/**
 * Whether a message asks after an order or complains, in Chinese, English, Japanese or Korean; null for every other
 * one. What may happen (「會壞嗎」, 「如果破了怎麼辦」) is a question like others.
 */
export function readTrouble(message: string): Trouble | null {
  const clauses = fold(message.slice(0, longest))
    .split(/[。?!\n]+/u)
    .filter(
      (clause) => !may.test(clause) && (!asksLeave.test(clause) || own.test(clause) || served.test(clause)),
    );
  const isAny = (forms: readonly RegExp[]) =>
    clauses.some((clause) => forms.some((form) => form.test(clause)));
  if (isAny(orders)) return "order";
  return isAny(complaints) ? "complaint" : null;
}

/**
 * The trouble that the visitor told of last and now asks about without naming it again: 「要怎麼辦」, 「可以換嗎」, an order's
 * number. Null where they ask of something else.
 */
export function troubleBefore({ question, history }: Pick<Question, "question" | "history">): Trouble | null {
  const asked = fold(question.slice(0, longest))
    .replace(/[\s?!。,]+/gu, " ")
    .trim();
  if (!goesOn.test(asked)) return null;
  const last = history.findLast(({ role }) => role === "user");
  return last ? readTrouble(last.content) : null;
}

const goesOn = new RegExp(
  `^(?:${fold("那|所以|然後|請問|現在|我")}){0,4}(?:${fold(
    "(?:要|該|應該|可以|能)?(?:怎麼|如何)(?:辦|處理|弄|做|申請|解決|賠|補救)(?:呢|才好|比較好)?|(?:可以|能|會)(?:直接)?(?:退|換|賠|補|退貨|換貨|退款|退錢|換新的?|換一個|補寄|重寄|賠償)(?:嗎|給我嗎)?|(?:要|需要)?(?:拍照|寄回去?|附照片)(?:嗎)?|(?:找誰|跟誰說|找誰處理)",
  )})$|^(?:what (?:should|can|do) i do(?: now)?|can (?:i|you) (?:get a refund|return it|exchange it|replace it|refund (?:me|it)))$|^(?:${fold("どうすればいいですか|どうしたらいいですか|交換できますか|返品できますか|返金できますか")})$|^(?:어떻게 (?:해야|하면|하나요|해요).{0,6}|(?:교환|환불|반품).{0,8})$|^[a-z]{0,4}-?\\d{4,}$`,
  "u",
);

/**
 * What is looked for of what went wrong, as it is told: documents say 寄錯 and 破損 of any goods, whichever the visitor
 * names. Null where nothing of the goods went wrong.
 */
export function wrongWords(message: string): string | null {
  const said = fold(message.slice(0, longest));
  return wrongs.find(({ form }) => form.test(said))?.words ?? null;
}

const refund = new RegExp(`(?:${fold("退款|退費|退錢|退的錢|退給我")})|\\brefund|${fold("返金")}|환불`, "u");
const wrongs = [
  { form: refund, words: "退款要多久" },
  {
    form: new RegExp(
      `${fold("寄錯|送錯|給錯|發錯|出錯貨|裝錯|不是我訂的|寄成|送成")}|\\bwrong (?!with)\\w+|${fold("間違った|違う(?:商品|もの)")}|(?:잘못|다른) ?(?:된 )?(?:상품|물건|제품|게|것)`,
      "u",
    ),
    words: "寄錯 退換",
  },
  {
    form: new RegExp(
      `${fold("少寄|少送|少給|少了|少一|漏寄|漏送|漏了|缺件|缺了|沒寄到")}|\\bmissing\\b|${fold("足りない|足りません|入っていな")}|(?:빠졌|빠져|부족|누락)`,
      "u",
    ),
    words: "少寄 漏寄 缺件",
  },
  {
    form: new RegExp(
      `${fold("破|裂|碎|摔|壞|爛|斷|凹|刮|缺角|漏")}|\\b(?:broken|damaged|cracked|smashed|shattered|leaking|torn)\\b|${fold("割れ|壊れ|破損|破れ|欠け|漏れ")}|(?:깨|파손|부서|고장)`,
      "u",
    ),
    words: "破損 收到 怎麼處理",
  },
  {
    form: new RegExp(
      `${fold("異味|怪味|臭|發霉|有霉|變質|受潮|過期|蟲|頭髮|異物|蟑螂|髒|瑕疵")}|\\b(?:mou?ldy|spoiled|smells?|expired|dirty|defective|bugs?|insects?)\\b|${fold("変な|カビ|虫|腐|不良")}|(?:곰팡이|벌레|냄새|상했|불량|이상한 맛)`,
      "u",
    ),
    words: "瑕疵 異味 退換",
  },
] as const;
/** What went wrong with goods. */
const faults = [...wrongs.slice(1).map(({ form }) => form), new RegExp(fold("故障|損毀"), "u")];

/** What is looked for in the documents for who asks after an order: each bot has other words of these. */
export const orderWords = "查詢訂單 包裹 配送進度 物流單號 多久會到";
export const complaintWords = "瑕疵 破損 退換 補寄";

/** Whether what documents say is how to follow an order. */
export function tracksOrder(text: string): boolean {
  return tracking.test(fold(text.slice(0, longestQuote)));
}

/**
 * Whether what documents say is on what a complaint is of: of how people were served where complaints are taken or, for
 * who wants their money back, what is refunded; of harm who answers for it, of all else what went wrong. What to do
 * with broken goods is no answer to 「電話都打不通」.
 * @param above the title and the headings that it stands under
 */
export function fitsComplaint(message: string, text: string, above = ""): boolean {
  const said = fold(message.slice(0, longest));
  const quote = fold(text.slice(0, longestQuote));
  if (harm.test(said)) return answering.test(quote);
  if (!isOfService(said)) return handling.test(quote);
  if (taking.test(quote)) return true;
  const [first = ""] = quote.split(clauseEnd);
  const isOfRefund = refund.test(`${fold(above.slice(0, longestQuote))}\n${quote}`);
  return refund.test(said) && isOfRefund && !faults.some((fault) => fault.test(first));
}

/** Whether a complaint is of how people were served, and of nothing that was sold: 「我要退費 店員態度差」. */
export function isOfService(message: string): boolean {
  const said = fold(message.slice(0, longest));
  const rest = said.replace(worthless, " ");
  return served.test(said) && !faults.some((fault) => fault.test(rest));
}

/** Whether such a complaint is looked for as a refund, and nothing else is quoted. */
export function wantsRefund(message: string): boolean {
  return isOfService(message) && refund.test(fold(message.slice(0, longest)));
}

/** 「破損請拍照，我們退費」 is on what is broken; 「七天內可以退貨，有瑕疵也可以換」 is not. */
const clauseEnd = /[，,。；;：:]/u;

const staff = fold(
  "店員|櫃台|櫃檯|客服|員工|人員|司機|醫師|醫生|護士|護理師|藥師|老師|教練|師傅|老闆|店長|助理|服務生",
);
const unkind = fold("兇|沒禮貌|不耐煩|惡劣|差勁|臭臉|不理人|不理我|罵我|罵人|吼我|白眼");
const unkindly = new RegExp(
  `^(?!.*(?:${fold("嗎|會不會|如果|兇不兇")})).*(?:${staff}).{0,8}(?:${unkind})|\\b(?:staff|clerk|driver|waiter|waitress|cashier|receptionist|employee|teacher|doctor|nurse)s?\\b.{0,16}\\b(?:rude|impolite|unfriendly|yelled)\\b|\\brude (?:staff|clerk|driver|waiter|waitress|cashier|employee)|(?:${fold("店員|スタッフ|対応|接客|態度")}).{0,6}(?:${fold("悪い|悪かった|ひどい|ひどかった|失礼|最悪")})`,
  "u",
);
const served = new RegExp(
  `(?:${staff}|${fold("服務|態度|包裝|口味|味道|環境|速度|流程|網站|系統|出餐")}).{0,8}(?:${fold("差|爛|糟|惡劣|(?<!好)不好|很慢|太慢|不理|不佳|不滿|失望")})|${fold("沒人理|沒有人回|沒人回|都沒回|都不回|沒人接|打不通|不接電話|已讀不回")}|\\b(?:terrible service|bad service|nobody answers)\\b|${unkindly.source}|(?:서비스|직원|태도).{0,8}(?:별로|나쁘|최악|불친절)`,
  "u",
);
const worthless = new RegExp(fold("(?:很|好|太|超|真|有夠)?爛(?:死了?|透了?|爆了?)?"), "gu");
const taking = new RegExp(`${fold("客訴|申訴|投訴|意見|反映|反應問題|檢舉")}|\\b(?:complain|feedback)`, "u");
const answering = new RegExp(fold("賠|責任險|保險|就醫|送醫|醫藥費"), "u");

const tracking = new RegExp(
  `${fold("物流單號|貨運單號|追蹤碼|查件|貨態|配送進度|出貨進度|訂單狀態|訂單查詢|查詢訂單|我的訂單|訂單編號")}|(?:${fold("查詢|查看|追蹤")}).{0,8}(?:${fold("訂單|包裹|物流|進度|配送")})|\\b(?:track|order status|tracking)|${fold("追跡|注文履歴|配送状況")}`,
  "u",
);

/** What has to do with things that went wrong: a price of what is broken does not. */
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
const asksLeave = new RegExp(
  fold(
    "(?:可以|能|需要|要不要).{0,10}嗎|(?:受潮|發霉|過期|變形|褪色|掉色|生鏽|縮水|卡住|變硬|變黃)(?:了|掉)?(?:的話)?(?:要|該|應該)?(?:怎麼|如何)(?:辦|救|處理)",
  ),
  "u",
);
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
  new RegExp(
    `^(?!.*${fold("排隊|候位|客滿")}).*(?:${fold("等(?:很|好|超|那麼|這麼)久")})(?:${fold("了|喔|欸|啊|耶")}|[\\s!,]|$)`,
    "u",
  ),
  new RegExp(
    `(?:${fold("到底|是|有|都|東西|貨|訂單|包裹|我的")}).{0,4}(?:${fold("寄|出貨|寄出|送|送出|發貨|到")})(?:${fold("了沒|沒|了沒有|了嗎")})$`,
    "u",
  ),
  new RegExp(
    `(?:${fold("超商|便利商店|店員|司機|物流|宅配|郵差|管理員|警衛")})(?:${fold("說|講|表示|那邊說|跟我說")}).{0,3}(?:${fold("沒有|沒|找不到|查不到|查無|沒看到")}).{0,4}(?:${fold("包裹|貨|東西|件|訂單|$")})`,
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
  "壞|破|裂|碎|爛(?!死)|枯|斷了|斷掉|斷裂|掉漆|脫膠|脫落|褪色|掉色|生鏽|縮水|模糊|漏水|漏出|故障|瑕疵|發霉|過期|變質|異味|怪味|臭|髒|刮傷|受潮|損壞|損毀|變形|沒反應|不能用|打不開|缺角|凹|融化|融掉|融了|都融|化掉|退冰|爆開|爆掉|少一|少了|缺了|不對|不一樣|有蟲|長蟲|蟲子|頭髮|異物|蟑螂",
);
/** What somebody had of what was eaten or done. */
const harm = new RegExp(
  `^(?!.*(?:${fold("會|如果|可以|怕|以前|平常")})).*(?:${fold("吃|喝|用|擦|穿|戴|做|打|剪|洗|染|按|燙")})(?:${fold("了|完|過")}).{0,14}(?:${fold("拉肚子|吐了|一直吐|不舒服|過敏了|全身過敏|起疹|紅腫|發炎|受傷|流血|送醫|急診|食物中毒")})`,
  "u",
);
const complaints = [
  new RegExp(
    `(?:${fold("收到|拿到|寄來|送來|打開|買的|買回來|訂的|租的|我的|你們的|這個|這次|昨天|今天|剛")}).{0,12}(?:${wrong})`,
    "u",
  ),
  new RegExp(
    `(?:${fold("東西|商品|杯子|瓶子|盒子|包裝|茶|貨|機器|產品|餐點|蛋糕|飯|麵|菜")})(?:${fold("葉|包|罐|盒|凍|點")})?(?:${fold("寄到的時候|到的時候|來的時候|收到的時候|送到的時候|都|已經|全部|全|就")}){0,3}(?:${fold("裡面|裡頭|裡|上面|上|中|內")})?.{0,3}(?:${wrong})(?:${fold("了|掉|的|損|,|!|太")}|\\s|$)`,
    "u",
  ),
  new RegExp(
    `(?:${fold("印|做|洗|修|剪|染|烤|改|裝")})(?:${fold("出來|回來|好|完")}).{0,10}(?:${wrong})`,
    "u",
  ),
  new RegExp(`${fold("才")}.{1,10}${fold("就")}.{0,4}(?:${wrong})`, "u"),
  new RegExp(`^(?:${fold("壞|破|裂|碎|斷")})(?:${fold("掉了|掉|了")})[!！。～~]*$`, "u"),
  harm,
  // What visitors mistyped themselves is theirs to change.
  new RegExp(
    `^(?!${fold("我")}).*(?:${fold("寫|印|刻|包|配|剪|染|弄|修|裝訂")})${fold("錯")}(?:${fold("了|字|名字|顏色|尺寸|日期|$")})`,
    "u",
  ),
  new RegExp(
    `(?:${fold("寄|送|給|發|出|裝|做|算|扣")})(?:${fold("錯")})(?:${fold("了|東西|商品|款|顏色|尺寸|地址|人|貨|口味|我|錢|$")})`,
    "u",
  ),
  new RegExp(`(?:${fold("少|漏|缺")})(?:${fold("寄|送|給|裝|放")})`, "u"),
  new RegExp(
    `(?:${fold("服務|態度|店員|客服|品質|衛生|出餐|包裝|口味|味道|環境|速度|流程|網站|系統")}).{0,6}(?:${fold("差(?!別|異|不多|額)|爛|糟|惡劣|(?<!好)不好(?!意思)|很慢|太慢|不佳|不滿|失望")})`,
    "u",
  ),
  new RegExp(
    `(?:${fold("退款|退費|退錢|退的錢|款項")}).{0,10}(?:${fold("還沒|一直沒|都沒|遲遲沒|沒收到|沒下來|沒入帳|沒看到|沒進來|沒退")})|(?:${fold("還沒|一直沒|都沒|到現在沒")}).{0,3}(?:${fold("退款|退費|退錢|退給我")})`,
    "u",
  ),
  new RegExp(
    fold(
      "被騙|多扣|重複扣款|重複刷|重複收|多收|溢收|沒人理|沒有人回|沒人回|都沒回|都不回|沒人接|打不通|很失望|太離譜|要檢舉|告你們|告死你們|提告|消保官|消保會|消基會|找律師|報警|上法院|爆料",
    ),
    "u",
  ),
  unkindly,
  /(?:받은|받았|배송된|도착한|산|구매한|상품|물건|컵|병|상자|제품).{0,14}(?:깨|파손|부서|불량|고장|상했|새|더럽|이상)|(?:잘못|다른) ?(?:된 )?(?:상품|물건|제품|게|것)(?:이|을|를)? ?(?:왔|받)|(?:서비스|직원|태도).{0,8}(?:별로|나쁘|최악|불친절)/u,
  /\b(?:arrived|came|is|was|are|were|it's|its|got|received)\b.{0,16}\b(?:broken|damaged|wrong|cracked|spoiled|expired|mou?ldy|defective|leaking|dirty|missing|torn)\b|\b(?:got|received|sent me|delivered) (?:me )?(?:the |a )?wrong \w+|\bwrong (?:item|one|order|product|size|colou?r)|\b(?:does ?n[o']?t|did ?n[o']?t|not|stopped) work(?:ing)?\b|\bsmells? (?:bad|off|weird|strange|funny)|\bmissing (?:item|part|piece)|\b(?:overcharged|charged (?:me )?twice|double charged)|\bterrible service\b/u,
  new RegExp(
    fold(
      "(?:届いた|もらった|受け取った|買った|商品|カップ|箱).{0,12}(?:壊れ|割れ|破れ|破損|汚れ|欠け|違|不良|漏れ)|変な(?:味|匂い|臭い|におい)|間違った(?:商品|もの)|違う(?:商品|もの)が",
    ),
    "u",
  ),
];
