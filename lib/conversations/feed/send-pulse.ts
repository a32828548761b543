import type { Ctx } from "@/lib/context";
import { toJsonField } from "@/lib/kv/json-value";
import { kvMaxLength, kvTtlMs, pulsesKey } from "@/lib/kv/keys";
import { isKvDown } from "@/lib/kv/kv-down";
import { logError } from "@/lib/log";
import type { Pulse } from "./pulse";

/**
 * Tells all who follow the team of a moment in one of its chats. Nothing is lost when the store is away, for it would
 * be over by then.
 */
export async function sendPulse({ kv }: Pick<Ctx, "kv">, teamId: string, pulse: Pulse): Promise<void> {
  const key = pulsesKey(teamId);
  try {
    await kv.redis
      .multi()
      .xadd(key, "*", toJsonField(pulse), {
        trim: { type: "MAXLEN", comparison: "~", threshold: kvMaxLength.pulses },
      })
      .pexpire(key, kvTtlMs.pulses)
      .exec();
  } catch (error) {
    if (!isKvDown(error)) logError("a pulse could not be told", error);
  }
}
