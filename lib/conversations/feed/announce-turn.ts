import type { Pipeline } from "@upstash/redis";
import type { ChatSummary, FeedEvent, Turn } from "@/lib/conversations/turns/turn";
import { toJsonField } from "@/lib/kv/json-value";
import { chatSummaryKey, chatsKey, feedKey, kvMaxLength, kvTtlMs } from "@/lib/kv/keys";

/** Adds to a transaction what tells staff screens of a turn: the team's feed and its list of chats. */
export function announceTurn(multi: Pipeline<[]>, teamId: string, chat: ChatSummary, turn: Turn): void {
  const event: FeedEvent = { type: "turn", chat, turn };
  const feed = feedKey(teamId);
  const chats = chatsKey(teamId);
  multi
    .xadd(feed, "*", toJsonField(event), {
      trim: { type: "MAXLEN", comparison: "~", threshold: kvMaxLength.feed },
    })
    .zadd(chats, { gt: true }, { score: chat.lastActivityAt, member: chat.id })
    .set(chatSummaryKey(teamId, chat.id), chat, { px: kvTtlMs.chats });
}
