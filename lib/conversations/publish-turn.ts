import type { Ctx } from "@/lib/context";
import { toJsonField } from "@/lib/kv/json-value";
import {
  chatSummaryKey,
  chatsKey,
  chatsReadyKey,
  feedKey,
  kvMaxLength,
  kvTtlMs,
  turnsKey,
} from "@/lib/kv/keys";
import { isKvDown } from "@/lib/kv/kv-down";
import { logError } from "@/lib/log";
import { refillTurns } from "./refill-turns";
import type { ChatSummary, FeedEvent, Turn } from "./turn";

export type PublishInput = {
  teamId: string;
  summary: Omit<ChatSummary, "lastActivityAt" | "lastTurn">;
  turn: Turn;
  /** True for the first turn of a conversation: only then may its stream be made. */
  isNew: boolean;
};

/**
 * Puts a turn that the archive already holds on staff screens: the chat's stream, the team's feed and its list of chats,
 * in one round trip. A stream that is gone is refilled from the archive first. The store being away costs
 * nothing: the archive has the turn, and the repair pass publishes it later.
 */
export async function publishTurn(ctx: Ctx, { teamId, summary, turn, isNew }: PublishInput): Promise<void> {
  const chat: ChatSummary = {
    ...summary,
    lastActivityAt: turn.at,
    lastTurn: { author: turn.author, text: turn.bubbles[0] ?? "", answered: turn.answered },
  };
  const event: FeedEvent = { type: "turn", chat, turn };
  const turns = turnsKey(teamId, turn.conversationId);
  try {
    const [appended] = await ctx.kv.redis
      .multi()
      .xadd(turns, "*", toJsonField(turn), { nomkStream: !isNew })
      .pexpire(turns, kvTtlMs.turns)
      .xadd(feedKey(teamId), "*", toJsonField(event), {
        trim: { type: "MAXLEN", comparison: "~", threshold: kvMaxLength.feed },
      })
      .pexpire(feedKey(teamId), kvTtlMs.feed)
      .zadd(chatsKey(teamId), { gt: true }, { score: turn.at, member: turn.conversationId })
      .zremrangebyrank(chatsKey(teamId), 0, -kvMaxLength.chats - 1)
      .pexpire(chatsKey(teamId), kvTtlMs.chats)
      .pexpire(chatsReadyKey(teamId), kvTtlMs.chats)
      .set(chatSummaryKey(teamId, turn.conversationId), chat, { px: kvTtlMs.chats })
      .exec();
    if (appended === null) await refillTurns(ctx, teamId, turn.conversationId);
  } catch (error) {
    // While the store is away every turn would say so; the repair pass says how many there were.
    if (!isKvDown(error))
      logError("a turn is in the archive but not in the store", error, {
        conversationId: turn.conversationId,
      });
  }
}
