/** What a term weighs of its weight in a unit, by how often it stands there and how long that is. */
export class UnitShares {
  /** Of terms that stand there once, by the length. */
  readonly #once: Float64Array;

  constructor(
    readonly average: number,
    readonly k1: number,
  ) {
    this.#once = Float64Array.from({ length: lengthsKept }, (_, length) => this.#work(1, length));
  }

  get byteLength(): number {
    return this.#once.byteLength;
  }

  of(times: number, length: number): number {
    return times === 1 && length < lengthsKept ? (this.#once[length] ?? 0) : this.#work(times, length);
  }

  #work(times: number, length: number): number {
    return saturate(times, norm(length / this.average, this.k1), this.k1);
  }
}

/** Terms in a unit. */
const lengthsKept = 128;

/** What of a term's weight is left where it stands so often. */
export function saturate(count: number, norm: number, k1: number): number {
  return (count * (k1 + 1)) / (count + norm);
}

/** What the length does to that, relative to the average. */
export function norm(relativeLength: number, k1: number): number {
  return k1 * (1 - B + B * relativeLength);
}

const B = 0.8;
