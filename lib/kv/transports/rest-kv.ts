import type { Redis } from "@upstash/redis";
import { createClient } from "@vercel/kv";
import { Breaker, defaultTimeoutMs } from "@/lib/kv/breaker";
import { canRepeat } from "@/lib/kv/can-repeat";
import { probeKey } from "@/lib/kv/keys";
import type { Kv, KvOptions } from "@/lib/kv/kv";
import { LocalLimiter } from "@/lib/kv/limits/local-limiter";
import { asResponse, readRequest } from "./create-requester";
import { createRestLink } from "./rest-link";
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

/** The store behind the Upstash protocol, with the commands of `@vercel/kv`. */
export function createRestKv(url: string, token: string, options: KvOptions = {}): Kv {
  const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
  // Twice, only to free the connection: the breaker has answered the caller by then.
  const link = createRestLink(url, token, 2 * timeoutMs);
  const redis: Redis = createClient({ url, token, enableAutoPipelining: false });
  const breaker = new Breaker({
    timeoutMs,
    probe: async () => {
      await link.send({ commands: [["EXISTS", probeKey]], mode: "single" });
    },
    // Who watches finds out as well, by reading, that nothing comes any more, and later what came meanwhile.
    onOpen: () => watching.notifyAll(),
    onBack: () => watching.notifyAll(),
  });
  redis.use(async (asked) => {
    const kvRequest = readRequest(asked);
    const outcomes = await breaker.run(
      () => link.send(kvRequest),
      (error) => canRepeat(kvRequest.commands) || isUnsent(error),
    );
    return asResponse(outcomes);
  });
  const watching = createRestWatch(redis, options.pollMs ?? defaultPollMs);
  return {
    transport: "rest",
    redis,
    watch: watching.watch,
    isUp: () => breaker.isUp(),
    generation: () => 1,
    close: async () => {
      watching.close();
      breaker.close();
      link.close();
    },
    localLimiter: new LocalLimiter(),
  };
}

function isUnsent(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ("code" in error && typeof error.code === "string" && unsentCodes.has(error.code)) return true;
  return isUnsent(error.cause);
}
