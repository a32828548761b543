import { coverTerms, coverText } from "./cover-text";
import type { Candidate, FoundPassage } from "./extract-candidates";
import { keepPerPassage } from "./keep-per-passage";
import { headingsAbove } from "./layout/tables-of";
import type { Quote } from "./quote/quote";
import { quoteSection } from "./quote/quote-section";
import { termsOf } from "./read-sentences";

/**
 * The beginning of the best passage, where the question is about what its headings say and no sentence has more of it.
 */
export function sectionAbout(
  passages: readonly FoundPassage[],
  best: Candidate,
  termWeights: ReadonlyMap<number, number>,
): { quote: Quote; more: Quote | null } | null {
  const found = passages[best.passage];
  const above = found && readAbove(found);
  if (!above || found.answer) return null;
  const covered = coverTerms(above.terms, termWeights);
  if (covered < HEADING_SHARE) return null;
  const most = coverText(`${above.text}\n${found.text.slice(best.start, best.end)}`, termWeights);
  if (covered < most * HEADING_LEAD) return null;
  // Where all is in the title, its first passage is where the document begins to tell.
  const isTitle =
    coverTerms(above.title, termWeights) === covered &&
    coverTerms(above.headings, termWeights) < covered * HEADING_LEAD;
  const passage = isTitle ? firstOfDocument(passages, found) : best.passage;
  return quoteSection(passages[passage] ?? found, passage);
}

/** Title and headings of a passage; null where no heading stands above it. */
const readAbove = keepPerPassage((found: FoundPassage) => {
  const headings = headingsAbove(found);
  if (headings.length === 0) return null;
  const text = [found.title, ...headings].join("\n");
  const title = termsOf(found.title);
  return { text, terms: termsOf(text), title, headings: termsOf(headings.join("\n")) };
});

function firstOfDocument(passages: readonly FoundPassage[], { title, text }: FoundPassage): number {
  let first = -1;
  for (const [index, other] of passages.entries()) {
    if (other.title !== title || other.text !== text || other.answer) continue;
    if (first < 0 || other.start < (passages[first]?.start ?? 0)) first = index;
  }
  return first;
}

/** A section is quoted as a whole where its headings hold this share of the question's words, e.g. 0.4 of 「退貨要幾天」. */
const HEADING_SHARE = 0.4;
/**
 * And where headings alone hold this share of what headings and best sentence hold together: the sentence adds little.
 */
const HEADING_LEAD = 0.8;
