import { setTimeout as sleep } from "node:timers/promises";
import { errors } from "@upstash/redis";
import { kvDown } from "./kv-down";

/** Less than a second, for a visitor waits. */
export const defaultTimeoutMs = 800;

const firstProbeMs = 250;
const slowestProbeMs = 2_000;
const retryPauseMs = 50;

export type BreakerOptions = {
  /** The longest a caller waits for one call, its one retry included, in milliseconds. */
  timeoutMs: number;
  /** Resolves when the store answers again. Called in the background, never twice at once. */
  probe: () => Promise<void>;
  /** Told when the store is given up on, so that connections and what waits on them can be dropped. */
  onOpen?: () => void;
  /** Told when the store answers again. */
  onBack?: () => void;
};

/**
 * Stands between callers and a store that may be away. The first call that can't get through opens it; from then on
 * every call fails at once, while a probe in the background finds out when the store is back.
 */
export class Breaker {
  readonly #options: BreakerOptions;
  readonly #closing = new AbortController();
  #isOpen = false;
  #failure: unknown;

  constructor(options: BreakerOptions) {
    this.#options = options;
  }

  isUp(): boolean {
    return !this.#isOpen;
  }

  /**
   * Runs a call, once more if it failed quickly and `canRepeat` allows it for that failure. Passes UpstashError
   * through:
   * the store answered. Throws kvDown for every other failure and while the breaker is open.
   */
  async run<T>(call: () => Promise<T>, canRepeat: (error: unknown) => boolean): Promise<T> {
    if (this.#isOpen) throw kvDown(this.#failure);
    const deadline = createDeadline(this.#options.timeoutMs);
    try {
      return await Promise.race([attempt(call, canRepeat, deadline.isOver), deadline.passed]);
    } catch (error) {
      if (error instanceof errors.UpstashError) throw error;
      this.#open(error);
      throw kvDown(error);
    } finally {
      deadline.cancel();
    }
  }

  close(): void {
    this.#closing.abort();
  }

  #open(failure: unknown): void {
    if (this.#isOpen || this.#closing.signal.aborted) return;
    this.#isOpen = true;
    this.#failure = failure;
    this.#options.onOpen?.();
    void this.#probeUntilBack();
  }

  async #probeUntilBack(): Promise<void> {
    const { signal } = this.#closing;
    for (let pause = firstProbeMs; !signal.aborted; pause = Math.min(2 * pause, slowestProbeMs)) {
      await sleep(pause, undefined, { signal, ref: false }).catch(() => {});
      if (signal.aborted) return;
      if (await this.#answersInTime()) {
        this.#isOpen = false;
        this.#options.onBack?.();
        return;
      }
      this.#options.onOpen?.();
    }
  }

  async #answersInTime(): Promise<boolean> {
    const deadline = createDeadline(this.#options.timeoutMs);
    try {
      await Promise.race([this.#options.probe(), deadline.passed]);
      return true;
    } catch {
      return false;
    } finally {
      deadline.cancel();
    }
  }
}

async function attempt<T>(
  call: () => Promise<T>,
  canRepeat: (error: unknown) => boolean,
  isOver: () => boolean,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof errors.UpstashError || !canRepeat(error) || isOver()) throw error;
    await sleep(retryPauseMs);
    if (isOver()) throw error;
    return call();
  }
}

type Deadline = { passed: Promise<never>; isOver: () => boolean; cancel: () => void };

function createDeadline(ms: number): Deadline {
  const { promise: passed, reject } = Promise.withResolvers<never>();
  passed.catch(() => {});
  let isOver = false;
  const end = () => {
    isOver = true;
    reject(new Error(`no answer within ${ms} ms`));
  };
  // What has arrived is read before setImmediate runs: after a long computation of our own, an answer that waits in the
  // socket still counts as in time.
  const timer = setTimeout(() => setImmediate(end), ms);
  return { passed, isOver: () => isOver, cancel: () => clearTimeout(timer) };
}
