import type { SearchTerm } from "@/lib/knowledge/query/parse-query";
import type { ContributionLog } from "./contribution-log";
import { PostingReader } from "./posting-reader";
import { MAX_UNITS, type Segment, segmentByteLength } from "./segment";

/** Terms on average. */
export type AverageLengths = { passage: number; title: number; question: number; sentence: number };

export type PartCandidate = { passage: number; body: number };

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
  private readonly passageNorms: Float32Array;
  private normedFor: AverageLengths | null = null;
  private removed: Uint8Array | null = null;
  private readonly filter: Uint8Array;

  constructor(
    readonly segment: Segment,
    readonly versionIds: string[],
    /** For each passage the index of its version in `versionIds`. */
    readonly versionOf: Uint32Array,
  ) {
    const { starts, unitOffsets, unitLengths, questionCounts } = segment;
    this.livePassages = starts.length;
    this.filter = filterOf(segment.terms);
    this.passageLengths = new Uint32Array(starts.length);
    this.passageNorms = new Float32Array(starts.length);
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
      this.versionOf.byteLength +
      this.passageLengths.byteLength +
      this.passageNorms.byteLength +
      this.filter.byteLength +
      (this.removed?.byteLength ?? 0) +
      this.versionIds.length * BYTES_PER_ID
    );
  }

  remove(versionId: string): void {
    const document = this.versionIds.indexOf(versionId);
    if (document < 0) return;
    for (let passage = 0; passage < this.versionOf.length; passage++) {
      if (this.versionOf[passage] !== document || this.isRemoved(passage)) continue;
      this.removed ??= new Uint8Array(this.versionOf.length);
      this.removed[passage] = 1;
      this.livePassages--;
    }
  }

  isRemoved(passage: number): boolean {
    return this.removed !== null && this.removed[passage] === 1;
  }

  /** In how many passages a term stands (removed ones are still counted until the next merge). */
  countPassages(term: number): number {
    return this.readPostings(term)?.number() ?? 0;
  }

  /**
   * The passages that hold most of the terms' weight as a whole, best first: the candidates for a closer look.
   * `averages` is the same object until a length changes.
   */
  findCandidates(terms: readonly SearchTerm[], averages: AverageLengths, limit: number): PartCandidate[] {
    this.normalise(averages);
    const passages = this.segment.starts.length;
    const bodies = borrowZeroes(passages);
    for (const { term, weight, idf } of terms) this.accumulate(term, weight * idf, bodies);
    const best: PartCandidate[] = [];
    let floor = 0;
    for (let passage = 0; passage < passages; passage++) {
      const body = bodies[passage] ?? 0;
      if (body <= floor || this.isRemoved(passage)) continue;
      const found = { passage, body };
      if (best.length < limit) best.push(found);
      let place = best.length - 1;
      for (; place > 0; place--) {
        const better = best[place - 1] ?? found;
        if (better.body >= body) break;
        best[place] = better;
      }
      best[place] = found;
      if (best.length === limit) floor = best[limit - 1]?.body ?? 0;
    }
    return best;
  }

  /** Logs what the terms, by their index, add to candidates: passages in ascending order with their numbers. */
  logContributions(
    terms: readonly SearchTerm[],
    averages: AverageLengths,
    candidates: readonly { passage: number; candidate: number }[],
    log: ContributionLog,
  ): void {
    const passages = new Uint32Array(candidates.length + 1).fill(NO_PASSAGE);
    for (const [at, { passage }] of candidates.entries()) passages[at] = passage;
    const norms = this.passageNorms;
    for (const [index, { term, weight, idf }] of terms.entries()) {
      const reader = this.readPostings(term);
      if (!reader) continue;
      const termWeight = weight * idf;
      let next = 0;
      let wanted = passages[0] ?? NO_PASSAGE;
      let passage = 0;
      for (let left = reader.number(); left > 0 && wanted !== NO_PASSAGE; left--) {
        const head = reader.number();
        passage += head >>> 1;
        const count = head & 1 ? reader.number() : 1;
        const from = reader.at;
        reader.at += count;
        if (passage < wanted) continue;
        while (passage > wanted) wanted = passages[++next] ?? NO_PASSAGE;
        if (passage !== wanted) continue;
        const candidate = candidates[next]?.candidate ?? 0;
        log.addToPassage(index, candidate, termWeight * saturate(count, norms[passage] ?? 0, K1));
        this.logUnits(
          { passage, from, end: reader.at, term: index, candidate, weight: termWeight },
          averages,
          log,
        );
      }
    }
  }

  /** The score of a passage from the sums over its terms. */
  combine(passage: number, candidate: number, { bodies, units }: ContributionLog): number {
    const { unitOffsets, questionCounts } = this.segment;
    const body = bodies[candidate] ?? 0;
    const first = candidate * MAX_UNITS;
    const end = first + (unitOffsets[passage + 1] ?? 0) - (unitOffsets[passage] ?? 0);
    const firstSentence = first + 1 + (questionCounts[passage] ?? 0);
    const title = TITLE_WEIGHT * (units[first] ?? 0);
    if (firstSentence > first + 1) {
      const question = largest(units, first + 1, firstSentence);
      return Math.max(ANSWER_SHARE * body, question) + QUESTION_WEIGHT * question + title;
    }
    return body + SENTENCE_WEIGHT * largest(units, firstSentence, end) + title;
  }

  /** Where the passages of each document begin that has any. */
  *firstPassages(): Generator<{ versionId: string; first: number }> {
    let before = -1;
    for (const [passage, document] of this.versionOf.entries()) {
      if (document !== before) yield { versionId: this.versionIds[document] ?? "", first: passage };
      before = document;
    }
  }

  ordinalInDocument(passage: number): number {
    const document = this.versionOf[passage];
    let first = passage;
    while (first > 0 && this.versionOf[first - 1] === document) first--;
    return passage - first;
  }

  private accumulate(term: number, weight: number, bodies: Float32Array): void {
    const reader = this.readPostings(term);
    if (!reader) return;
    const norms = this.passageNorms;
    const { postings } = this.segment;
    let passage = 0;
    let left = reader.number();
    // Most numbers are one byte: those are read here.
    for (let { at } = reader; left > 0; left--) {
      let head = postings[at++] ?? 0;
      if (head >= 0x80) {
        reader.at = at - 1;
        head = reader.number();
        at = reader.at;
      }
      passage += head >>> 1;
      let count = head & 1 ? (postings[at++] ?? 0) : 1;
      if (count >= 0x80) {
        reader.at = at - 1;
        count = reader.number();
        at = reader.at;
      }
      at += count;
      bodies[passage] = (bodies[passage] ?? 0) + weight * saturate(count, norms[passage] ?? 0, K1);
    }
  }

  /** The units that a term's occurrences at `postings[from..end)` are in, which come in ascending order. */
  private logUnits(
    found: { passage: number; from: number; end: number; term: number; candidate: number; weight: number },
    averages: AverageLengths,
    log: ContributionLog,
  ): void {
    const { postings, unitOffsets, unitLengths, questionCounts } = this.segment;
    const first = unitOffsets[found.passage] ?? 0;
    const questions = questionCounts[found.passage] ?? 0;
    const sentenceShare = postings[found.from] === 0 ? TITLE_TERM_SHARE : 1;
    let at = found.from;
    while (at < found.end) {
      const unit = postings[at++] ?? 0;
      let times = 1;
      while (at < found.end && postings[at] === unit) {
        at++;
        times++;
      }
      const length = unitLengths[first + unit] ?? 0;
      const share =
        unit > questions
          ? sentenceShare * saturate(times, norm(length / averages.sentence, SENTENCE_K1), SENTENCE_K1)
          : saturate(times, norm(length / (unit === 0 ? averages.title : averages.question), K1), K1);
      log.addToUnit(found.term, found.candidate, unit, found.weight * share);
    }
  }

  /** Precomputes the part of the weights that depends on lengths alone. */
  private normalise(averages: AverageLengths): void {
    if (this.normedFor === averages) return;
    this.normedFor = averages;
    for (const [passage, length] of this.passageLengths.entries()) {
      this.passageNorms[passage] = norm(length / averages.passage, K1);
    }
  }

  private readPostings(term: number): PostingReader | null {
    const at = this.find(term);
    if (at < 0) return null;
    const reader = new PostingReader(this.segment.postings);
    reader.at = this.segment.postingOffsets[at] ?? 0;
    return reader;
  }

  private find(term: number): number {
    const { terms } = this.segment;
    const place = placeOf(term, this.filter);
    if ((((this.filter[place >>> 3] ?? 0) >>> (place & 7)) & 1) === 0) return -1;
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

const NO_PASSAGE = 0xffff_ffff;
const K1 = 1.2;
const B = 0.8;
/** Within a sentence, saying a word twice tells hardly more than once. */
const SENTENCE_K1 = 0.5;
const SENTENCE_WEIGHT = 0.5;
const TITLE_WEIGHT = 0.75;
const QUESTION_WEIGHT = 0.5;
/** What a pair says, beside what it is asked: words of its answer tell less of whom it is for. */
const ANSWER_SHARE = 0.8;
/** What a sentence says of the title's own words counts half: all its passages are about them. */
const TITLE_TERM_SHARE = 0.5;
const BYTES_PER_ID = 64;

function saturate(count: number, norm: number, k1: number): number {
  return (count * (k1 + 1)) / (count + norm);
}

function norm(relativeLength: number, k1: number): number {
  return k1 * (1 - B + B * relativeLength);
}

function largest(values: Float32Array, start: number, end: number): number {
  let most = 0;
  for (let index = start; index < end; index++) {
    const value = values[index] ?? 0;
    if (value > most) most = value;
  }
  return most;
}

/** A bit for each term, among 8 to 16 for one: most terms that no passage holds are told by it alone. */
function filterOf(terms: Uint32Array): Uint8Array {
  const filter = new Uint8Array(2 ** Math.ceil(Math.log2(Math.max(terms.length, 1))));
  for (const term of terms) {
    const place = placeOf(term, filter);
    filter[place >>> 3] = (filter[place >>> 3] ?? 0) | (1 << (place & 7));
  }
  return filter;
}

/** The multiplier is 2 ** 32 divided by the golden ratio: it spreads terms that follow each other. */
function placeOf(term: number, filter: Uint8Array): number {
  const hash = Math.imul(term, 0x9e37_79b1);
  return (hash ^ (hash >>> 15)) & (filter.length * 8 - 1);
}

let borrowed = new Float32Array(0);

/** Room for one search, shared by all indexes: a search is synchronous. */
function borrowZeroes(length: number): Float32Array {
  if (borrowed.length < length) borrowed = new Float32Array(length);
  else borrowed.fill(0, 0, length);
  return borrowed;
}
