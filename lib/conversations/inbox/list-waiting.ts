import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";

/** A chat whose visitor asked for a person, at `wantedAt` (Unix milliseconds), which nobody has marked as handled since. */
export type WaitingChat = { id: string; wantedAt: number };

const maxWaiting = 500;

/** The team's waiting chats, longest first, at most 500. Throws AppError `forbidden` without `chat.read`. */
export async function listWaiting({ db, actor }: ActorCtx): Promise<WaitingChat[]> {
  requirePermission(actor, "chat.read");
  const rows = await db.$queryRaw<{ id: string; wantedAt: Date }[]>`
    SELECT c.id::text AS id, c.wants_person_at AS "wantedAt"
    FROM conversations c JOIN bots b ON b.team_id = c.team_id AND b.id = c.bot_id AND b.deleted_at IS NULL
    WHERE c.team_id = ${actor.teamId}::uuid
      AND c.wants_person_at > COALESCE(c.person_handled_at, '-infinity'::timestamptz)
    ORDER BY c.wants_person_at, c.id LIMIT ${maxWaiting}`;
  return rows.map(({ id, wantedAt }) => ({ id, wantedAt: wantedAt.getTime() }));
}
