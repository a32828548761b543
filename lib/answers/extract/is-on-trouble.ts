import type { FoundPassage } from "./extract-candidates";
import { readSentences } from "./read-sentences";

/** Whether a passage is a pair that tells what to do when something went wrong: 「刷卡失敗怎麼辦」. */
export function isOnTrouble(found: FoundPassage | undefined): boolean {
  if (!found?.answer) return false;
  const { questions } = readSentences(found);
  return questions.length > 0 && questions.every((question) => question.isOnTrouble);
}
