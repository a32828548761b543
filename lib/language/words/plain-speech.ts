/**
 * A question typed as people talk in Taiwan, as it would be written: without what only opens it (「欸」, 「啊」), with the
 * particle that asks where another stands for it (「運費咧」, 「可以退喔」, 「有開齁」), and with single 注音 letters as the words they
 * stand for (「可以ㄇ」). Other texts stay as they are.
 */
export function plainSpeech(message: string): string {
  if (message.length > longest || !/\p{Script=Han}/u.test(message)) return message;
  const spelled = message.replace(letter, (one, at: number) =>
    spell(one, /^[\s\p{P}]*$/u.test(message.slice(at + 1))),
  );
  return withoutGreeting(spelled)
    .split(clauses)
    .map((piece) => (/^[\s\p{P}~～]*$/u.test(piece) ? piece : plainClause(piece)))
    .join("");
}

/** Without the greeting before a question and the thanks behind it, where something is left. */
function withoutGreeting(message: string): string {
  const left = message.replace(greeting, "").replace(thanks, "");
  return /[\p{L}\p{N}]{2}/u.test(left) ? left : message;
}

const greeting =
  /^(?:(?:早安|午安|晚安|安安|哈[囉啰嘍喽]|嗨|[你您]好)[\s,，~～!！。]{1,4}){1,3}(?:(?:[請请][問问]|想[請请][問问]|想[問问])一下[喔哦啊]?[\s,，]{1,3})?(?:[那這这][個个][\s,，….]{1,6})?/u;
const thanks = /[\s,，。!！?？]{1,4}(?:[謝谢]{2}|感[謝谢]|感恩)[你您]{0,2}[\s~～!！。]{0,4}$/u;

/** UTF-16 units: a message is no longer. */
const longest = 1_200;
/** The clauses and what stands between them. */
const clauses = /([\s,，。.!！?？、;；:：~～…\n]+)/u;
const letter = /(?<!\p{Script=Bopomofo})[ㄅ-ㄩ](?!\p{Script=Bopomofo})/gu;

function spell(one: string, isLast: boolean): string {
  return (isLast ? lastLetters[one] : letters[one]) ?? one;
}

const letters: Readonly<Record<string, string>> = {
  ㄅ: "不",
  ㄇ: "嗎",
  ㄉ: "的",
  ㄊ: "他",
  ㄋ: "你",
  ㄌ: "了",
  ㄍ: "個",
  ㄐ: "就",
  ㄧ: "一",
  ㄚ: "啊",
  ㄛ: "喔",
  ㄟ: "欸",
};
const lastLetters: Readonly<Record<string, string>> = { ...letters, ㄅ: "吧", ㄋ: "呢" };

function plainClause(clause: string): string {
  let said = clause
    .replace(opens, "")
    .replace(pointing, "$1")
    .replace(/是有(?=[^\s]{2})/u, "有")
    .replace(/怎(?=[算辦办買买賣卖訂订去用付退換换泡弄走約约報报做寄領领掛挂])/gu, "怎麼");
  if (asks.test(said)) return said.replace(asksToo, "呢").replace(adds, "") || clause;
  said = said.replace(asksToo, "呢").replace(isSo, "嗎");
  if (may.test(said)) said = said.replace(/[喔哦噢嘛馬吧]$/u, "嗎");
  return said.replace(adds, "") || clause;
}

/** 「阿你們」 and 「蛤那」 only sigh; 「阿里山」, 「阿嬤」 and 「蛤蜊」 are names. */
const asksOn =
  "[你妳您我他她它這这那所有沒没可要會会能是不怎什甚哪幾几多為为因如就還还也都請请想再到]|現在|现在|今天|明天|昨天|星期|禮拜|礼拜|週[一二三四五六日末]|周[一二三四五六日末]|運費|运费|押金|訂金|订金|電話|电话|地址|價|价|停車|停车|發票|发票|營業|营业|付款|退|換|换|預約|预约";
/** What a clause opens with and says nothing by. */
const opens = new RegExp(
  `^(?:欸欸?|誒|ㄟ|呃|嗯|啊|(?:阿|蛤)(?=${asksOn})|喔|哦|唉|想說|話說|對了|拜託){1,6}(?=[^\\s]{2})`,
  "u",
);
/** 「請問那個高山烏龍」 points at nothing that was said. */
const pointing = /^((?:我?想)?(?:請|请)?[問问](?:一下)?)(?:那個|就是|說)(?=\p{Script=Han}{3})/u;
const asks =
  /多少|[幾几]|怎|什[麼么]|甚麼|哪|[誰谁]|多久|是不是|有[沒没]有|能不能|可不可以|[會会]不[會会]|要不要|[嗎吗]|呢/u;
const may = /可以|能|[會会]|有|要|是/u;
const asksToo = /(?:咧|捏|勒|嘞)$/u;
const isSo = /(?:齁|吼|厚|對吧|對不對|是吧)$/u;
const adds = /(?<=\S{2})(?:啦|欸|耶|唷|呦|蛤|啊|喔|哦|噢|齁|吼|哩){1,6}$/u;
