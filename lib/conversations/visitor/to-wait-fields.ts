import type { Wait } from "@/lib/bots/hours/get-wait";
import type { ContactForm } from "@/lib/contract/contact";
import type { StateEvent } from "@/lib/contract/events";
import { consentIdOf } from "@/lib/conversations/receive/consent";
import { contactWords } from "@/lib/i18n/words/contact-words";

/** What a visitor's page gets of when a person comes, and a form to be reached by where it is offered. */
export function toWaitFields(
  wait: Wait,
  offersForm: boolean,
): Pick<StateEvent, "hours" | "wait_seconds" | "notice" | "contact_form"> {
  const { hours, replyMs, text } = wait;
  return {
    ...(hours && { hours }),
    ...(replyMs !== null && { wait_seconds: Math.ceil(replyMs / 1_000) }),
    ...(text && { notice: text.trim() }),
    ...(offersForm && { contact_form: toForm(wait) }),
  };
}

function toForm({ language, privacyUrl }: Wait): ContactForm {
  const { left: _, privacy, ...words } = contactWords[language];
  const consent_id = consentIdOf(language, privacyUrl);
  return { ...words, consent_id, ...(privacyUrl && { privacy, privacy_url: privacyUrl }) };
}
