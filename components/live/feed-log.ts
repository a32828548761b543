/** Where nothing was read: the store was away then. */
const nowhere = "0-0";

export type LoggedEvent = { id: string; data: string };

/** The newest events of a feed, in order, and from which position on there is no gap among them. */
export class FeedLog {
  readonly #max: number;
  #events: LoggedEvent[] = [];
  #start: string;
  #position: string;

  /** @param position up to which everything is known */
  constructor(position: string, max = 500) {
    this.#start = position;
    this.#position = position;
    this.#max = max;
  }

  /** Of the newest event known. */
  get position(): string {
    return this.#position;
  }

  /** Adds what comes after the position; false for what is known already. */
  add(event: LoggedEvent): boolean {
    if (!isBefore(this.#position, event.id)) return false;
    this.#events.push(event);
    this.#position = event.id;
    if (this.#events.length > this.#max) {
      const gone = this.#events.splice(0, Math.ceil(this.#max / 4)).at(-1);
      if (gone) this.#start = gone.id;
    }
    return true;
  }

  /** What comes after a position; null when that isn't known any more. */
  after(position: string): LoggedEvent[] | null {
    if (position === nowhere || isBefore(position, this.#start)) return null;
    return this.#events.filter(({ id }) => isBefore(position, id));
  }

  /** Begins anew: nothing before the position is known. */
  reset(position: string): void {
    this.#events = [];
    this.#start = position;
    this.#position = position;
  }
}

/** Whether stream position a, `<ms>-<sequence>`, comes before b. */
export function isBefore(a: string, b: string): boolean {
  const [aMs = 0, aSequence = 0] = a.split("-").map(Number);
  const [bMs = 0, bSequence = 0] = b.split("-").map(Number);
  return aMs < bMs || (aMs === bMs && aSequence < bSequence);
}
