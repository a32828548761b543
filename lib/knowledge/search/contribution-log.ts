import { MAX_UNITS } from "./segment";

/**
 * What each term of a question adds to the scores of a few candidate passages: to the passage as a whole, and
 * to its units. Written once, then summed as often as the terms are weighed anew.
 */
export class ContributionLog {
  private terms: number[] = [];
  private candidates: number[] = [];
  private units: number[] = [];
  private values: number[] = [];

  /** `unit` is that of the passage, or {@link WHOLE_PASSAGE}. */
  add(term: number, candidate: number, unit: number, value: number): void {
    this.terms.push(term);
    this.candidates.push(candidate);
    this.units.push(unit);
    this.values.push(value);
  }

  /** For each term, in how many of the chosen candidates it stands. */
  countHolders(isChosen: (candidate: number) => boolean, termCount: number): Uint32Array {
    const holders = new Uint32Array(termCount);
    for (const [index, unit] of this.units.entries()) {
      const term = this.terms[index] ?? 0;
      if (unit === WHOLE_PASSAGE && isChosen(this.candidates[index] ?? 0))
        holders[term] = (holders[term] ?? 0) + 1;
    }
    return holders;
  }

  /** Sums for every candidate; each term's contributions times its factor. */
  sum(candidateCount: number, factors: Float32Array): CandidateSums {
    const bodies = new Float32Array(candidateCount);
    const units = new Float32Array(candidateCount * MAX_UNITS);
    for (let index = 0; index < this.values.length; index++) {
      const candidate = this.candidates[index] ?? 0;
      const unit = this.units[index] ?? 0;
      const value = (factors[this.terms[index] ?? 0] ?? 0) * (this.values[index] ?? 0);
      if (unit === WHOLE_PASSAGE) bodies[candidate] = (bodies[candidate] ?? 0) + value;
      else units[candidate * MAX_UNITS + unit] = (units[candidate * MAX_UNITS + unit] ?? 0) + value;
    }
    return {
      body: (candidate) => bodies[candidate] ?? 0,
      units: (candidate) => units.subarray(candidate * MAX_UNITS, (candidate + 1) * MAX_UNITS),
    };
  }
}

export type CandidateSums = {
  body: (candidate: number) => number;
  units: (candidate: number) => Float32Array;
};

export const WHOLE_PASSAGE = -1;
