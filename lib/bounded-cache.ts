export type CacheBounds<T> = {
  /** UTF-16 units of text that all values together may hold. */
  maxLength: number;
  maxEntries?: number;
  lengthOf: (value: T) => number;
};

/**
 * Values by key, within a bound of memory that is never exceeded; what was not asked for longest goes first. Text that
 * several values share is counted with each.
 */
export class BoundedCache<T> {
  readonly #bounds: CacheBounds<T>;
  readonly #entries = new Map<string, T>();
  #length = 0;

  constructor(bounds: CacheBounds<T>) {
    this.#bounds = bounds;
  }

  get(key: string): T | undefined {
    const value = this.#entries.get(key);
    if (value !== undefined) {
      this.#entries.delete(key);
      this.#entries.set(key, value);
    }
    return value;
  }

  set(key: string, value: T): void {
    this.delete(key);
    this.#entries.set(key, value);
    this.#length += this.#bounds.lengthOf(value);
    const { maxLength, maxEntries = Number.POSITIVE_INFINITY } = this.#bounds;
    for (const oldest of this.#entries.keys()) {
      if (this.#length <= maxLength && this.#entries.size <= maxEntries) break;
      this.delete(oldest);
    }
  }

  get length(): number {
    return this.#length;
  }

  delete(key: string): void {
    const value = this.#entries.get(key);
    if (value === undefined) return;
    this.#length -= this.#bounds.lengthOf(value);
    this.#entries.delete(key);
  }
}
