import type { Question } from "../answer";
import { askedValues } from "./asked-values";

/**
 * Whether a question asks for one of the place's own values after another (「開到幾點」 after 「地址和電話？」): it stands alone, as
 * what was asked before is nothing that it goes on about.
 */
export function asksNextValue(question: string, before: Question["history"]): boolean {
  const last = before.findLast(({ role }) => role === "user");
  return last !== undefined && askedValues(question) !== null && askedValues(last.content) !== null;
}
