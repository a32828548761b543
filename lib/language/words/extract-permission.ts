import { askedPermission } from "./asked-permission";
import { fold } from "./fold";
import { foldQuestion } from "./fold-question";

export type Permission = "granted" | "refused" | "silent";

/** Reads in a sentence whether one may do what a question asks leave for; null for other questions. */
export function permissionForm(question: string): ((sentence: string) => Permission) | null {
  const asked = askedPermission(foldQuestion(question));
  if (asked === null) return null;
  const near = `[^,，。;；!?]{0,${REACH}}${escapeRegExp(asked.charAt(0))}`;
  const granted = new RegExp(`(?:${GRANTS})${near}`, "u");
  const refused = new RegExp(`(?:${REFUSES})${near}`, "u");
  return (sentence) => {
    const folded = fold(sentence);
    if (granted.test(folded)) return "granted";
    return refused.test(folded) ? "refused" : "silent";
  };
}

const REACH = 3;
const GRANTS = fold("(?<!不)可以|(?<![不只才])能|(?<!不)得以|歡迎|接受|支援");
const REFUSES = fold("不|無法|恕");

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&");
}
