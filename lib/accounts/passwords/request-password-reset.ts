import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { keepWorking } from "@/lib/background-work";
import type { Ctx } from "@/lib/context";
import { uuidv7 } from "@/lib/db/uuidv7";
import { createMailedToken } from "@/lib/identity/mailed-token";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { consumeLimit } from "@/lib/kv/limits/limits";
import { logError } from "@/lib/log";
import type { Post } from "@/lib/outbox/bind-mail";
import { enqueueOutbox } from "@/lib/outbox/enqueue-outbox";
import { emailField } from "../account-fields";
import { resetLifetimeMs } from "./create-password-reset";
import { passwordResetMail } from "./password-reset-mail";

export const requestPasswordResetInput = z.strictObject({ email: emailField });

/** The embedded database works in this process: an answer under way would be later where there is an account. */
const answerFirstMs = 500;

/**
 * Mails a link that sets a new password to the account of an address. What happens, and how long it takes, is the same
 * whether there is one: the account is looked up when the answer has gone. Past three requests an hour for an address nothing more is
 * sent, and the links of before go on working: nobody can void the one that its owner waits for. Resolves once it is counted.
 */
export async function requestPasswordReset(
  ctx: Pick<Ctx, "db" | "kv">,
  { email }: z.output<typeof requestPasswordResetInput>,
  post: Post,
): Promise<void> {
  const account = createHash("sha256").update(email).digest("base64url");
  const limit = await consumeLimit(ctx.kv, limitPolicies.resetRequestByAccount, account);
  if (!limit.ok) return;
  keepWorking(
    sleep(answerFirstMs)
      .then(() => mailLink(ctx, email, post))
      .catch((error) => logError("a link for a password was not made", error)),
  );
}

async function mailLink({ db }: Pick<Ctx, "db">, email: string, { locale, secret }: Post): Promise<void> {
  const user = await db.user.findUnique({ where: { email }, select: { id: true } });
  if (!user) return;
  const id = uuidv7();
  const { tokenHash } = createMailedToken(secret, id);
  const expiresAt = new Date(Date.now() + resetLifetimeMs);
  await db.$transaction(async (tx) => {
    await tx.passwordReset.create({ data: { id, userId: user.id, tokenHash, expiresAt } });
    await enqueueOutbox(tx, passwordResetMail, { resetId: id, locale }, { teamId: null });
  });
}
