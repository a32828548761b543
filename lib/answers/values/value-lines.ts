import type { Span } from "@/lib/language/passage";
import { readHour } from "@/lib/language/values/read-hour";
import { readPhone } from "@/lib/language/values/read-phone";
import { fold } from "@/lib/language/words/fold";
import type { FoundPassage } from "../extract/extract-candidates";
import { headingsAbove } from "../extract/layout/tables-of";
import { readSentences } from "../extract/read-sentences";
import { askedValues, type ValueKind } from "./asked-values";
import { daysOf } from "./days-of";

export type ValueLine = Span & {
  /** The value itself, folded and without blanks and dashes. */
  value: string;
  /** Two where a heading, a question or its own label names it, one where it tells the days that hours are of. */
  told: 0 | 1 | 2;
  folded: string;
};

/**
 * The sentences of a passage that are a value of a kind: nothing but a label stands before it in its line (「新竹市建中一路 52
 * 號」, 「電話 03-571-2288」), or the heading above names it. What a sentence on something else mentions is none.
 */
export function valueLines(found: FoundPassage, kind: ValueKind): ValueLine[] {
  const heading = fold(headingsAbove(found).at(-1) ?? "");
  const isNamed = labels[kind].test(heading);
  const isAsked = (found.questions ?? []).some(({ start, end }) =>
    askedValues(found.text.slice(start, end))?.kinds.includes(kind),
  );
  return readSentences(found).sentences.flatMap((sentence) => {
    const at = valueIn(sentence.folded, kind);
    if (!at) return [];
    const { start, end, folded } = sentence;
    const before = folded.slice(Math.max(0, at.start - longestLabel), at.start);
    if (others[kind]?.test(before) || !(isNamed || isBare(before, kind))) return [];
    const value = folded.slice(at.start, at.end).replace(/[\s().-]/gu, "");
    const isOwn = isNamed || isAsked || labels[kind].test(before);
    const told = isOwn ? 2 : kind === "hours" && daysOf(folded).size > 0 ? 1 : 0;
    return [{ start, end, folded, value, told }];
  });
}

/** Whether a text holds a value of a kind at all, wherever it stands. */
export function holdsValue(folded: string, kind: ValueKind): boolean {
  return valueIn(folded, kind) !== null;
}

/** Whether it is one of the place itself, as far as the text tells: not the hours at which something is fetched. */
export function holdsOwn(folded: string, kind: ValueKind): boolean {
  return holdsValue(folded, kind) && (labels[kind].test(folded) || !others[kind]?.test(folded));
}

/** UTF-16 units of a sentence that are read, and of what stands before a value. */
const longestRead = 400;
const longestLabel = 40;

function valueIn(text: string, kind: ValueKind): Span | null {
  const folded = text.slice(0, longestRead);
  if (kind === "phone") return phoneIn(folded);
  if (kind === "hours") return hoursIn(folded);
  const match = (kind === "email" ? email : address).exec(folded);
  return match && { start: match.index, end: match.index + match[0].length };
}

