import { setTimeout as sleep } from "node:timers/promises";
import type { Env } from "@/lib/env";
import type { Kv } from "@/lib/kv/client";
import { describeCause } from "@/lib/kv/kv-down";
import { StartError } from "./start-error";

/** Throws StartError when the configured KV store doesn't answer a PING; the embedded one always does. */
export async function requireKv(kv: Kv, env: Env): Promise<void> {
  const url = env.KV_REST_API_URL ?? env.REDIS_URL;
  if (!url) return;
  const name = env.KV_REST_API_URL ? "KV_REST_API_URL" : "REDIS_URL";
  for (let attempt = 1; ; attempt++) {
    try {
      await kv.redis.ping();
      return;
    } catch (error) {
      if (attempt < 12) {
        await sleep(400);
        continue;
      }
      throw new StartError(
        `Can't reach the KV store ${hostsOf(url)} (${describeCause(error)}): check ${name} and that it is running there.`,
      );
    }
  }
}

function hostsOf(urls: string): string {
  return urls
    .split(",")
    .map((url) => new URL(url).host)
    .join(", ");
}
