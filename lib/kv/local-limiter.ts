export type Hit = { id: string; at: number; isShared: boolean };

const maxSubjects = 20_000;

/** The accepted hits of this process, by key. Memory is bounded: beyond 20,000 keys the longest idle ones are forgotten. */
export class LocalLimiter {
  readonly #hits = new Map<string, Hit[]>();

  /** The hits later than `since` (ms since 1970), oldest first. */
  list(key: string, since: number): Hit[] {
    return this.#hits.get(key)?.filter((hit) => hit.at > since) ?? [];
  }

  /** Adds a hit and forgets those not later than `since`. */
  add(key: string, hit: Hit, since: number): void {
    const hits = [...this.list(key, since), hit].sort((a, b) => a.at - b.at);
    this.#hits.delete(key);
    this.#hits.set(key, hits);
    if (this.#hits.size > maxSubjects) this.#forgetOldest();
  }

  remove(key: string, id: string): void {
    const hits = this.#hits.get(key)?.filter((hit) => hit.id !== id);
    if (hits?.length) this.#hits.set(key, hits);
    else this.#hits.delete(key);
  }

  clear(key: string): void {
    this.#hits.delete(key);
  }

  #forgetOldest(): void {
    const oldest = this.#hits.keys().next();
    if (!oldest.done) this.#hits.delete(oldest.value);
  }
}
