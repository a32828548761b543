import type { Ctx } from "@/lib/context";
import { chatSummaryKey, chatsKey, turnsKey } from "@/lib/kv/keys";

/**
 * Takes what the store holds of conversations away, but for what the team's feed says of them. Throws as the store does
 * while it is away.
 */
export async function forgetInStore({ kv }: Pick<Ctx, "kv">, teamId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const forget = kv.redis.multi();
  forget.zrem(chatsKey(teamId), ...ids);
  for (const id of ids) forget.del(turnsKey(teamId, id), chatSummaryKey(teamId, id));
  await forget.exec();
}
