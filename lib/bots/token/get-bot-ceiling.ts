import { z } from "zod";
import type { Ctx } from "@/lib/context";
import { botCeilingKey } from "@/lib/kv/keys";
import { unlessDown } from "@/lib/kv/kv-down";

const noted = z.object({ at: z.number() });

/** When the bot's ceiling last refused a message, within 24 hours; null for never, or while the store is away. */
export async function getBotCeiling({ kv }: Pick<Ctx, "kv">, botId: string): Promise<Date | null> {
  const { data } = noted.safeParse(await unlessDown(() => kv.redis.get(botCeilingKey(botId))));
  return data ? new Date(data.at) : null;
}
