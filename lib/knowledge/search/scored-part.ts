import type { SearchTerm } from "./parse-query";
import { PostingReader } from "./posting-reader";
import { type Segment, segmentByteLength } from "./segment";

/** Terms on average. */
export type AverageLengths = { passage: number; title: number; question: number; sentence: number };

/** What one term adds to the scores of one passage: to the whole, and to its units. */
export type Contribution = {
  term: number;
  passage: number;
  body: number;
  units: { unit: number; value: number }[];
};

/**
 * A segment of one or many documents, with what scoring needs. Passages are numbered within it. Source of
 * the term weights: S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond"
 * (2009).
 */
export class ScoredPart {
  readonly totals = {
    passage: { length: 0, count: 0 },
    title: { length: 0, count: 0 },
    question: { length: 0, count: 0 },
    sentence: { length: 0, count: 0 },
  };
  livePassages: number;
  private readonly passageLengths: Uint32Array;
  private removed: Uint8Array | null = null;

  constructor(
    readonly segment: Segment,
    readonly documentIds: string[],
    /** For each passage the index of its document in `documentIds`. */
    readonly documentOf: Uint32Array,
  ) {
    const { starts, unitOffsets, unitLengths, questionCounts } = segment;
    this.livePassages = starts.length;
    this.passageLengths = new Uint32Array(starts.length);
    for (let passage = 0; passage < starts.length; passage++) {
      const first = unitOffsets[passage] ?? 0;
      const firstSentence = first + 1 + (questionCounts[passage] ?? 0);
      const end = unitOffsets[passage + 1] ?? 0;
      let sum = 0;
      for (let unit = first; unit < end; unit++) {
        const length = unitLengths[unit] ?? 0;
        const total = this.totals[unit === first ? "title" : unit < firstSentence ? "question" : "sentence"];
        total.length += length;
        total.count++;
        sum += length;
      }
      this.passageLengths[passage] = sum;
      this.totals.passage.length += sum;
      this.totals.passage.count++;
    }
  }

  get byteLength(): number {
    return (
      segmentByteLength(this.segment) +
      this.documentOf.byteLength +
      this.passageLengths.byteLength +
      (this.removed?.byteLength ?? 0) +
      this.documentIds.length * BYTES_PER_ID
    );
  }

  remove(documentId: string): void {
    const document = this.documentIds.indexOf(documentId);
    if (document < 0) return;
    for (let passage = 0; passage < this.documentOf.length; passage++) {
      if (this.documentOf[passage] !== document || this.isRemoved(passage)) continue;
      this.removed ??= new Uint8Array(this.documentOf.length);
      this.removed[passage] = 1;
      this.livePassages--;
    }
  }

  isRemoved(passage: number): boolean {
    return this.removed !== null && this.removed[passage] === 1;
  }

  /** In how many passages a term stands (removed ones are still counted until the next merge). */
  countPassages(term: number): number {
    const at = this.find(term);
    if (at < 0) return 0;
    const reader = new PostingReader(this.segment.postings);
    reader.at = this.segment.postingOffsets[at] ?? 0;
    return reader.number();
  }

  /** The best passages, best first. */
  search(
    terms: readonly SearchTerm[],
    averages: AverageLengths,
    limit: number,
  ): { passage: number; score: number }[] {
    const passages = this.segment.starts.length;
    const bodies = borrowZeroes("bodies", passages);
    const units = borrowZeroes("units", this.segment.unitLengths.length);
    for (const { term, weight, idf } of terms) this.accumulate(term, weight * idf, averages, bodies, units);

    const best: { passage: number; score: number }[] = [];
    let floor = 0;
    for (let passage = 0; passage < passages; passage++) {
      const body = bodies[passage] ?? 0;
      if (body === 0 || this.isRemoved(passage)) continue;
      const score = this.combine(passage, body, units);
      if (score <= floor) continue;
      if (best.length === limit) best.pop();
      let place = best.length;
      while (place > 0 && (best[place - 1]?.score ?? 0) < score) place--;
      best.splice(place, 0, { passage, score });
      if (best.length === limit) floor = best[limit - 1]?.score ?? 0;
    }
    return best;
  }

  /** The terms' contributions to a few passages, for weighing the terms anew. */
  contributions(
    terms: readonly SearchTerm[],
    averages: AverageLengths,
    passages: ReadonlySet<number>,
  ): Contribution[] {
    const found: Contribution[] = [];
    for (const { term, weight, idf } of terms) {
      this.walk(term, averages, (passage, count, relativeLength) => {
        if (!passages.has(passage)) return null;
        const entry: Contribution = {
          term,
          passage,
          body: weight * idf * saturate(count, relativeLength),
          units: [],
        };
        found.push(entry);
        return (unit, share) => entry.units.push({ unit, value: weight * idf * share });
      });
    }
    return found;
  }

