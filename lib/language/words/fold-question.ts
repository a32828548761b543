import { fold } from "./fold";
import { keepLast } from "./keep-last";

/** {@link fold} of a question, also of one typed or pasted with a space after every character: 「1 2 M 怎 麼 走」. */
export function foldQuestion(question: string): string {
  return foldLast(question);
}

const foldLast = keepLast((question) => {
  const pieces = question.trim().split(/\s+/u);
  const single = pieces.filter((piece) => [...piece].length === 1).length;
  if (pieces.length < 4 || single < pieces.length * 0.8) return fold(question);
  return fold(question.trim().replace(/(\S)\s(?=\S)/gu, "$1"));
});
