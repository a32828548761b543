import { LRUCache } from "lru-cache";
import { keepWorking } from "@/lib/background-work";
import { noteBotCeiling } from "@/lib/bots/token/note-bot-ceiling";
import type { Ctx } from "@/lib/context";
import { ipv6Prefix48 } from "@/lib/http/client-ip";
import { pastLimit } from "@/lib/http/require-limit";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { consumeLimits, type LimitHit } from "@/lib/kv/limits/limits";
import type { PendingHit } from "@/lib/kv/limits/pending-hit";
import { processWide } from "@/lib/process-wide";
import { clientIp } from "@/lib/request-context";

/**
 * Counts a visitor's message: by their address, by the bot, and, where this process hasn't seen the chat, by the chats
 * of the address. One round trip. Throws AppError `rate_limited` with `retryAfter` seconds when one of them has no
 * room.
 * @param along what is counted in the same round trip, where there is room
 */
export async function requireMessageLimits(
  ctx: Ctx,
  botId: string,
  chatId: string,
  along: readonly PendingHit[] = [],
): Promise<void> {
  const address = clientIp();
  const chat = `${botId}:${chatId}`;
  const isSeen = seenChats().get(chat) === true;
  const hits: LimitHit[] = [
    { policy: limitPolicies.widgetMessage, subject: address },
    { policy: limitPolicies.botMinute, subject: botId },
    { policy: limitPolicies.botDay, subject: botId },
    ...(isSeen ? [] : [newChat(address, chat)]),
  ];
  const result = await consumeLimits(ctx.kv, hits, Date.now(), along);
  if (!result.ok) {
    if (result.policy === limitPolicies.botMinute || result.policy === limitPolicies.botDay)
      keepWorking(noteBotCeiling(ctx, botId));
    throw pastLimit(result.policy, result.retryAfter);
  }
  seenChats().set(chat, true);
}

function newChat(address: string, once: string): LimitHit {
  const prefix = ipv6Prefix48(address);
  return prefix === null
    ? { policy: limitPolicies.newChats, subject: address, once }
    : { policy: limitPolicies.newChatsByPrefix, subject: prefix, once };
}

/** Chats that were let through: they are not new. */
function seenChats(): LRUCache<string, true> {
  return processWide("seen-chats", () => new LRUCache({ max: 20_000 }));
}
