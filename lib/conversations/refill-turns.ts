import type { Ctx } from "@/lib/context";
import { toJsonField } from "@/lib/kv/json-value";
import { kvMaxLength, kvTtlMs, turnsKey } from "@/lib/kv/keys";
import { toTurn } from "./archived-turn";
import type { Turn } from "./turn";

/**
 * Makes a conversation's stream from the archive and returns its turns, oldest first; none for a conversation that the
 * team doesn't have. Doing so twice is harmless: readers keep one turn an id.
 */
export async function refillTurns({ db, kv }: Ctx, teamId: string, conversationId: string): Promise<Turn[]> {
  const rows = await db.message.findMany({
    where: { teamId, conversationId },
    orderBy: { id: "desc" },
    take: kvMaxLength.turns,
  });
  const turns = rows.reverse().map(toTurn);
  if (turns.length === 0) return [];
  const key = turnsKey(teamId, conversationId);
  const refill = kv.redis.multi();
  for (const turn of turns) refill.xadd(key, "*", toJsonField(turn));
  refill.pexpire(key, kvTtlMs.turns);
  await refill.exec();
  return turns;
}
