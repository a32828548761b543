import { trimSpan, widthOf } from "@/lib/language/split-sentences";
import type { FoundPassage } from "../extract-candidates";
import { lastSentenceEnd } from "../layout/last-sentence-end";
import type { Quote } from "./quote";
import { bubbleWidth, glanceWidth, sectionWidth } from "./widths";

/** A whole passage, or its beginning with how it goes on where it is long. `passage`: its place among those found. */
export function quoteSection(found: FoundPassage, passage: number): { quote: Quote; more: Quote | null } {
  const { text } = found;
  const { start, end } = found.answer ?? found;
  const isGlance = widthOf(text.slice(start, end)) <= sectionWidth;
  const quoted = isGlance ? end : lastSentenceEnd(text, start, end, glanceWidth);
  const rest = trimSpan(text, quoted, lastSentenceEnd(text, quoted, end, bubbleWidth));
  return { quote: { passage, start, end: quoted }, more: rest && { passage, ...rest } };
}
