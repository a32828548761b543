import type { Question } from "../answer";
import { askedValues } from "./asked-values";

/**
 * Whether a question asks for the place's hours after another of its values (「開到幾點」 after 「地址和電話？」): it stands
 * alone, as the hours beside a telephone number are when somebody answers it.
 */
export function asksNextValue(question: string, before: Question["history"]): boolean {
  const last = before.findLast(({ role }) => role === "user");
  if (last === undefined || !askedValues(question)?.kinds.includes("hours")) return false;
  return askedValues(last.content) !== null;
}
