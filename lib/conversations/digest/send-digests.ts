import type { Ctx } from "@/lib/context";
import { defaultLocale, findLocale } from "@/lib/i18n/locale";
import { enqueueOutbox } from "@/lib/outbox/enqueue-outbox";
import { digestMail } from "./digest-mail";

/** Of a day that ended longer ago, as when nothing ran, no digest is sent. */
const lateMs = 6 * 3_600_000;
const mostAtOnce = 500;

type Due = { teamId: string; userId: string; locale: string; from: Date; until: Date };

/**
 * Sends each member who wants a digest that of the day that ended last, once; a day goes from the hour that they chose
 * to the next such hour, in the team's time zone. Doing so twice, or on two instances at once, sends none twice.
 * Returns how many were put into the outbox.
 */
export async function sendDigests({ db, now }: Pick<Ctx, "db" | "now">): Promise<number> {
  const at = new Date(now());
  const due = await db.$queryRaw<Due[]>`
    SELECT d.*, COALESCE((
        SELECT b.locale FROM bots b WHERE b.team_id = d."teamId"::uuid AND b.deleted_at IS NULL ORDER BY b.id LIMIT 1
      ), '') AS locale
    FROM (
      SELECT m.team_id::text AS "teamId", m.user_id::text AS "userId", m.digested_at,
        (h.until - interval '1 day') AT TIME ZONE t.time_zone AS from, h.until AT TIME ZONE t.time_zone AS until
      FROM memberships m JOIN teams t ON t.id = m.team_id,
        LATERAL (SELECT ${at}::timestamptz AT TIME ZONE t.time_zone AS now) l,
        LATERAL (SELECT date_trunc('day', l.now) + make_interval(hours => m.digest_hour) AS hour) s,
        LATERAL (SELECT CASE WHEN s.hour <= l.now THEN s.hour ELSE s.hour - interval '1 day' END AS until) h
      WHERE m.digest_hour IS NOT NULL
    ) d
    WHERE d.digested_at < d.until AND d.until > ${new Date(at.getTime() - lateMs)}
    LIMIT ${mostAtOnce}`;
  let sent = 0;
  for (const { teamId, userId, locale, from, until } of due) {
    const isSent = await db.$transaction(async (tx) => {
      // Who notes it first sends it; who else would, waits for that and finds it sent.
      const noted = await tx.membership.updateMany({
        where: { teamId, userId, digestHour: { not: null }, digestedAt: { lt: until } },
        data: { digestedAt: until },
      });
      if (noted.count === 0) return false;
      const day = { from: from.getTime(), until: until.getTime() };
      const ids = { teamId, userId, locale: findLocale(locale) ?? defaultLocale, ...day };
      await enqueueOutbox(tx, digestMail, ids, { teamId });
      return true;
    });
    if (isSent) sent += 1;
  }
  return sent;
}
