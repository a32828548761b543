import type { Passage, Span } from "@/lib/language/passage";
import { trimSpan } from "@/lib/language/split-sentences";

/** UTF-16 units of a passage, which holds a question, its answer and the blanks between lines. */
export const MAX_LENGTH = 4_200;

/** The passages, none longer than MAX_LENGTH; together they repeat about as much of the text as it is long. */
export function boundPassages(text: string, passages: readonly Passage[]): Passage[] {
  return withinBudget(
    text,
    passages.flatMap((passage) => withinLength(text, passage)),
  );
}

/** UTF-16 units of headings and questions, of all that a text's passages may repeat beside its own length. */
const REPEATED_FREELY = 20_000;

/** The passage, in pieces where the blanks between its lines make it longer than one may be. */
function withinLength(text: string, passage: Passage): Passage[] {
  const { start, end, answer, ...kept } = passage;
  if (end - start <= MAX_LENGTH) return [passage];
  let cut = start + MAX_LENGTH;
  while (cut > start && !/\s/u.test(text.charAt(cut))) cut--;
  const first = trimSpan(text, start, cut) ?? { start, end: start + MAX_LENGTH };
  const rest = trimSpan(text, first.end, end);
  const piece = (span: Span): Passage => {
    const part = answer && trimSpan(text, Math.max(answer.start, span.start), Math.min(answer.end, span.end));
    return { ...kept, ...span, ...(part && { answer: part }) };
  };
  return rest ? [piece(first), ...withinLength(text, piece(rest))] : [piece(first)];
}

/** What passages repeat of headings and questions is as long as the text at most; the passages behind go without. */
function withinBudget(text: string, passages: Passage[]): Passage[] {
  let left = text.length + REPEATED_FREELY;
  return passages.map((passage) => {
    for (const heading of passage.headings) left -= heading.length;
    const { questions = [] } = passage;
    for (const { start, end } of questions) if (start < passage.start) left -= end - start;
    return left < 0 && passage.headings.length > 0 ? { ...passage, headings: [] } : passage;
  });
}
