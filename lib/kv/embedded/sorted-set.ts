import { compareBytes } from "./compare-bytes";

export type ScoredMember = { member: string; score: number };

/** Members in the order of score, then of their bytes. */
export class SortedSet {
  readonly #scores = new Map<string, number>();
  readonly #ordered: ScoredMember[] = [];

  get size(): number {
    return this.#ordered.length;
  }

  scoreOf(member: string): number | undefined {
    return this.#scores.get(member);
  }

  set(member: string, score: number): void {
    this.delete(member);
    this.#scores.set(member, score);
    this.#ordered.splice(this.#positionOf(member, score), 0, { member, score });
  }

  delete(member: string): boolean {
    const score = this.#scores.get(member);
    if (score === undefined) return false;
    this.#scores.delete(member);
    this.#ordered.splice(this.#positionOf(member, score), 1);
    return true;
  }

  rankOf(member: string): number | undefined {
    const score = this.#scores.get(member);
    return score === undefined ? undefined : this.#positionOf(member, score);
  }

  /** How many members stand before the first one whose score is at least `score` (or above it, when exclusive). */
  countBelow(score: number, isExclusive: boolean): number {
    return this.#search((entry) => (isExclusive ? entry.score > score : entry.score >= score));
  }

  slice(from: number, to: number): ScoredMember[] {
    return this.#ordered.slice(from, to);
  }

  /** Takes the members at positions `from` up to, not including, `to` out, and returns them. */
  remove(from: number, to: number): ScoredMember[] {
    const removed = this.#ordered.splice(from, Math.max(0, to - from));
    for (const { member } of removed) this.#scores.delete(member);
    return removed;
  }

  #positionOf(member: string, score: number): number {
    return this.#search(
      (entry) => entry.score > score || (entry.score === score && compareBytes(entry.member, member) >= 0),
    );
  }

  #search(isAtOrAfter: (entry: ScoredMember) => boolean): number {
    let low = 0;
    let high = this.#ordered.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = this.#ordered[middle];
      if (entry && isAtOrAfter(entry)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
