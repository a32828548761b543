import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { getMailWords } from "@/lib/i18n/words/mail-words";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { consumeLimits } from "@/lib/kv/limits/limits";
import { mailTime } from "@/lib/mail/mail-time";
import type { Mailer } from "@/lib/mail/mailer";
import { renderMail } from "@/lib/mail/render-mail";

/**
 * Sends a mail to the actor's own address, to nobody else, and waits until the server took it.
 * Throws AppError `forbidden`, `rate_limited` or `unavailable` (reasons `mail_…`; `mail_none` without a mail server).
 */
export async function sendTestMail(
  { kv, actor }: ActorCtx,
  mailer: Mailer | null,
  { locale, baseUrl }: { locale: Locale; baseUrl: string },
  now = new Date(),
): Promise<{ to: string }> {
  requirePermission(actor, "team.manage");
  if (!mailer) throw new AppError("unavailable", "no mail server is set", { reason: "mail_none" });
  const limit = await consumeLimits(kv, [
    { policy: limitPolicies.connectionTest, subject: actor.userId },
    { policy: limitPolicies.testMailByAddress, subject: actor.email },
  ]);
  if (!limit.ok) throw new AppError("rate_limited", "too many tests", { retryAfter: limit.retryAfter });
  const { test, sentBy, linkHelp } = getMailWords(locale);
  const place = { language: locale, end: sentBy(new URL(baseUrl).host), linkHelp };
  await mailer.send({ to: actor.email, ...renderMail(test({ at: mailTime(locale, now) }), place) });
  return { to: actor.email };
}