  /** The score of a passage from those contributions, each times the factor of its term. */
  scoreFrom(
    passage: number,
    contributions: readonly Contribution[],
    factorOf: (term: number) => number,
  ): number {
    const first = this.segment.unitOffsets[passage] ?? 0;
    const units = borrowZeroes("units", (this.segment.unitOffsets[passage + 1] ?? 0) - first);
    let body = 0;
    for (const entry of contributions) {
      if (entry.passage !== passage) continue;
      const factor = factorOf(entry.term);
      body += factor * entry.body;
      for (const { unit, value } of entry.units) units[unit] = (units[unit] ?? 0) + factor * value;
    }
    return this.combine(passage, body, units, first);
  }

  ordinalInDocument(passage: number): number {
    const document = this.documentOf[passage];
    let first = passage;
    while (first > 0 && this.documentOf[first - 1] === document) first--;
    return passage - first;
  }

  private combine(passage: number, body: number, units: Float32Array, base = 0): number {
    const { unitOffsets, questionCounts } = this.segment;
    const first = (unitOffsets[passage] ?? 0) - base;
    const firstSentence = first + 1 + (questionCounts[passage] ?? 0);
    const title = TITLE_WEIGHT * (units[first] ?? 0);
    if (firstSentence > first + 1) {
      const question = largest(units, first + 1, firstSentence);
      return Math.max(body, question) + QUESTION_WEIGHT * question + title;
    }
    return (
      body + SENTENCE_WEIGHT * largest(units, firstSentence, (unitOffsets[passage + 1] ?? 0) - base) + title
    );
  }

  private accumulate(
    term: number,
    weight: number,
    averages: AverageLengths,
    bodies: Float32Array,
    units: Float32Array,
  ): void {
    const { unitOffsets } = this.segment;
    let first = 0;
    const addToUnit = (unit: number, share: number) => {
      units[first + unit] = (units[first + unit] ?? 0) + weight * share;
    };
    this.walk(term, averages, (passage, count, relativeLength) => {
      bodies[passage] = (bodies[passage] ?? 0) + weight * saturate(count, relativeLength);
      first = unitOffsets[passage] ?? 0;
      return addToUnit;
    });
  }

  /** Visits the passages that hold a term and, where the visit returns a visitor, the units within. */
  private walk(
    term: number,
    averages: AverageLengths,
    visit: (
      passage: number,
      count: number,
      relativeLength: number,
    ) => ((unit: number, share: number) => void) | null,
  ): void {
    const at = this.find(term);
    if (at < 0) return;
    const { postings, postingOffsets, unitOffsets, unitLengths, questionCounts } = this.segment;
    const reader = new PostingReader(postings);
    reader.at = postingOffsets[at] ?? 0;
    let passage = 0;
    for (let left = reader.number(); left > 0; left--) {
      const head = reader.number();
      passage += head >>> 1;
      const count = head & 1 ? reader.number() : 1;
      const end = reader.at + count;
      const visitUnit = visit(passage, count, (this.passageLengths[passage] ?? 0) / averages.passage);
      if (visitUnit) {
        const first = unitOffsets[passage] ?? 0;
        const questions = questionCounts[passage] ?? 0;
        const isInTitle = postings[reader.at] === 0;
        let from = reader.at;
        while (from < end) {
          const unit = postings[from++] ?? 0;
          let times = 1;
          while (from < end && postings[from] === unit) {
            from++;
            times++;
          }
          const length = unitLengths[first + unit] ?? 0;
          if (unit === 0) visitUnit(unit, saturate(times, length / averages.title));
          else if (unit <= questions) visitUnit(unit, saturate(times, length / averages.question));
          else {
            const share = saturate(times, length / averages.sentence, SENTENCE_K1);
            visitUnit(unit, isInTitle ? share * TITLE_TERM_SHARE : share);
          }
        }
      }
      reader.at = end;
    }
  }

  private find(term: number): number {
    const { terms } = this.segment;
    let low = 0;
    let high = terms.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const candidate = terms[middle] ?? 0;
      if (candidate === term) return middle;
      if (candidate < term) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}

const K1 = 1.2;
const B = 0.8;
/** Within a sentence, saying a word twice tells hardly more than once. */
const SENTENCE_K1 = 0.5;
const SENTENCE_WEIGHT = 0.5;
const TITLE_WEIGHT = 0.75;
const QUESTION_WEIGHT = 0.5;
/** What a sentence says of the title's own words counts half: all its passages are about them. */
const TITLE_TERM_SHARE = 0.5;
const BYTES_PER_ID = 64;

function saturate(count: number, relativeLength: number, k1 = K1): number {
  return (count * (k1 + 1)) / (count + k1 * (1 - B + B * relativeLength));
}

function largest(values: Float32Array, start: number, end: number): number {
  let most = 0;
  for (let index = start; index < end; index++) {
    const value = values[index] ?? 0;
    if (value > most) most = value;
  }
  return most;
}

const borrowed = { bodies: new Float32Array(0), units: new Float32Array(0) };

/** Room for one search, shared by all indexes: a search is synchronous. */
function borrowZeroes(which: keyof typeof borrowed, length: number): Float32Array {
  if (borrowed[which].length < length) borrowed[which] = new Float32Array(length);
  else borrowed[which].fill(0, 0, length);
  return borrowed[which];
}
