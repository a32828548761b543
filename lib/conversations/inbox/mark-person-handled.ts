import { republishChat } from "@/lib/conversations/feed/republish-chat";
import { isUuid } from "@/lib/db/is-uuid";
import { requireRow } from "@/lib/db/require-row";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";

/**
 * Marks a visitor's wish for a person as handled, on all screens. A later wish stands again; where there is none nothing
 * changes. Throws AppError `forbidden` without `chat.handle`, `not_found` for an id that the team doesn't have.
 */
export async function markPersonHandled(ctx: ActorCtx, conversationId: string): Promise<void> {
  requirePermission(ctx.actor, "chat.handle");
  const { teamId } = ctx.actor;
  const known = isUuid(conversationId)
    ? await ctx.db.conversation.count({ where: { teamId, id: conversationId } })
    : 0;
  requireRow(known, "no such conversation in this team");
  const changed = await ctx.db.$executeRaw`
    UPDATE conversations SET person_handled_at = GREATEST(${new Date()}, wants_person_at),
      state = CASE WHEN state = 'waiting' THEN 'bot' ELSE state END
    WHERE team_id = ${teamId}::uuid AND id = ${conversationId}::uuid
      AND wants_person_at > COALESCE(person_handled_at, '-infinity')`;
  if (changed > 0) await republishChat(ctx, teamId, conversationId);
}
