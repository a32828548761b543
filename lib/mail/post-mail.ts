import { keepWorking } from "@/lib/background-work";
import type { Locale } from "@/lib/i18n/locale";
import type { MailText } from "@/lib/i18n/mail-words";
import { logError } from "@/lib/log";
import type { Mailer } from "./mailer";
import { renderMail } from "./render-mail";

/** What sends mails here, in whose language, and where their links lead. */
export type PostOffice = { mailer: Mailer; locale: Locale; baseUrl: string };

export type Letter = { to: string; text: MailText; link?: string };

/**
 * Sends a mail that belongs to something already done. Nobody waits for it, and what was done stays done: that it could
 * not be sent is logged, without its address and its words.
 */
export function postMail({ mailer, locale, baseUrl }: PostOffice, { to, text, link }: Letter): void {
  const mail = renderMail(text, { locale, baseUrl, link });
  keepWorking(
    mailer
      .send({ to, ...mail })
      .catch((error) => logError("a mail was not sent", error, { subject: text.subject })),
  );
}
