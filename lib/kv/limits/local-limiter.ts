import { LRUCache } from "lru-cache";

export type Hit = { id: string; at: number; isShared: boolean };

/** The hits of a subject that this process accepted in one stretch of time, and what it knows of the one before. */
export type Count = {
  /** Which stretch, counted from 1970. */
  stretch: number;
  own: number;
  /** Accepted while the store was away. */
  unshared: number;
  ownBefore: number;
  /** Everybody's; null until the store was asked. */
  allBefore: number | null;
};

const bounds = { max: 20_000 };

/**
 * The accepted hits of this process, by key. Memory is bounded: beyond 20,000 keys the longest idle ones are forgotten.
 */
export class LocalLimiter {
  readonly #hits = new LRUCache<string, Hit[]>(bounds);
  readonly #counts = new LRUCache<string, Count>(bounds);
  readonly #refusals = new LRUCache<string, number>(bounds);

  /** The hits later than `since` (ms since 1970), oldest first. */
  list(key: string, since: number): Hit[] {
    return this.#hits.get(key)?.filter((hit) => hit.at > since) ?? [];
  }

  /** Adds a hit and forgets those not later than `since`. */
  add(key: string, hit: Hit, since: number): void {
    const hits = [...this.list(key, since), hit].sort((a, b) => a.at - b.at);
    this.#hits.set(key, hits);
  }

  remove(key: string, id: string): void {
    const hits = this.#hits.get(key)?.filter((hit) => hit.id !== id);
    if (hits?.length) this.#hits.set(key, hits);
    else this.#hits.delete(key);
  }

  clear(key: string): void {
    this.#hits.delete(key);
  }

  /** What was counted in that stretch of time; it begins with what the last one left. */
  count(key: string, stretch: number): Count {
    const known = this.#counts.get(key);
    if (known?.stretch === stretch) return known;
    const ownBefore = known?.stretch === stretch - 1 ? known.own : 0;
    const count = { stretch, own: 0, unshared: 0, ownBefore, allBefore: null };
    this.#counts.set(key, count);
    return count;
  }

  /** Until when the key has no room (ms since 1970), as far as this process was told; 0 for nothing known. */
  refusedUntil(key: string): number {
    return this.#refusals.get(key) ?? 0;
  }

  refuse(key: string, until: number): void {
    this.#refusals.set(key, until);
  }
}
