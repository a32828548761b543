import { fold } from "@/lib/language/words/fold";
import { foldedText } from "../extract/folded-text";
import { speak } from "../saying/speak";
import type { Part } from "./part";

/** Whether it is asked whether one may do something of which what is quoted has no word: 「高山烏龍可以退嗎」. */
export function lacksDeed({
  question,
  search,
  extracted,
}: Pick<Part, "question" | "search" | "extracted">): boolean {
  const deed = deedOf(question);
  if (deed === null) return false;
  return !extracted.quotes.some((quote) => {
    const passage = search.passages[quote.passage];
    if (passage && foldedText(passage).includes(deed)) return true;
    return speak(search, quote).some((said) => fold(said).includes(deed));
  });
}

/**
 * What the documents say of the deed alone, never for sure, where nothing found for the question has a word of it.
 * Other parts stay as they are.
 * @param look reads what the documents say to other words
 */
export async function withDeed(part: Part, look: (words: string) => Promise<Part>): Promise<Part> {
  const deed = deedOf(part.question);
  if (deed === null || part.extracted.state === "unknown" || !lacksDeed(part)) return part;
  const alone = await look(`${may}${deed}${goods.has(deed) ? good : ""}${asks}`);
  if (alone.extracted.state === "unknown" || lacksDeed(alone)) return part;
  const extracted = { ...alone.extracted, state: "maybe" as const, more: null };
  return { ...alone, question: part.question, telling: part.telling, extracted };
}

/** Folded; null where nothing of the kind is asked. */
function deedOf(question: string): string | null {
  const deed = asksDeed.exec(question.slice(-endRead))?.groups?.deed;
  return deed === undefined ? null : fold(deed);
}

/** UTF-16 units: the end of a question. */
const endRead = 12;
const asksDeed =
  /(?:可以|可不可以|能不能|能|可)(?<deed>[退換换寄修租借改刷停])(?:貨|货|嗎|吗|嘛|呢|呀|啊|[?？!！\s]){0,4}$/u;
/** What is done with goods: 「退貨」. */
const goods = new Set(["退", "換"].map(fold));
const [may, good, asks] = ["可以", "貨", "嗎"].map(fold) as [string, string, string];
