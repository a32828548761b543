import { createHash } from "node:crypto";
import { z } from "zod";
import type { Ctx } from "@/lib/context";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { Locale } from "@/lib/i18n/locale";
import { enqueue } from "@/lib/jobs/enqueue";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { consumeLimit } from "@/lib/kv/limits/limits";
import { emailField } from "../account-fields";
import { passwordLinkJob } from "./password-link-job";

export const requestPasswordResetInput = z.strictObject({ email: emailField });

/**
 * Mails a link that sets a new password to the account of an address. What is done, and how long it takes, is the same
 * whether there is one: the same row is written, and what follows from it begins when the answer has gone. Past three
 * requests an hour for an address nothing more is sent, and the links of before go on working: nobody can void the one
 * that its owner waits for. Once it resolves the mail is sent, whatever becomes of this process.
 */
export async function requestPasswordReset(
  { db, kv }: Pick<Ctx, "db" | "kv">,
  { email }: z.output<typeof requestPasswordResetInput>,
  locale: Locale,
): Promise<void> {
  const account = createHash("sha256").update(email).digest("base64url");
  const limit = await consumeLimit(kv, limitPolicies.resetRequestByAccount, account);
  if (!limit.ok) return;
  const [found] = await db.$queryRaw<{ userId: string | null }[]>`
    SELECT (SELECT id FROM users WHERE email = ${email}) AS "userId"`;
  const input = { resetId: uuidv7(), userId: found?.userId ?? null, askedAt: Date.now(), locale };
  await enqueue(db, passwordLinkJob, input, { teamId: null });
}
