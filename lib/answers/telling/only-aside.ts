import { fold, foldWithOffsets } from "@/lib/language/words/fold";
import type { PromptPassage } from "../extract/keep-per-passage";

/**
 * The thing asked of, as the visitor wrote it, where it stands in the documents only at the beginning of what is made
 * of it or packed with it: 「芋泥捲」 where 「芋泥捲禮盒」 is sold. "" for others.
 * @param thing folded
 * @param known what the passages found say, folded
 */
export function onlyLonger(question: string, thing: string, known: readonly string[]): string {
  if (thing.length < shortestThing || thing.includes(" ")) return "";
  const { text, offsets } = foldWithOffsets(question.slice(0, longestQuestion));
  const at = text.indexOf(thing);
  if (at < 0 || longer.test(text.slice(at + thing.length))) return "";
  const behind = known.flatMap((each) => each.split(thing).slice(1, mostRead));
  if (behind.length === 0 || !behind.every((rest) => longer.test(rest.slice(0, longestRest)))) return "";
  return question.slice(offsets[at], offsets[at + thing.length]).trim();
}

/** UTF-16 units. */
const longestQuestion = 400;
const longestRest = 12;
/** Two characters are mostly a name of the box itself. */
const shortestThing = 3;
/** Places in one passage. */
const mostRead = 50;
const longer = new RegExp(
  `^\\p{Script=Han}{0,2}(?:${fold(
    "禮盒|禮袋|套組|套裝|組合|提盒|兌換券|餅乾|曲奇|茶凍|果凍|冰淇淋|霜淇淋|牛軋糖|糖果|酥餅|沙琪瑪|香皂|手工皂|蠟燭",
  )}|${fold("對")}\\p{Script=Han}?${fold("組")})`,
  "u",
);

/**
 * Whether what a question asks how to get stands in the passages only in brackets, as one of the papers for something
 * else: 「單身證明」 of 「婚姻狀況證明（單身證明）」.
 */
export function onlyInBrackets(question: string, passages: readonly PromptPassage[]): boolean {
  const { thing } = asksHowToGet.exec(fold(question.slice(0, longestQuestion)))?.groups ?? {};
  if (!thing) return false;
  const above = passages.map(({ title, headings }) => fold([title, ...headings].join("\n")));
  if (above.some((each) => each.includes(thing))) return false;
  const held = passages
    .map(({ text, start, end }) => fold(text.slice(start, end)))
    .filter((each) => each.includes(thing));
  return held.length > 0 && held.every((each) => !each.replace(brackets, " ").includes(thing));
}

const asksHowToGet = new RegExp(
  `^(?:${fold("請問|想問|我想|我要|那")}){0,2}(?:${fold("申請|辦")})?(?<thing>\\p{Script=Han}{2,8}?)(?:${fold("要|可以|該|應該")})?(?:${fold(
    "怎麼|如何|去哪|在哪|哪裡|哪邊",
  )})(?:${fold("可以|裡|邊|去")}){0,2}(?:${fold("申請|辦理|辦|拿|領|取得|補發|補辦")})`,
  "u",
);
const brackets = /\([^()\n]{1,60}\)/gu;

/**
 * Whether a question asks of what changes from week to week (「下個月請假嗎」), and what is said names no day of a month.
 */
export function asksOfComing(question: string, said: string): boolean {
  const asked = fold(question.slice(0, longestQuestion));
  const [period] = coming.exec(asked) ?? [];
  if (period === undefined || !changing.test(asked)) return false;
  const quoted = fold(said.slice(0, longestSaid));
  return !quoted.includes(period) && !datedDay.test(quoted);
}

const longestSaid = 4_000;
const coming = new RegExp(
  `${fold("下個月|這個月|下下週|今年|明年")}|(?:${fold("下|這|本")})(?:${fold("週|周|星期|禮拜")})(?![${fold("一二三四五六日天末")}])`,
  "u",
);
const changing = new RegExp(fold("請假|休假|出國|有空|空位|有位|名額|缺貨|到貨|新品|特價|活動"), "u");
const datedDay = new RegExp(`\\d{1,2}(?:/\\d{1,2}|\\s?${fold("月")})|${fold("年")}`, "u");
