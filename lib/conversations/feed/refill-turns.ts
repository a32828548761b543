import type { Ctx } from "@/lib/context";
import { toChatSummary, withVisitor } from "@/lib/conversations/inbox/to-chat-summary";
import { toTurn } from "@/lib/conversations/turns/archived-turn";
import type { Turn } from "@/lib/conversations/turns/turn";
import { toJsonField } from "@/lib/kv/json-value";
import { kvMaxLength, kvTtlMs, turnsKey } from "@/lib/kv/keys";
import { announceTurn } from "./announce-turn";
import { renewTurns } from "./renew-turns";

/** A store that saves its data only now and then can lose about this much when it is restarted. */
export const storeLossMs = 65 * 60_000;

/**
 * Makes a conversation's stream from the archive and returns its turns, oldest first; none for a conversation that
 * the team doesn't have. Screens may have missed what the stream lacked, so its recent turns are told to them
 * again: once refilled, the repair pass can't see any more that they were missing. Doing so twice is harmless,
 * readers keep one turn an id.
 */
export async function refillTurns(
  { db, kv }: Pick<Ctx, "db" | "kv">,
  teamId: string,
  conversationId: string,
): Promise<Turn[]> {
  const [conversation, rows] = await Promise.all([
    db.conversation.findFirst({ where: { teamId, id: conversationId }, include: withVisitor }),
    db.message.findMany({
      where: { teamId, conversationId },
      orderBy: { id: "desc" },
      take: kvMaxLength.turns,
    }),
  ]);
  const turns = rows.reverse().map(toTurn);
  if (!conversation || turns.length === 0) return [];
  const key = turnsKey(teamId, conversationId);
  const recent = Date.now() - storeLossMs;
  const refill = kv.redis.multi();
  for (const turn of turns) refill.xadd(key, "*", toJsonField(turn));
  refill.pexpire(key, kvTtlMs.turns);
  let said: Turn | undefined;
  for (const turn of turns) {
    if (!turn.note) said = turn;
    if (said && Math.max(turn.at, turn.note?.at ?? 0, turn.mail?.at ?? 0) >= recent)
      announceTurn(refill, teamId, toChatSummary(conversation, said), turn);
  }
  renewTurns(refill, teamId);
  await refill.exec();
  return turns;
}
