import type { Ctx } from "@/lib/context";
import { defaultLocale, findLocale } from "@/lib/i18n/locale";
import { logError } from "@/lib/log";
import { getMailer } from "@/lib/mail/mailer";
import { enqueueOutbox } from "@/lib/outbox/enqueue-outbox";
import { planOf } from "@/lib/plans/limits-of";
import { monthOf } from "@/lib/plans/quota/month-of";
import { readMonth } from "@/lib/plans/quota/read-month";
import { planMail } from "./plan-mail";

/** Percent of a month's messages at which the owners are told. */
export const noticeShares = [80, 100] as const;

type UsageCtx = Pick<Ctx, "db" | "kv" | "now">;

/**
 * Mails the owners of a team that has used 80 or 100 percent of its month's messages, each once a month, where a mail
 * server is set. Never rejects: the job of each quarter-hour tells whom this didn't.
 */
export async function tellUsage(ctx: UsageCtx, teamId: string): Promise<void> {
  if (getMailer() === null) return;
  await tell(ctx, teamId).catch((error) => logError("a team was not told of its usage", error));
}

async function tell(ctx: UsageCtx, teamId: string): Promise<void> {
  const { db, now } = ctx;
  const team = await db.team.findUnique({
    where: { id: teamId },
    select: { plan: true, planUntil: true, timeZone: true },
  });
  const plan = team && planOf(team, now());
  const limit = plan?.limits.messages;
  if (!team || !limit) return;
  const month = monthOf(now(), team.timeZone);
  const used = await readMonth(ctx, teamId, month);
  const reached = noticeShares.filter((share) => used * 100 >= limit * share);
  const last = reached.at(-1);
  if (last === undefined) return;
  await db.$transaction(async (tx) => {
    const at = { teamId, month: new Date(`${month.name}-01T00:00:00Z`) };
    // Who notes it first tells it.
    const noted = await tx.planNotice.createManyAndReturn({
      data: reached.map((share) => ({ ...at, share })),
      skipDuplicates: true,
      select: { share: true },
    });
    if (!noted.some(({ share }) => share === last)) return;
    const owners = await tx.membership.findMany({
      where: { teamId, role: "owner" },
      select: { userId: true },
    });
    const bot = await tx.bot.findFirst({
      where: { teamId, deletedAt: null },
      orderBy: { id: "asc" },
      select: { locale: true },
    });
    const locale = findLocale(bot?.locale ?? "") ?? defaultLocale;
    for (const { userId } of owners)
      await enqueueOutbox(tx, planMail, { teamId, userId, locale, share: last }, { teamId });
  });
}
