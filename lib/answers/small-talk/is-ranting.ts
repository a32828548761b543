import { fold } from "@/lib/language/words/fold";

/**
 * Whether a message is angry at who answers, beside whatever else it says: 「你們這什麼爛客服啦問什麼都不會」. For what no document has
 * an answer to: who is angry and asks something gets that.
 */
export function isRanting(message: string): boolean {
  return angry.test(fold(message.slice(0, longest)));
}

/** UTF-16 units: a message is no longer. */
const longest = 1_200;
const angry = new RegExp(
  `${fold(
    "(?:什麼|這種|你們|這).{0,3}[爛鳥廢鬼](?:客服|機器人|店|公司|服務|系統|網站|態度|東西|回答|茶|貨|品質)|(?:問|說|講)(?:什麼|甚麼)?都(?:不會|不知道|不懂|沒用|答不出|說不知道)|什麼都(?:不會|不知道|不懂|答不出)|聽不懂|講半天|問半天|說半天|講那麼多|答非所問|鬼打牆|雞同鴨講|浪費.{0,4}時間|有夠(?:爛|扯|差|廢|慢|煩)|[太很超真][的]?(?:扯|爛|廢|誇張|離譜|糟糕|失望|生氣|火大|不爽)|爛[透死爆]|氣死|傻眼|火大|不爽|再也不(?:買|來|會)|不會再(?:買|來)|什麼態度|什麼服務|搞什麼|搞屁|三小|靠[北腰杯]|他媽|媽的|垃圾(?:店|公司|客服|機器人|服務)|騙錢|黑店|爛店",
  )}|\\b(?:useless|terrible|horrible|worst|ridiculous|awful|pathetic|garbage|wtf|bullshit|fed up|waste of (?:my )?time)\\b|${fold("ふざけ|使えない|役に立たない|最悪|最低な|ひどすぎ|腹が立")}|짜증|최악|쓸모없|답답하|어이없|못 알아`,
  "u",
);
