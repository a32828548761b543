import { askedPermission } from "./asked-permission";
import { fold } from "./fold";
import { foldQuestion } from "./fold-question";
import { keepLast } from "./keep-last";

/** Characters with which what one may do begins: 「退」, 「換」, 「刷」. */
const formsKept = 50;

export type Permission = "granted" | "refused" | "silent";

/** Reads in a folded sentence whether one may do what a question asks leave for; null for other questions. */
export function permissionForm(question: string): ((folded: string) => Permission) | null {
  return lastForm(question);
}

const lastForm = keepLast((question) => {
  const asked = askedPermission(foldQuestion(question));
  return asked === null ? null : formOf(asked.charAt(0));
});

/** To make the expressions costs more than to read some sentences with them. */
const formOf = keepLast((action): ((folded: string) => Permission) => {
  const near = `[^,，。;；!?]{0,${REACH}}${escapeRegExp(action)}`;
  const granted = new RegExp(`(?:${GRANTS})${near}`, "u");
  const refused = new RegExp(`(?:${REFUSES})${near}`, "u");
  return (folded) => {
    if (granted.test(folded)) return "granted";
    return refused.test(folded) ? "refused" : "silent";
  };
}, formsKept);

const REACH = 3;
const GRANTS = fold("(?<!不)可以|(?<![不只才])能|(?<!不)得以|歡迎|接受|支援");
const REFUSES = fold("不|無法|恕");

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&");
}
