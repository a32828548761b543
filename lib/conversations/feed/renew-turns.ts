import type { Pipeline } from "@upstash/redis";
import { chatsKey, chatsReadyKey, feedKey, kvMaxLength, kvTtlMs } from "@/lib/kv/keys";

/** Adds to a transaction that announces turns how long what they stand in lives from now, and how much of it. */
export function renewTurns(multi: Pipeline<[]>, teamId: string): void {
  const chats = chatsKey(teamId);
  multi
    .pexpire(feedKey(teamId), kvTtlMs.feed)
    .zremrangebyrank(chats, 0, -kvMaxLength.chats - 1)
    .pexpire(chats, kvTtlMs.chats)
    .pexpire(chatsReadyKey(teamId), kvTtlMs.chats);
}
