import { Prisma } from "@/lib/db/generated/client";
import type { ActorCtx } from "@/lib/identity/actor";
import { isTold } from "./is-told";

export type BotAlerts = {
  id: string;
  name: string;
  /** As the member chose. */
  isOn: boolean;
  /** They are told even so, since everybody in the team turned it off. */
  isOffForAll: boolean;
};

/** The team's bots, and of which of them the actor is told when a visitor waits. */
export async function listBotAlerts({ db, actor }: ActorCtx): Promise<BotAlerts[]> {
  const { teamId, userId } = actor;
  const rows = await db.$queryRaw<{ id: string; name: string; isOn: boolean; isTold: boolean }[]>`
    SELECT b.id::text AS id, b.name, NOT EXISTS (
        SELECT FROM muted_bots m WHERE m.team_id = b.team_id AND m.user_id = ${userId}::uuid AND m.bot_id = b.id
      ) AS "isOn", ${isTold(Prisma.sql`${userId}::uuid`)} AS "isTold"
    FROM bots b WHERE b.team_id = ${teamId}::uuid AND b.deleted_at IS NULL ORDER BY b.id`;
  return rows.map(({ isTold: told, ...bot }) => ({ ...bot, isOffForAll: !bot.isOn && told }));
}
