import { errors, type Redis } from "@upstash/redis";
import { createClient } from "@vercel/kv";
import { Breaker, defaultTimeoutMs } from "@/lib/kv/breaker";
import { canRepeat } from "@/lib/kv/can-repeat";
import { isStoreAway } from "@/lib/kv/is-store-away";
import { probeKey } from "@/lib/kv/keys";
import type { Kv, KvOptions } from "@/lib/kv/kv";
import { LocalLimiter } from "@/lib/kv/limits/local-limiter";
import { readRequest } from "./create-requester";
import { createRestWatch } from "./rest-watch";

const defaultPollMs = 500;

/** Failures of connecting: the request never left. */
const unsentCodes = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** The store behind the Upstash protocol, through `@vercel/kv`. */
export function createRestKv(url: string, token: string, options: KvOptions = {}): Kv {
  const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
  const redis: Redis = createClient({
    url,
    token,
    retry: { retries: 0 },
    enableAutoPipelining: false,
    // Only frees the connection: the breaker has answered the caller by then.
    signal: () => AbortSignal.timeout(2 * timeoutMs),
  });
  const breaker = new Breaker({
    timeoutMs,
    probe: async () => {
      const response = await fetch(url, {
        method: "POST",
        headers: { authorization: `Bearer ${token}` },
        body: JSON.stringify(["EXISTS", probeKey]),
        signal: AbortSignal.timeout(timeoutMs),
      });
      await response.text();
      if (!response.ok) throw new Error(`the probe was answered with ${response.status}`);
    },
    // Who watches finds out as well, by reading, that nothing comes any more, and later what came meanwhile.
    onOpen: () => watching.notifyAll(),
    onBack: () => watching.notifyAll(),
  });
  redis.use((request, next) => {
    const { commands, mode } = readRequest(request);
    const call = () => next({ ...request, body: mode === "single" ? commands[0] : commands });
    return breaker.run(
      () => call().catch(rethrow),
      (error) => canRepeat(commands) || isUnsent(error),
    );
  });
  const watching = createRestWatch(redis, options.pollMs ?? defaultPollMs);
  return {
    transport: "rest",
    redis,
    watch: watching.watch,
    isUp: () => breaker.isUp(),
    connections: () => 1,
    close: async () => {
      watching.close();
      breaker.close();
    },
    localLimiter: new LocalLimiter(),
  };
}

/**
 * Gives Redis's own words when the server refused a command, without the command, which may hold what a visitor wrote.
 * Everything else (a proxy's error page, a wrong token, a lost connection) means that the store can't be reached.
 */
function rethrow(error: unknown): never {
  if (!(error instanceof errors.UpstashError) || error instanceof errors.UpstashJSONParseError)
    throw error instanceof errors.UpstashError ? new Error("not an answer of a KV store") : error;
  const [text = ""] = error.message.split(", command was: ");
  if (/^[A-Z][A-Z0-9]* /.test(text) && !isStoreAway(text)) throw new errors.UpstashError(text);
  throw new Error(text);
}

function isUnsent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string" && unsentCodes.has(error.code)) return true;
  return isUnsent(error.cause);
}
