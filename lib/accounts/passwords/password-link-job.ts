import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { locales } from "@/lib/i18n/locale";
import { idInput } from "@/lib/id-input";
import { createMailedToken } from "@/lib/identity/mailed-token";
import type { RunJob } from "@/lib/jobs/bind-job";
import { defineJob } from "@/lib/jobs/define-job";
import { enqueueOutbox } from "@/lib/outbox/enqueue-outbox";
import { resetLifetimeMs } from "./create-password-reset";
import { passwordResetMail } from "./password-reset-mail";

export const passwordLinkInput = z.strictObject({
  resetId: idInput,
  /** Null where no account has the address: such a request leaves the same row. */
  userId: idInput.nullable(),
  /** In ms. */
  askedAt: z.number(),
  locale: z.enum(locales),
});
export type PasswordLinkInput = z.output<typeof passwordLinkInput>;

/**
 * The embedded database works in the process that answers: an answer under way would be later where there is an
 * account.
 */
const answerFirstMs = 500;

/** Makes the link that somebody asked for who forgot a password, and has it mailed. */
export const passwordLinkJob = defineJob({
  name: "password-link",
  input: passwordLinkInput,
  retry: { attempts: 30, firstDelaySeconds: 5, longestDelaySeconds: 3_600 },
  atOnce: 4,
  teamAtOnce: 4,
  leaseSeconds: 60,
});

/** @param getSecret gives what `getAuthSecret` does */
export function makePasswordLinkBy(getSecret: () => Promise<string>): RunJob<PasswordLinkInput> {
  return async ({ db, now }, { resetId: id, userId, askedAt, locale }, { signal }) => {
    await sleep(answerFirstMs, undefined, { signal });
    if (userId === null || !(await db.user.findUnique({ where: { id: userId }, select: { id: true } })))
      return undefined;
    const { tokenHash } = createMailedToken(await getSecret(), id);
    const times = { createdAt: new Date(askedAt), expiresAt: new Date(now() + resetLifetimeMs) };
    await db.$transaction(async (tx) => {
      const data = { id, userId, tokenHash, ...times };
      const { count } = await tx.passwordReset.createMany({ data, skipDuplicates: true });
      if (count > 0) await enqueueOutbox(tx, passwordResetMail, { resetId: id, locale }, { teamId: null });
    });
    return undefined;
  };
}
