import { sessionTouchMs } from "@/lib/accounts/sessions/session-lifetime";
import type { Ctx } from "@/lib/context";
import { returnedMail } from "@/lib/conversations/snooze/returned-mail";
import { Prisma } from "@/lib/db/generated/client";
import { defaultLocale, findLocale } from "@/lib/i18n/locale";
import { enqueueOutbox } from "@/lib/outbox/enqueue-outbox";
import { isQuiet } from "@/lib/teams/alerts/is-quiet";
import { isTold } from "@/lib/teams/alerts/is-told";
import { givenMail } from "./given-mail";
import { waitingMail } from "./waiting-mail";

/** Whoever has the dashboard open has so long to see it there first. */
export const seeFirstMs = 3 * 60_000;
/** Older ones were there before anybody was told of them by mail. */
const tellForMs = 24 * 3_600_000;
/** One mail tells of all that came since the last one. */
export const betweenMailsMs = 5 * 60_000;
const mostAtOnce = 100;

type Untold = {
  conversationId: string;
  userId: string;
  at: Date;
  locale: string;
  timeZone: string;
  quietFrom: string | null;
  quietTo: string | null;
};

/**
 * Mails members that visitors wait for a person, of those bots of which they want to know: at once while no such member
 * has the dashboard open, else after three minutes; and a member that a colleague gave them a chat, or that a snoozed
 * one is back with them, at once while they haven't it open, else after three minutes in which they didn't reply. Each
 * member is told of each once, not within their quiet hours, and at most each five minutes. Doing so twice, or on two
 * instances at once, tells nobody twice. Returns how many mails.
 * @param teamId only of this team
 */
export async function tellMembers({ db, now }: Pick<Ctx, "db" | "now">, teamId: string | null = null) {
  const at = now();
  const untold = await db.$queryRaw<(Untold & { teamId: string })[]>`
    SELECT c.team_id::text AS "teamId", c.id::text AS "conversationId", m.user_id::text AS "userId", c.state_at AS at,
      b.locale AS locale, t.time_zone AS "timeZone", m.quiet_from AS "quietFrom", m.quiet_to AS "quietTo"
    FROM conversations c
    JOIN bots b ON b.team_id = c.team_id AND b.id = c.bot_id AND b.deleted_at IS NULL
    JOIN teams t ON t.id = c.team_id
    JOIN memberships m ON m.team_id = c.team_id AND m.alerts_mail
    LEFT JOIN chat_alerts a ON a.team_id = c.team_id AND a.user_id = m.user_id AND a.conversation_id = c.id
    WHERE ((c.state = 'waiting' AND ${isTold(Prisma.raw("m.user_id"))})
        OR (c.state = 'taken' AND c.assignee_id = m.user_id AND (c.given_by IS NOT NULL OR c.snoozed_until IS NOT NULL)
          AND (c.handled_at IS NULL OR c.handled_at < c.state_at))) AND (${teamId}::uuid IS NULL OR c.team_id = ${teamId}::uuid)
      AND c.state_at > ${new Date(at - tellForMs)} AND (a.at IS NULL OR a.at < c.state_at)
      AND (c.state_at <= ${new Date(at - seeFirstMs)} OR NOT EXISTS (
        SELECT FROM sessions s WHERE s.team_id = c.team_id AND s.revoked_at IS NULL AND s.last_seen_at > ${new Date(at - sessionTouchMs)}
          AND ((c.state = 'waiting' AND ${isTold(Prisma.raw("s.user_id"))}) OR s.user_id = m.user_id)
      ))
      AND NOT EXISTS (
        SELECT FROM chat_alerts l WHERE l.team_id = c.team_id AND l.user_id = m.user_id
          AND l.mailed_at > ${new Date(at - betweenMailsMs)}
      )
    ORDER BY c.state_at, c.id LIMIT 10000`;
  const open = untold.filter(({ quietFrom, quietTo, timeZone }) => {
    const hours = quietFrom !== null && quietTo !== null ? { from: quietFrom, to: quietTo } : null;
    return !isQuiet(hours, at, timeZone);
  });
  let mails = 0;
  for (const ofMember of Map.groupBy(open, (row) => `${row.teamId}:${row.userId}`).values()) {
    const [first] = ofMember;
    if (!first) continue;
    const isMailed = await db.$transaction((tx) => tellMember(tx, first, ofMember.slice(0, mostAtOnce), at));
    if (isMailed) mails += 1;
  }
  return mails;
}

/** Who notes it first tells of it; who else would, waits for that and finds it told. */
async function tellMember(
  tx: Prisma.TransactionClient,
  { teamId, userId, locale }: Untold & { teamId: string },
  rows: readonly Untold[],
  at: number,
): Promise<boolean> {
  const noted = await tx.$queryRaw<{ id: string; why: "waits" | "given" | "returned" }[]>`
    INSERT INTO chat_alerts AS a (team_id, user_id, conversation_id, at, mailed_at)
    SELECT ${teamId}::uuid, ${userId}::uuid, c.id, c.state_at, ${new Date(at)}::timestamptz
    FROM conversations c JOIN memberships m ON m.team_id = c.team_id AND m.user_id = ${userId}::uuid
    WHERE c.team_id = ${teamId}::uuid AND (c.state = 'waiting' OR (c.state = 'taken' AND c.assignee_id = ${userId}::uuid))
      AND c.id = ANY(${rows.map(({ conversationId }) => conversationId)}::uuid[])
    ORDER BY c.id
    ON CONFLICT (team_id, user_id, conversation_id) DO UPDATE SET at = EXCLUDED.at, mailed_at = EXCLUDED.mailed_at
      WHERE a.at < EXCLUDED.at
    RETURNING conversation_id::text AS id,
      (SELECT CASE WHEN c.state = 'waiting' THEN 'waits' WHEN c.given_by IS NOT NULL THEN 'given' ELSE 'returned' END
        FROM conversations c WHERE c.team_id = a.team_id AND c.id = a.conversation_id) AS why`;
  const inLocale = findLocale(locale) ?? defaultLocale;
  const about = { teamId, userId, locale: inLocale };
  for (const [why, kind] of [
    ["waits", waitingMail],
    ["given", givenMail],
    ["returned", returnedMail],
  ] as const) {
    const conversationIds = noted.filter((chat) => chat.why === why).map(({ id }) => id);
    if (conversationIds.length > 0) await enqueueOutbox(tx, kind, { ...about, conversationIds }, { teamId });
  }
  return noted.length > 0;
}
