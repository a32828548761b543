import { errors, Redis } from "@upstash/redis";
import { Engine } from "@/lib/kv/embedded/engine";
import type { Kv } from "@/lib/kv/kv";
import { LocalLimiter } from "@/lib/kv/limits/local-limiter";
import { createRequester } from "./create-requester";
import { WatchHub } from "./watch-hub";

/** The store inside this process, for one instance: gone when the process ends. */
export function createEmbeddedKv(): Kv {
  const hub = new WatchHub({ onWatched: (key) => hub.notify(key) });
  const engine = new Engine({ onAppend: (key) => hub.notify(key) });
  const requester = createRequester(async (commands, isAtomic) => {
    if (!isAtomic) return engine.run(commands);
    const outcomes = engine.runAtomically(commands);
    if (!outcomes)
      throw new errors.UpstashError("EXECABORT Transaction discarded because of previous errors.");
    return outcomes;
  });
  return {
    transport: "embedded",
    redis: new Redis(requester),
    watch: hub.watch,
    isUp: () => true,
    generation: () => 1,
    close: async () => {
      hub.clear();
      engine.close();
    },
    localLimiter: new LocalLimiter(),
  };
}