function phoneIn(folded: string): Span | null {
  for (const { index } of folded.matchAll(/(?<![\d-])[(+0]/gu)) {
    const phone = readPhone(folded, index);
    if (phone) return phone;
  }
  const labelled = foreignPhone.exec(folded);
  if (!labelled?.groups?.number) return null;
  const end = labelled.index + labelled[0].length;
  return { start: end - labelled.groups.number.length, end };
}

/** Two times of the day with nothing but a word for "to" between them. */
function hoursIn(folded: string): Span | null {
  for (const { index } of folded.matchAll(clockStart)) {
    const from = readHour(folded, index, undefined);
    if (!from) continue;
    const [dash] = until.exec(folded.slice(from.end, from.end + longestDash)) ?? [];
    if (dash === undefined) continue;
    const to = readHour(folded, from.end + dash.length, from);
    if (to) return { start: from.start, end: to.end };
  }
  const bare = bareHours.exec(folded);
  return bare && { start: bare.index, end: bare.index + bare[0].length };
}

const clockStart = new RegExp(
  `(?:${fold("早上|上午|中午|下午|晚上|凌晨|清晨|傍晚")})|(?<![\\d:])\\d{1,2}(?=:\\d|\\s?[ap]\\.?m|\\s?${fold("[點时]")})|[${fold("一二三四五六七八九十")}]{1,3}(?=${fold("點")})`,
  "gu",
);
const until = new RegExp(
  `^\\s?(?:[-–—~～〜]|(?:${fold("一直開|開放|營業|營運|服務|開")})?(?:${fold("到|至")})|to\\b|until\\b)\\s?`,
  "u",
);
/** UTF-16 units. */
const longestDash = 12;
/** 9-6pm. */
const bareHours = /(?<!\d)\d{1,2}\s?[-–—]\s?\d{1,2}\s?[ap]\.?m\b/u;

const email = /[a-z\d][a-z\d._+-]{0,63}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,4}/u;
const address = new RegExp(
  `(?:[\\p{Script=Han}\\d]{1,12}[${fold("市區縣鄉鎮村里")}]\\s?)?[\\p{Script=Han}]{1,8}(?:${fold("路|街|大道|巷")})[\\p{Script=Han}\\d -]{0,12}?\\d{1,5}(?:-\\d{1,3})?\\s?${fold("號")}|\\b\\d{1,5} (?:[a-z]+\\.? ){1,3}(?:street|st|road|rd|lane|ln|avenue|ave|way|drive|boulevard|blvd|square)\\b`,
  "u",
);
const foreignPhone =
  /(?:\b(?:tele)?phone|\btel|\bcall)(?: us)?(?: at| on)?[.:\s]{0,3}(?<number>[+(]?\d[\d ()-]{5,16}\d)/u;

const labels: Record<ValueKind, RegExp> = {
  address: new RegExp(
    `${fold("地址|住址|地點|位置|在哪|聯絡")}|address|where|location|find(?:ing)? us|contact`,
    "u",
  ),
  phone: new RegExp(`${fold("電話|專線|聯絡|客服")}|phone|\\btel\\b|contact`, "u"),
  email: new RegExp(`${fold("信箱|郵件|聯絡|客服")}|mail|contact`, "u"),
  hours: new RegExp(`${fold("營業|開放時間|服務時間|門診時間|上班時間")}|hours|\\bopen`, "u"),
};

/** What another number or address is named by. */
const others: Partial<Record<ValueKind, RegExp>> = {
  phone: new RegExp(`${fold("傳真|統編|統一編號|帳號")}[^\\d]{0,6}$|\\bfax\\b[^\\d]{0,6}$`, "u"),
  address: new RegExp(fold("寄到|寄回|退貨|收件|停車"), "u"),
  hours: new RegExp(
    fold("預約|取件|取貨|寄出|出貨|客服|電話|線上|回覆|休息|停車|報到|筆試|路考|入住|退房|廣播|課|班"),
    "u",
  ),
};

/** Whether what stands before a value is its label, or another value, or nothing. */
function isBare(before: string, kind: ValueKind): boolean {
  const [last = ""] = before.split(/[,，。;；\n|]/u).slice(-1);
  const left = last
    .replace(labelWords[kind], " ")
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
  if (kind === "hours") return left.length <= longestRest;
  // The last word is the label: 「LINE：@shop　電話 037-…」.
  const ending = /\p{L}{1,20}$/u.exec(last.replace(/[\s:：(+]{1,6}$/u, ""))?.[0] ?? "";
  return left === "" || (ending !== "" && ending.replace(labelWords[kind], "") === "");
}

/** UTF-16 units of what else stands before hours: 「櫃檯」. */
const longestRest = 2;
const labelWords: Record<ValueKind, RegExp> = {
  address: new RegExp(
    `${fold("地址|住址|店址|地點|位置|門市|本店|總店|我們在|位於|在")}|address|we are at|find us at`,
    "gu",
  ),
  phone: new RegExp(
    `${fold("電話|手機|總機|專線|客服|聯絡|服務|訂位|預約|市話|號碼|請|撥打|打|或|洽")}|(?:tele)?phone|mobile|tel|call us|call|at`,
    "gu",
  ),
  email: new RegExp(
    `${fold("電子郵件|電子信箱|信箱|郵件|客服|聯絡|請|寄到|寄|來信|或")}|e|mail|us|at|to`,
    "gu",
  ),
  hours: new RegExp(
    `${fold(
      "營業時間|營業|開放時間|開放|服務時間|門診時間|上班時間|時間|週|周|星期|禮拜|平日|假日|週末|國定|例假日|每天|每日|天天|全年無休|至|到|及|和|與|早上|上午|中午|下午|晚上|早|晚|午|開",
    )}|[${fold("一二三四五六日天")}]|\\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}|\\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\\b|\\b(?:open|opening|hours|daily|every|day|from|to|and|weekdays?|weekends?|we|are)\\b`,
    "gu",
  ),
};
