import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { getMailWords, type MailText } from "@/lib/i18n/words/mail-words";
import type { Mailer } from "@/lib/mail/mailer";
import { renderMail } from "@/lib/mail/render-mail";
import { type BoundOutboxKind, bindOutboxKind } from "./bind-outbox-kind";
import type { OutboxKind } from "./define-outbox-kind";

/** What is there when a mail is sent. */
export type PostOffice = {
  /** Null where no mail server is set any more. */
  mailer: Mailer | null;
  baseUrl: string;
  /** What `getAuthSecrets` gives. */
  secrets: readonly string[];
};

/** What the transaction that causes a mail knows of it; there is none where no mail server is set. */
export type Post = {
  /** In which the mail is written: that of the request. */
  locale: Locale;
  /** What `getAuthSecret` gives. */
  secret: string;
};

export type Letter = { to: string; text: MailText; link?: string };

/** Writes the mail at the moment it is sent; null when there is nothing left to say. */
export type WriteLetter<Ids> = (
  ctx: Pick<Ctx, "db" | "now">,
  ids: Ids,
  about: Pick<PostOffice, "baseUrl" | "secrets"> & { causedAt: Date },
) => Promise<Letter | null>;

/**
 * A kind of mail with what writes it. It goes to the mail server under the message's id, so that a double can be told.
 * Throws AppError `unavailable` with a reason that begins with `mail_`.
 */
export function bindMail<Ids extends { locale: Locale }>(
  kind: OutboxKind<Ids>,
  write: WriteLetter<Ids>,
  openOffice: () => Promise<PostOffice>,
): BoundOutboxKind {
  return bindOutboxKind(kind, async (ctx, ids, { messageId, causedAt }) => {
    const { mailer, ...place } = await openOffice();
    if (!mailer) throw new AppError("unavailable", "no mail server is set", { reason: "mail_none" });
    const letter = await write(ctx, ids, { ...place, causedAt });
    if (!letter) return;
    const { to, text, link } = letter;
    const words = getMailWords(ids.locale);
    const end = words.sentBy(new URL(place.baseUrl).host);
    const mail = renderMail(text, { language: ids.locale, end, linkHelp: words.linkHelp, link });
    await mailer.send({ id: messageId, to, ...mail });
  });
}
