import { createHash } from "node:crypto";
import { z } from "zod";
import { keepWorking } from "@/lib/background-work";
import type { Ctx } from "@/lib/context";
import { getMailWords } from "@/lib/i18n/mail-words";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { consumeLimit } from "@/lib/kv/limits/limits";
import { logError } from "@/lib/log";
import { type PostOffice, postMail } from "@/lib/mail/post-mail";
import { emailField } from "../account-fields";
import { createPasswordReset, resetLifetimeMs } from "./create-password-reset";

export const requestPasswordResetInput = z.strictObject({ email: emailField });

/**
 * Mails a link that sets a new password to the account of an address. What happens, and how long it takes, is the same
 * whether there is one: all that depends on it comes after the answer. Past three requests an hour for an address nothing more is
 * sent, and the links of before go on working. Resolves once it is counted.
 */
export async function requestPasswordReset(
  ctx: Pick<Ctx, "db" | "kv">,
  { email }: z.output<typeof requestPasswordResetInput>,
  office: PostOffice,
): Promise<void> {
  const account = createHash("sha256").update(email).digest("base64url");
  const limit = await consumeLimit(ctx.kv, limitPolicies.resetRequestByAccount, account);
  if (!limit.ok) return;
  keepWorking(
    mailLink(ctx, email, office).catch((error) => logError("a link for a password was not made", error)),
  );
}

async function mailLink(ctx: Pick<Ctx, "db">, email: string, office: PostOffice): Promise<void> {
  const reset = await createPasswordReset(ctx, email, { keepsEarlier: true });
  if (!reset) return;
  postMail(office, {
    to: email,
    text: getMailWords(office.locale).passwordReset({ minutes: resetLifetimeMs / 60_000 }),
    link: `${office.baseUrl}/reset/${reset.token}`,
  });
}
