import { permissionForm } from "@/lib/language/words/extract-permission";
import { fold } from "@/lib/language/words/fold";
import { tellsTrouble } from "@/lib/language/words/tells-trouble";

/** Whether a question asks what may be done, and of nothing that went wrong: 「可以刷卡嗎」. */
export function asksRule(question: string): boolean {
  return permissionForm(question) !== null && !tellsTrouble(fold(question));
}
