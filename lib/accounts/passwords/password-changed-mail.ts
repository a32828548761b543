import { z } from "zod";
import { locales } from "@/lib/i18n/locale";
import { getMailWords } from "@/lib/i18n/words/mail-words";
import { idInput } from "@/lib/id-input";
import { mailTime } from "@/lib/mail/mail-time";
import type { WriteLetter } from "@/lib/outbox/bind-mail";
import { defineOutboxKind } from "@/lib/outbox/define-outbox-kind";

const ids = z.strictObject({ userId: idInput, locale: z.enum(locales) });

/** Tells the owner of an account that its password is another one: it may have been somebody else. */
export const passwordChangedMail = defineOutboxKind({ kind: "password-changed-mail", version: 1, ids });

export const writePasswordChangedMail: WriteLetter<z.output<typeof ids>> = async (
  { db },
  { userId, locale },
  { baseUrl, causedAt },
) => {
  const user = await db.user.findUnique({ where: { id: userId }, select: { email: true } });
  if (!user) return null;
  const text = getMailWords(locale).passwordChanged({ at: mailTime(locale, causedAt) });
  return { to: user.email, text, link: `${baseUrl}/sign-in` };
};
