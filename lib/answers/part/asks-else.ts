import { wordings } from "@/lib/knowledge/query/reword-question";
import type { BotSearch } from "@/lib/knowledge/search/search-bot";
import { fold } from "@/lib/language/words/fold";
import type { ExtractedAnswer } from "../extract/extract-answer";
import { piecesOrTimeForm } from "../extract/extract-expected";
import { foldedText } from "../extract/folded-text";
import { tableAround } from "../extract/layout/tables-of";
import { speak } from "../saying/speak";
import type { Telling } from "../telling/read-telling";

/**
 * Whether a question asks something else of the thing that is quoted than is told of it: which one it is, one of two of
 * which nothing is said, what another branch does, how long something lasts that no column is on.
 */
export function asksElse(
  question: string,
  search: BotSearch,
  { quotes }: ExtractedAnswer,
  telling: Telling,
): boolean {
  const asked = fold(question.slice(0, longest)).replace(/[\s\p{P}]{1,6}$/u, "");
  const lines = quotes.flatMap((quote) => speak(search, quote)).flatMap((one) => one.split("\n"));
  const said = lines.map(fold).join("\n");
  return (
    asksAbsent(asked, said, telling.absent.map(fold)) ||
    asksUnnamed(asked, said) ||
    asksNeither(asked, said) ||
    asksOfBranch(asked, said) ||
    asksOfOtherRow(asked, search, quotes) ||
    asksOtherSpan(question, asked, search, quotes) ||
    asksOtherDeed(question, said, search, quotes) ||
    asksOtherCount(asked, said)
  );
}

/** UTF-16 units. */
const longest = 200;

/** What stands nowhere is what may be done with the thing (「可以指定禮儀師嗎」), or what has it (「結婚有補助嗎」). */
function asksAbsent(asked: string, said: string, absent: readonly string[]): boolean {
  const clause = asked.split(/[\s,，。;；]/u).at(-1) ?? "";
  const object = mayDo.exec(clause)?.groups?.object ?? "";
  const subject = hasIt.exec(clause)?.groups?.subject ?? "";
  return absent.some(
    (one) =>
      one.length > 1 &&
      (object.endsWith(one) || subject.endsWith(one)) &&
      ![...wordings.othersOf(one)].some((other) => said.includes(other)),
  );
}

const mayDo = new RegExp(
  `(?:${fold("可以|可不可以|能不能|能|會講|會說|會做|會教")})(?<object>[^\\s\\p{P}]{2,10})[${fold("嗎嘛")}]$`,
  "u",
);
const hasIt = new RegExp(
  `^(?<subject>\\p{Script=Han}{2,8}?)(?:${fold("有沒有|會有|有")})(?:${fold("補助|津貼|優惠|折扣|打折|保固|保險|贈品")}|[${fold("洗賣修租教送收")}][${fold("嗎嘛")}]$)`,
  "u",
);

/** Which one is asked, and nothing is said to be it: 「指定醫院是哪一間」 beside 「到指定醫院開報告」. */
function asksUnnamed(asked: string, said: string): boolean {
  const { thing = "", who = "" } = which.exec(asked)?.groups ?? {};
  if (thing === "" && who === "") return false;
  const at = said.indexOf(thing || who);
  return at < 0 || !names.test(said.slice(at + (thing || who).length));
}

const which = new RegExp(
  `(?<thing>\\p{Script=Han}{2})(?:${fold("是|在|叫")})?(?:${fold("哪")}${fold("一")}?(?:[${fold("間家位本支款台所部隻牌國")}](?!\\p{Script=Han})|${fold("國")})|${fold("什麼名字|什麼牌子")})|(?<who>\\p{Script=Han}{2})${fold("是誰")}$`,
  "u",
);
const names = new RegExp(`^\\S{0,2}(?:[：:（(、]|${fold("是|為|叫|有")})`, "u");

/** One of two is asked, and neither is said: 「驗光師是男的還女的」. */
function asksNeither(asked: string, said: string): boolean {
  const { one, other } = either.exec(asked)?.groups ?? {};
  return one !== undefined && other !== undefined && !said.includes(one) && !said.includes(other);
}

const either = new RegExp(
  `${fold("是")}(?<one>\\p{Script=Han}{1,4}?)${fold("的")}?${fold("還")}${fold("是")}?(?<other>\\p{Script=Han}{1,4}?)${fold("的")}?[${fold("呢啊")}]?$`,
  "u",
);

/** A branch is asked of, and no line on it tells what is asked: 「民雄店可以停車嗎」 beside 「民雄分店：建國路 66 號」. */
function asksOfBranch(asked: string, said: string): boolean {
  const { name, deed } = branch.exec(asked)?.groups ?? {};
  if (name === undefined || deed === undefined) return false;
  const words = [deed, ...wordings.othersOf(deed)];
  return !said.split("\n").some((line) => line.includes(name) && words.some((word) => line.includes(word)));
}

