import type { StreamId } from "./stream-id";

export type StreamEntry = { id: StreamId; fields: string[] };

/** Redis keeps stream entries in blocks of up to this many and, asked to trim with `~`, drops whole blocks only. */
const blockSize = 100;

/** An append-only log of entries, oldest first. */
export class Stream {
  readonly #entries: StreamEntry[] = [];
  lastId: StreamId = 0n;
  maxDeletedId: StreamId = 0n;
  addedCount = 0;

  get length(): number {
    return this.#entries.length;
  }

  get first(): StreamEntry | undefined {
    return this.#entries[0];
  }

  get last(): StreamEntry | undefined {
    return this.#entries.at(-1);
  }

  append(entry: StreamEntry): void {
    this.#entries.push(entry);
    this.lastId = entry.id;
    this.addedCount++;
  }

  /** Entries with start ≤ id ≤ stop, oldest first, at most `count`. */
  range(start: StreamId, stop: StreamId, count = Number.POSITIVE_INFINITY): StreamEntry[] {
    const from = this.#countBefore(start);
    return this.#entries.slice(from, Math.min(this.#countBefore(stop + 1n), from + count));
  }

  /** The same, newest first. */
  rangeBack(start: StreamId, stop: StreamId, count = Number.POSITIVE_INFINITY): StreamEntry[] {
    const to = this.#countBefore(stop + 1n);
    return this.#entries.slice(Math.max(this.#countBefore(start), to - count), to).reverse();
  }

  /** Drops the oldest so that at most `maxLength` are left; returns the dropped. */
  trimToLength(maxLength: number, isExact: boolean): StreamEntry[] {
    return this.#dropOldest(this.#entries.length - maxLength, isExact);
  }

  /** Drops entries older than `id`; returns the dropped. */
  trimBefore(id: StreamId, isExact: boolean): StreamEntry[] {
    return this.#dropOldest(this.#countBefore(id), isExact);
  }

  delete(id: StreamId): StreamEntry | undefined {
    const position = this.#countBefore(id);
    if (this.#entries[position]?.id !== id) return undefined;
    if (id > this.maxDeletedId) this.maxDeletedId = id;
    return this.#entries.splice(position, 1)[0];
  }

  #dropOldest(surplus: number, isExact: boolean): StreamEntry[] {
    if (surplus <= 0) return [];
    const isWhole = isExact || surplus === this.#entries.length;
    const dropped = isWhole ? surplus : surplus - (surplus % blockSize);
    return this.#entries.splice(0, dropped);
  }

  #countBefore(id: StreamId): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = this.#entries[middle];
      if (entry && entry.id >= id) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
