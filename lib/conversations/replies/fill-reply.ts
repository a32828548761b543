import { languageOf } from "@/lib/language/language-of";

/** What a ready reply names; null for what isn't known. */
export type ReplyFacts = {
  visitor: string | null;
  staff: string;
  bot: string;
  shop: string;
  hours: { zh: string; en: string } | null;
};

/** A text with what it named filled in, and the stretch of it that nobody could fill. */
export type FilledReply = { text: string; open: { from: number; to: number } | null };

/** The names by which a text asks for a fact, in both languages. */
export const replyNames: Readonly<Record<"zh-TW" | "en", Record<keyof ReplyFacts, string>>> = {
  "zh-TW": { visitor: "訪客", staff: "我", bot: "機器人", shop: "店名", hours: "服務時間" },
  en: { visitor: "visitor", staff: "me", bot: "bot", shop: "shop", hours: "hours" },
};

const factOf = new Map<string, keyof ReplyFacts>(
  Object.values(replyNames).flatMap((names) =>
    Object.entries(names).map(([fact, name]) => [name, fact as keyof ReplyFacts] as const),
  ),
);
const named = /[{｛] ?([\p{L}]{1,12}) ?[}｝]/gu;
/** Code points of a name. */
const longestName = 60;

/**
 * Fills in what a ready reply names. A visitor whose name isn't known is spoken to without one; hours that aren't known
 * stay named, for whoever sends it to see.
 */
export function fillReply(text: string, facts: ReplyFacts): FilledReply {
  const isEnglish = languageOf(text) === "en";
  let filled = "";
  let open: FilledReply["open"] = null;
  let at = 0;
  for (const found of text.matchAll(named)) {
    const fact = factOf.get((found[1] ?? "").toLowerCase());
    if (!fact) continue;
    filled += text.slice(at, found.index);
    at = found.index + found[0].length;
    const value = sayFact(fact, facts, isEnglish);
    if (value === null) open ??= { from: filled.length, to: filled.length + found[0].length };
    filled += value ?? found[0];
  }
  return { text: filled + text.slice(at), open };
}

function sayFact(fact: keyof ReplyFacts, facts: ReplyFacts, isEnglish: boolean): string | null {
  if (fact === "hours") return facts.hours && (isEnglish ? facts.hours.en : facts.hours.zh);
  if (fact === "visitor") return oneLine(facts.visitor) || (isEnglish ? "there" : "");
  return oneLine(facts[fact]);
}

function oneLine(text: string | null): string {
  return [
    ...(text ?? "")
      .slice(0, 4 * longestName)
      .replace(/\s+/gu, " ")
      .trim(),
  ]
    .slice(0, longestName)
    .join("");
}
