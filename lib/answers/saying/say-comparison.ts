import type { AnswerWords } from "@/lib/i18n/words/answer-words";
import { fold } from "@/lib/language/words/fold";
import type { Answer, AnsweringBot } from "../answer";
import { listOf } from "../extract/layout/list-of";
import type { Quote } from "../extract/quote/quote";
import { toSources } from "../extract/quote/to-sources";
import type { Part } from "../part/part";
import { hedge } from "../part/read-part";
import { createSayOnce } from "./say-once";
import { sayPart } from "./say-part";
import { speak } from "./speak";
import { wayToPerson } from "./way-to-person";

/** Passages in which what is to be compared may be listed, and how much worse than the best they may be. */
export const listsRead = 6;
const listShare = 0.3;
const listsSaid = 3;
/** What documents in Chinese say for it. */
const ofForeign: Readonly<Record<string, string>> = Object.fromEntries(
  ["cheapest 最便宜", "priciest 最貴", "largest 最大", "biggest 最大", "smallest 最小", "strongest 最濃"].map(
    (pair) => pair.split(" ").map(fold),
  ),
);

/**
 * That comparing and adding up is beyond quoting, with the lists that hold what is asked about; what may help where no
 * list does, and what the documents say where they compare by themselves.
 */
export function sayComparison(bot: AnsweringBot, words: AnswerWords, compared: string, part: Part): Answer {
  const { search, sureness, extracted } = part;
  const { passages } = search;
  const saysItself = extracted.quotes.some(({ passage, start, end }) => {
    const found = passages[passage];
    const spans = found ? [{ start, end }, ...(found.questions ?? [])] : [];
    const said = spans.map((span) => fold(found?.text.slice(span.start, span.end) ?? ""));
    return said.some((text) => text.includes(compared) || text.includes(ofForeign[compared] ?? compared));
  });
  if (compared !== "" && saysItself) return sayPart(bot, words, part);
  const least = (passages[0]?.score ?? 0) * listShare;
  const lists = passages.flatMap((found, passage): (Quote & { documentId: string })[] => {
    const span = found.score >= least ? listOf(found.text, found) : null;
    return span ? [{ ...span, passage, documentId: found.documentId }] : [];
  });
  const said = lists.filter(({ documentId }) => documentId === lists[0]?.documentId).slice(0, listsSaid);
  const sources = toSources(search, said);
  if (sources.length === 0) return sayPart(bot, words, { ...part, extracted: hedge(extracted) });
  const way = wayToPerson(bot, words).join("\n");
  return {
    bubbles: [words.compare, ...said.flatMap((quote) => speak(search, quote)), ...(way ? [way] : [])],
    sources,
    answered: false,
    confidence: sureness,
    answeredBy: "documents",
  };
}

/** That comparing is beyond quoting, with what the documents say of each thing. */
export function sayEach(bot: AnsweringBot, words: AnswerWords, parts: readonly Part[]): Answer {
  const once = createSayOnce();
  const said = parts.map((part) => sayPart(bot, words, part, once));
  return {
    bubbles: [words.compare, ...said.flatMap(({ bubbles }) => bubbles)],
    sources: said.flatMap(({ sources }) => sources),
    answered: false,
    confidence: Math.min(...parts.map(({ sureness }) => sureness)),
    answeredBy: "documents",
  };
}
