import type { Ctx } from "@/lib/context";
import { uuidv7Ms } from "@/lib/db/uuidv7";
import type { Turn } from "./turn";

/** Ends a visitor's turn that got no answer and returns it so; null when it had ended otherwise, and stays so. */
export async function failVisitorTurn(
  { db }: Pick<Ctx, "db">,
  teamId: string,
  turn: Turn,
  state: "failed" | "aborted" = "failed",
): Promise<Turn | null> {
  const newestMs = BigInt(uuidv7Ms(turn.id));
  const ended = await db.$queryRaw<{ id: string }[]>`
    WITH held AS MATERIALIZED (
      SELECT team_id, id, last_turn_ms FROM conversations
      WHERE team_id = ${teamId}::uuid AND id = ${turn.conversationId}::uuid FOR NO KEY UPDATE
    ), ended AS (
      UPDATE messages m SET state = ${state}::turn_state FROM held h
      WHERE m.team_id = h.team_id AND m.conversation_id = h.id AND m.id = ${turn.id}::uuid AND m.state = 'pending'
      RETURNING m.id
    ), conversation AS (
      UPDATE conversations c SET unanswered = true FROM held h, ended
      WHERE ${state === "failed"}::boolean AND c.team_id = h.team_id AND c.id = h.id AND h.last_turn_ms = ${newestMs}
    )
    SELECT id::text AS id FROM ended`;
  return ended.length > 0 ? { ...turn, state } : null;
}
