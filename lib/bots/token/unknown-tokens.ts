import { LRUCache } from "lru-cache";
import { processWide } from "@/lib/process-wide";

/**
 * A token comes into being with its bot: only that of a bot which was taken away and brought back was unknown before.
 */
const bounds = { max: 2_000, ttl: 10_000 };

/** Whether the token was looked for in vain within the last ten seconds. */
export function isUnknownToken(token: string): boolean {
  return lookedFor().has(token);
}

export function rememberUnknownToken(token: string): void {
  lookedFor().set(token, true);
}

export function forgetUnknownToken(token: string): void {
  lookedFor().delete(token);
}

/** Apart from the bots that are remembered, which these must not push out. */
function lookedFor(): LRUCache<string, true> {
  return processWide("unknown-tokens", () => new LRUCache(bounds));
}