const branch = new RegExp(
  `^(?:${fold("請問|想問|你們|那")})?(?!${fold("有|沒|實體|哪")})(?<name>\\p{Script=Han}{2,4}?)(?:${fold("分店|店|門市|分館|館|分校|校區|院區|那間|那家")})(?:${fold("可以|能|可不可以|能不能|有沒有|有")})(?<deed>\\p{Script=Han}{2})[${fold("嗎嘛")}]$`,
  "u",
);

/** Two names of rows stand in a question, and no row has both: 「豪雅的多焦點」 beside 「豪雅單光」 and 「國產多焦點」. */
function asksOfOtherRow(asked: string, { passages }: BotSearch, quotes: ExtractedAnswer["quotes"]): boolean {
  const { first, second } = ofTwo.exec(asked)?.groups ?? {};
  const [quote] = quotes;
  const passage = passages[quote?.passage ?? -1];
  if (!first || !second || !quote || !passage) return false;
  const rows = tableAround(passage, quote.best ?? quote)?.table.rows.map(({ subject }) => fold(subject.text));
  if (!rows) return false;
  const has = (name: string) => rows.some((row) => row.includes(name));
  return has(first) && has(second) && !rows.some((row) => row.includes(first) && row.includes(second));
}

const ofTwo = new RegExp(
  `^(?:${fold("請問|想問|你們|那")})?(?<first>\\p{Script=Han}{2,4})${fold("的")}(?<second>\\p{Script=Han}{2,5}?)(?:${fold("一")}?[${fold("副台個支盒份")}])?(?:${fold("要|是|大概")})?(?:${fold("多少|價格|費用|幾元|幾塊|怎麼賣|怎麼算")})`,
  "u",
);

/** How long something takes or lasts is asked of a row whose spans of time are in columns on other things. */
function asksOtherSpan(
  question: string,
  asked: string,
  { passages }: BotSearch,
  quotes: ExtractedAnswer["quotes"],
): boolean {
  const [quote] = quotes;
  const passage = passages[quote?.passage ?? -1];
  if (!quote || !passage || !howLong.test(asked)) return false;
  const around = tableAround(passage, quote.best ?? quote);
  const form = piecesOrTimeForm(question);
  if (!around?.row || !around.table.columns || !form) return false;
  const told = around.row.cells.flatMap(({ text }, at) => {
    const { name = "", unit = "" } = around.table.columns?.[at] ?? {};
    return form.test(`${text}${unit}`) ? [fold(`${name}${unit}`)] : [];
  });
  return told.length > 0 && !told.some((name) => isOnTime.test(name) || sharesWord(name, asked));
}

const howLong = new RegExp(fold("多久|幾天|多長時間|幾個月|幾年"), "u");
const isOnTime = new RegExp(
  fold("多久|時間|天數|工作天|幾天|期|時長|時數|分鐘|小時|交件|送達|到貨|多少天|費用|價格|收費"),
  "u",
);

function sharesWord(name: string, asked: string): boolean {
  return [...name].some((one) => isHan.test(one) && asked.includes(one));
}

const isHan = /\p{Script=Han}/u;

/** Whether one may do something is asked of which the passage has no word: 「練車可以錄影嗎」 where driving is told of. */
function asksOtherDeed(
  question: string,
  said: string,
  { passages }: BotSearch,
  quotes: ExtractedAnswer["quotes"],
): boolean {
  const deed = deeds.exec(question.slice(0, longest))?.groups?.deed;
  const passage = passages[quotes[0]?.passage ?? -1];
  if (deed === undefined || !passage) return false;
  const read = [said, ...[passage.title, ...passage.headings].map(fold), foldedText(passage)].join("\n");
  const words = [fold(deed), ...wordings.othersOf(fold(deed))];
  return !words.some((word) => read.includes(word));
}

/** What may be done, of two characters, by itself behind what it is done with. */
const deeds =
  /(?:可以|可不可以|能不能)(?<deed>錄影|录影|錄音|录音|直播|開伙|开伙|烤肉|試吃|试吃)(?:嗎|吗|嘛)[?？]?$/u;

/** So many of something are asked for, and what is said has another number of them: 「有 100 片的嗎」 beside 「48 片」. */
function asksOtherCount(asked: string, said: string): boolean {
  const { count, unit } = asksCount.exec(asked)?.groups ?? {};
  if (count === undefined || unit === undefined) return false;
  const told = [...said.matchAll(new RegExp(`(?<count>\\d{1,5}) ?${unit}`, "gu"))].map(
    ({ groups }) => groups?.count,
  );
  return told.length > 0 && !told.includes(count);
}

const asksCount = new RegExp(
  `${fold("有")} ?(?<count>\\d{1,5}) ?(?<unit>[${fold("片入包顆支枝本張條粒塊罐瓶盒杯尺吋人")}])(?:${fold("裝|的")}){0,2}[${fold("嗎嘛")}]$`,
  "u",
);
