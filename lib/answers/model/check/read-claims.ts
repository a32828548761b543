import { readValues } from "@/lib/language/values/read-values";
import type { Value } from "@/lib/language/values/value";
import { fold } from "@/lib/language/words/fold";
import { stem } from "@/lib/language/words/stem";
import { englishNumbers, exceptNegation, limits, linkingWords, measures, plainEnglish } from "./claim-words";

/** What one clause says, in the forms in which it can be compared. */
export type Claim = {
  folded: string;
  values: readonly Value[];
  /** Runs of Han and kana that name or do something, without what only links and is polite. */
  runs: readonly string[];
  /** The stems of its other words. */
  words: readonly string[];
  /** Whether it denies, and whether it says that something isn't asked for (免). */
  isNegated: boolean;
  isFree: boolean;
};

/** The clauses of a sentence; each value in one. Time is linear in its length. */
export function readClaims(sentence: string): Claim[] {
  return fold(sentence)
    .split(clauseEnds)
    .filter((clause) => clause.trim() !== "")
    .map(readClaim);
}

export function readClaim(clause: string): Claim {
  const folded = clause.replace(numberWords, (word) => englishNumbers.get(word) ?? word);
  const values = readValues(folded);
  let rest = "";
  let at = 0;
  for (const { start, end } of values) {
    rest += `${folded.slice(at, start)}|`;
    at = end + (measure.exec(folded.slice(end, end + 4))?.[0].length ?? 0);
  }
  rest += folded.slice(at);
  const bare = rest.replace(exceptions, "|");
  const telling = bare.replace(linking, "|");
  return {
    folded,
    values,
    runs: telling.match(han) ?? [],
    words: (telling.match(latin) ?? []).filter((word) => !plain.has(word)).map(stem),
    isNegated: negation.test(bare),
    isFree: free.test(bare),
  };
}

/** Whether it says nothing that could be true or false: 「您好」, 「可以的」. */
export function saysNothing({ values, runs, words, isNegated, isFree }: Claim): boolean {
  return values.length + runs.length + words.length === 0 && !isNegated && !isFree;
}

/** The bound that a clause sets beside a value, as a name: 「以內」 and 「最多」 are not 「以上」. */
export function limitOf({ folded }: Pick<Claim, "folded">, { start, end }: Value): string {
  const [before, after] = [folded.slice(Math.max(0, start - 10), start), folded.slice(end, end + 5)];
  return bounds.find(({ pattern, isAfter }) => pattern.test(isAfter ? after : before))?.name ?? "";
}

const clauseEnds = /[;。!?\n|、]|,(?!\d{3})|(?<!\d),|:(?!\d)/u;
const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;
const latin = /[a-z]+(?:[-'][a-z]+)*/g;
const anyOf = (words: string) =>
  [...new Set(words.split(" ").map(fold))].sort((a, b) => b.length - a.length).join("|");
const measure = new RegExp(`^ ?(?:${anyOf(measures)})`, "u");
const each = measures.split(" ").map((name) => `每${name} 一${name}`);
const linking = new RegExp(anyOf([linkingWords, ...each].join(" ")), "gu");
const exceptions = new RegExp(anyOf(exceptNegation), "gu");
const plain = new Set(plainEnglish.split(" "));
const negation = new RegExp(
  `[${fold("不沒無未非勿恕禁別")}]|${fold("謝絕")}|\\b(?:not|no|never|cannot|without|none|nor|neither|unable)\\b|n't\\b`,
  "u",
);
const free = new RegExp(`[${fold("免")}]|\\bfree\\b`, "u");
const numberWords = new RegExp(`\\b(?:${[...englishNumbers.keys()].join("|")})\\b`, "g");
const bounds = Object.entries(limits).flatMap(([name, { before, after }]) => [
  ...(before
    ? [{ name, isAfter: false, pattern: new RegExp(`(?:${anyOf(before)})[^\\p{Script=Han}]{0,2}$`, "u") }]
    : []),
  ...(after
    ? [{ name, isAfter: true, pattern: new RegExp(`^[^\\p{Script=Han}]?.{0,2}(?:${anyOf(after)})`, "u") }]
    : []),
]);
