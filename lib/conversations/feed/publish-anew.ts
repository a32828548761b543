import type { Ctx } from "@/lib/context";
import { lastSaid, toChatFacts, withLastTurn, withVisitor } from "@/lib/conversations/inbox/to-chat-summary";
import { toTurn } from "@/lib/conversations/turns/archived-turn";
import type { FeedEvent, Turn } from "@/lib/conversations/turns/turn";
import { toJsonField } from "@/lib/kv/json-value";
import { feedKey, kvMaxLength, kvTtlMs, turnsKey } from "@/lib/kv/keys";
import { isKvDown } from "@/lib/kv/kv-down";
import { logError } from "@/lib/log";
import { refillTurns } from "./refill-turns";

/**
 * Puts a turn on staff screens that isn't what was said last: one whose rating or mail changed, or a note. The list of
 * chats stays as it is: what stands in it is the archive's to say. The store being away costs nothing: the repair pass
 * publishes the turn later.
 */
export async function publishAnew(
  ctx: Pick<Ctx, "db" | "kv">,
  teamId: string,
  { conversationId, id }: Pick<Turn, "conversationId" | "id">,
): Promise<void> {
  const [row, conversation] = await Promise.all([
    ctx.db.message.findFirst({ where: { teamId, id } }),
    ctx.db.conversation.findFirst({
      where: { teamId, id: conversationId },
      include: { ...withVisitor, messages: lastSaid },
    }),
  ]);
  const last = conversation?.messages[0];
  if (!row || !last) return;
  const turn = toTurn(row);
  const lastActivityAt = conversation.lastActivityAt.getTime();
  const chat = withLastTurn({ ...toChatFacts(conversation), lastActivityAt }, toTurn(last));
  const event: FeedEvent = { type: "turn", chat, turn };
  const turns = turnsKey(teamId, conversationId);
  const feed = feedKey(teamId);
  try {
    const [appended] = await ctx.kv.redis
      .multi()
      .xadd(turns, "*", toJsonField(turn), { nomkStream: true })
      .pexpire(turns, kvTtlMs.turns)
      .xadd(feed, "*", toJsonField(event), {
        trim: { type: "MAXLEN", comparison: "~", threshold: kvMaxLength.feed },
      })
      .pexpire(feed, kvTtlMs.feed)
      .exec<unknown[]>();
    if (appended === null) await refillTurns(ctx, teamId, conversationId);
  } catch (error) {
    if (!isKvDown(error))
      logError("a turn is in the archive but not in the store", error, { conversationId });
  }
}
