import type { Ctx } from "@/lib/context";
import { withLastTurn } from "@/lib/conversations/inbox/to-chat-summary";
import type { ChatSummary, Turn } from "@/lib/conversations/turns/turn";
import { toJsonField } from "@/lib/kv/json-value";
import { kvTtlMs, turnsKey } from "@/lib/kv/keys";
import { isKvDown } from "@/lib/kv/kv-down";
import { logError } from "@/lib/log";
import { announceTurn } from "./announce-turn";
import { refillTurns } from "./refill-turns";
import { renewTurns } from "./renew-turns";

export type PublishInput = {
  teamId: string;
  /** `lastActivityAt` as the archive has it, where the turn is the chat's newest. */
  summary: Omit<ChatSummary, "lastActivityAt" | "lastTurn"> & { lastActivityAt?: number };
  turn: Turn;
  /** True for the first turn of a conversation: only then may its stream be made. */
  isNew: boolean;
  /** True where the same request has published another turn of the chat: how long the keys live is set then. */
  isFollowing?: boolean;
};

/**
 * Puts a turn that the archive already holds on staff screens: the chat's stream, the team's feed and its list of
 * chats, in one round trip. A stream that is gone is then refilled from the archive. The store being away costs
 * nothing: the archive has the turn, and the repair pass publishes it later.
 */
export async function publishTurn(
  ctx: Ctx,
  { teamId, summary, turn, isNew, isFollowing = false }: PublishInput,
): Promise<void> {
  const { conversationId } = turn;
  const turns = turnsKey(teamId, conversationId);
  try {
    const multi = ctx.kv.redis.multi();
    multi.xadd(turns, "*", toJsonField(turn), { nomkStream: !isNew });
    announceTurn(multi, teamId, withLastTurn(summary, turn), turn);
    if (!isFollowing) renewTurns(multi.pexpire(turns, kvTtlMs.turns), teamId);
    const [appended] = await multi.exec<unknown[]>();
    if (appended === null) await refillTurns(ctx, teamId, conversationId);
  } catch (error) {
    // While the store is away every turn would say so; the repair pass says how many there were.
    if (!isKvDown(error))
      logError("a turn is in the archive but not in the store", error, { conversationId });
  }
}
