import { readStoredTurns } from "@/lib/conversations/feed/read-stored-turns";
import { refillTurns } from "@/lib/conversations/feed/refill-turns";
import { requireRow } from "@/lib/db/require-row";
import { isId } from "@/lib/id-input";
import type { ActorCtx, Asker } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { isKvDown } from "@/lib/kv/kv-down";
import { toTurn } from "./archived-turn";
import { mergeTurns } from "./merge-turns";
import type { Turn } from "./turn";

/**
 * The turns of one of the team's conversations, oldest first: from the store, refilled from the archive where its
 * stream is gone, or from the archive alone while the store is away. Throws AppError `not_found` for an id that the
 * team doesn't have, `forbidden` without `chat.read`.
 */
export async function getTranscript(ctx: ActorCtx<Asker>, conversationId: string): Promise<Turn[]> {
  requirePermission(ctx.actor, "chat.read");
  const { teamId } = ctx.actor;
  const turns = isId(conversationId) ? await readStore(ctx, teamId, conversationId) : [];
  requireRow(turns.length, "no such conversation in this team");
  return mergeTurns(turns);
}

async function readStore(ctx: ActorCtx<Asker>, teamId: string, conversationId: string): Promise<Turn[]> {
  try {
    const turns = await readStoredTurns(ctx, teamId, conversationId);
    return turns.length > 0 ? turns : await refillTurns(ctx, teamId, conversationId);
  } catch (error) {
    if (!isKvDown(error)) throw error;
    const rows = await ctx.db.message.findMany({ where: { teamId, conversationId }, orderBy: { id: "asc" } });
    return rows.map(toTurn);
  }
}
