import { LRUCache } from "lru-cache";
import type { Ctx } from "@/lib/context";
import { botCeilingKey, kvTtlMs } from "@/lib/kv/keys";
import { isKvDown } from "@/lib/kv/kv-down";
import { logError } from "@/lib/log";
import { processWide } from "@/lib/process-wide";

const bounds = { max: 2_000, ttl: 10_000 };

/** Notes for the bot's owner that its ceiling refused a message just now. Never rejects. */
export async function noteBotCeiling({ kv }: Pick<Ctx, "kv">, botId: string): Promise<void> {
  if (justNoted().has(botId)) return;
  justNoted().set(botId, true);
  try {
    await kv.redis.set(botCeilingKey(botId), { at: Date.now() }, { px: kvTtlMs.botCeiling });
  } catch (error) {
    if (!isKvDown(error)) logError("a bot's ceiling could not be noted", error, { botId });
  }
}

/** Which this process noted lately: a flood of refusals is one write now and then. */
function justNoted(): LRUCache<string, true> {
  return processWide("noted-ceilings", () => new LRUCache(bounds));
}
