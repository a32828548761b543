import { z } from "zod";
import { locales } from "@/lib/i18n/locale";
import { getMailWords } from "@/lib/i18n/words/mail-words";
import { idInput } from "@/lib/id-input";
import { findMailedToken } from "@/lib/identity/mailed-token";
import type { WriteLetter } from "@/lib/outbox/bind-mail";
import { defineOutboxKind } from "@/lib/outbox/define-outbox-kind";
import { resetLifetimeMs } from "./create-password-reset";

const ids = z.strictObject({ resetId: idInput, locale: z.enum(locales) });

/** Who asked so long ago has another way by now, or has forgotten that they asked. */
const askedWithinMs = 24 * 3600 * 1000;

/** The link that sets a new password, to the account's address. */
export const passwordResetMail = defineOutboxKind({ kind: "password-reset-mail", version: 1, ids });

/** The link's hour begins when it is sent. Nothing is sent once the password was changed or a link was used. */
export const writePasswordResetMail: WriteLetter<z.output<typeof ids>> = async (
  { db, now },
  { resetId, locale },
  { baseUrl, secrets },
) => {
  const [reset] = await db.passwordReset.updateManyAndReturn({
    where: { id: resetId, usedAt: null, createdAt: { gt: new Date(now() - askedWithinMs) } },
    data: { expiresAt: new Date(now() + resetLifetimeMs) },
    select: { tokenHash: true, user: { select: { email: true } } },
  });
  const token = reset && findMailedToken(secrets, resetId, reset.tokenHash);
  if (!token) return null;
  const text = getMailWords(locale).passwordReset({ minutes: resetLifetimeMs / 60_000 });
  return { to: reset.user.email, text, link: `${baseUrl}/reset/${token}` };
};
