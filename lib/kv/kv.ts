import type { Redis } from "@upstash/redis";
import type { LocalLimiter } from "./limits/local-limiter";
import type { Watch } from "./transports/watch-hub";

/** The key-value store: one client class on three transports. */
export type Kv = {
  transport: "embedded" | "tcp" | "rest";
  /**
   * Commands, `pipeline()` and `multi()`. Throws UpstashError with Redis's own text when a command is refused, and
   * `kvDown` (see isKvDown) when the store can't be reached.
   */
  redis: Redis;
  /**
   * Calls `onChange(key)` when the stream `key` may have new entries: also once after watching began, after every lost
   * connection and when the store goes away, so reading onwards from the last position each time misses nothing and
   * fails soon after nothing can come any more. Returns how to stop.
   */
  watch: Watch;
  /** Whether calls reach the store at the moment. */
  isUp(): boolean;
  /** Grows with each connection that is made: the store may then have been restarted and lost what it hadn't saved. */
  generation(): number;
  /** Ends connections, timers and watches. */
  close(): Promise<void>;
  /** The rate limiter of this process, which decides while the store is away. */
  localLimiter: LocalLimiter;
};

export type KvOptions = {
  /** The longest one call may take on TCP and REST, its retry included, in milliseconds; 800 unless said. */
  timeoutMs?: number;
  /** How often watched keys are looked at over REST, in milliseconds; 500 unless said. */
  pollMs?: number;
  /** How often all watched keys count as news over TCP, in milliseconds; 10,000 unless said. */
  sweepMs?: number;
};
