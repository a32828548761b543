import { MAX_UNITS } from "./segment";

/**
 * What each term of a question adds to the scores of a few candidate passages: to the passage as a whole, and
 * to its units. Written once, then summed as often as the terms are weighed anew. Kept between searches for
 * its room alone.
 */
export class ContributionLog {
  /** Sums of the last {@link sum}: one number a candidate, and {@link MAX_UNITS} a candidate. */
  bodies = new Float32Array(0);
  units = new Float32Array(0);
  private length = 0;
  private terms = new Uint16Array(4096);
  /** The index of a candidate's unit in `units`; of the candidate itself, negative and from -1 down. */
  private targets = new Int32Array(4096);
  private values = new Float32Array(4096);

  clear(): void {
    this.length = 0;
  }

  addToPassage(term: number, candidate: number, value: number): void {
    this.push(term, -1 - candidate, value);
  }

  addToUnit(term: number, candidate: number, unit: number, value: number): void {
    this.push(term, candidate * MAX_UNITS + unit, value);
  }

  /** For each term, in how many of the chosen candidates it stands. */
  countHolders(chosen: ReadonlySet<number>, termCount: number): Uint32Array {
    const holders = new Uint32Array(termCount);
    for (let index = 0; index < this.length; index++) {
      const target = this.targets[index] ?? 0;
      const term = this.terms[index] ?? 0;
      if (target < 0 && chosen.has(-1 - target)) holders[term] = (holders[term] ?? 0) + 1;
    }
    return holders;
  }

  /** Sums for every candidate; each term's contributions times its factor. */
  sum(candidateCount: number, factors: Float32Array): void {
    this.bodies = zeroed(this.bodies, candidateCount);
    this.units = zeroed(this.units, candidateCount * MAX_UNITS);
    const { bodies, units, terms, targets, values } = this;
    for (let index = 0; index < this.length; index++) {
      const target = targets[index] ?? 0;
      const value = (factors[terms[index] ?? 0] ?? 0) * (values[index] ?? 0);
      if (target < 0) bodies[-1 - target] = (bodies[-1 - target] ?? 0) + value;
      else units[target] = (units[target] ?? 0) + value;
    }
  }

  private push(term: number, target: number, value: number): void {
    if (this.length === this.values.length) this.grow();
    this.terms[this.length] = term;
    this.targets[this.length] = target;
    this.values[this.length++] = value;
  }

  private grow(): void {
    const { terms, targets, values } = this;
    this.terms = new Uint16Array(terms.length * 2);
    this.terms.set(terms);
    this.targets = new Int32Array(targets.length * 2);
    this.targets.set(targets);
    this.values = new Float32Array(values.length * 2);
    this.values.set(values);
  }
}

function zeroed(room: Float32Array<ArrayBuffer>, length: number): Float32Array<ArrayBuffer> {
  if (room.length < length) return new Float32Array(length);
  room.fill(0, 0, length);
  return room;
}
