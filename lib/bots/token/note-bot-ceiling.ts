import { BoundedCache } from "@/lib/bounded-cache";
import type { Ctx } from "@/lib/context";
import { botCeilingKey, kvTtlMs } from "@/lib/kv/keys";
import { isKvDown } from "@/lib/kv/kv-down";
import { logError } from "@/lib/log";
import { processWide } from "@/lib/process-wide";

const againMs = 10_000;

/** Notes for the bot's owner that its ceiling refused a message just now. Never rejects. */
export async function noteBotCeiling({ kv }: Pick<Ctx, "kv">, botId: string): Promise<void> {
  const lastAt = notedAt().get(botId) ?? 0;
  if (Date.now() - lastAt < againMs) return;
  notedAt().set(botId, Date.now());
  try {
    await kv.redis.set(botCeilingKey(botId), { at: Date.now() }, { px: kvTtlMs.botCeiling });
  } catch (error) {
    if (!isKvDown(error)) logError("a bot's ceiling could not be noted", error, { botId });
  }
}

/** When this process last noted each: a flood of refusals is one write now and then. */
function notedAt(): BoundedCache<number> {
  return processWide(
    "noted-ceilings",
    () => new BoundedCache<number>({ maxLength: 2_000, lengthOf: () => 1 }),
  );
}
