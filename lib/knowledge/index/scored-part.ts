import type { SearchTerm } from "@/lib/knowledge/query/parse-query";
import type { ContributionLog } from "./contribution-log";
import { PostingReader } from "./posting-reader";
import type { PostingTrace } from "./posting-trace";
import { type Segment, segmentByteLength } from "./segment";
import { norm, saturate, UnitShares } from "./unit-shares";

/** Terms on average. */
export type AverageLengths = { passage: number; title: number; question: number; sentence: number };

export type PartCandidate = { passage: number; body: number };

/** What a search in one part needs and finds out. */
export type PartSearch = {
  /** Where the postings of each term begin, -1 for those of none. */
  places: Int32Array;
  /** For each term where its postings begin in the trace; one more at the end. */
  traced: Uint32Array;
  trace: PostingTrace;
  averages: AverageLengths;
  limit: number;
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
  private readonly passageNorms: Float32Array;
  /** What a term that stands there once weighs of its weight. */
  private readonly passageShares: Float64Array;
  private unitShares = sharesFor({ passage: 1, title: 1, question: 1, sentence: 1 });
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
    this.passageShares = new Float64Array(starts.length);
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
      this.passageShares.byteLength +
      Object.values(this.unitShares).reduce((sum, { byteLength }) => sum + byteLength, 0) +
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

  /** Where in the postings those of a term begin; -1 for one that stands nowhere. */
  placeOf(term: number): number {
    const at = this.find(term);
    return at < 0 ? -1 : (this.segment.postingOffsets[at] ?? 0);
  }

  /** In how many passages the term stands whose postings begin there (removed ones count until the next merge). */
  countAt(place: number): number {
    return place < 0 ? 0 : this.readAt(place).number();
  }

  /** Whether a term stands in any passage. */
  holds(term: number): boolean {
    const place = this.placeOf(term);
    // No number but 0 begins with that byte.
    return place >= 0 && this.segment.postings[place] !== 0;
  }

  /**
   * The passages that hold most of the terms' weight as a whole, best first: the candidates for a closer look.
   * `averages` is the same object until a length changes. `traced` gets where the trace of each term ends.
   */
  findCandidates(
    terms: readonly SearchTerm[],
    { places, traced, averages, limit, trace }: PartSearch,
  ): PartCandidate[] {
    this.normalise(averages);
    const passages = this.segment.starts.length;
    const bodies = borrowZeroes(passages);
    traced[0] = trace.length;
    for (const [index, { weight, idf }] of terms.entries()) {
      const place = places[index] ?? -1;
      if (place >= 0) this.accumulate(place, weight * idf, bodies, trace);
      traced[index + 1] = trace.length;
    }
    return this.pickBest(bodies, limit);
  }

  /** The passages with the highest numbers, best first; of equal ones the earlier. */
  private pickBest(bodies: Float32Array, limit: number): PartCandidate[] {
    const passages = this.segment.starts.length;
    const best = new Uint32Array(limit);
    const most = new Float32Array(limit);
    let found = 0;
    let floor = 0;
    for (let passage = 0; passage < passages; passage++) {
      const body = bodies[passage] ?? 0;
      if (body <= floor || this.isRemoved(passage)) continue;
      let place = found < limit ? found++ : limit - 1;
      for (; place > 0; place--) {
        const better = most[place - 1] ?? 0;
        if (better >= body) break;
        most[place] = better;
        best[place] = best[place - 1] ?? 0;
      }
      most[place] = body;
      best[place] = passage;
      if (found === limit) floor = most[limit - 1] ?? 0;
    }
    return Array.from({ length: found }, (_, at) => ({ passage: best[at] ?? 0, body: most[at] ?? 0 }));
  }

  /**
   * Logs what the terms, by their index, add to candidates, which are passages with their numbers. To be called after
   * {@link findCandidates}, with what that traced.
   */
  logContributions(
    terms: readonly SearchTerm[],
    { traced, trace }: PartSearch,
    candidates: readonly { passage: number; candidate: number }[],
    log: ContributionLog,
  ): void {
    const { passages, counts, units } = trace;
    const norms = this.passageNorms;
    const candidateOf = borrowPlaces(this.segment.starts.length);
    for (const { passage, candidate } of candidates) candidateOf[passage] = candidate + 1;
    for (const [term, { weight, idf }] of terms.entries()) {
      const termWeight = weight * idf;
      const end = traced[term + 1] ?? 0;
      for (let at = traced[term] ?? 0; at < end; at++) {
        const passage = passages[at] ?? 0;
        const candidate = (candidateOf[passage] ?? 0) - 1;
        if (candidate < 0) continue;
        const count = counts[at] ?? 0;
        log.addToPassage(term, candidate, termWeight * saturate(count, norms[passage] ?? 0, K1));
        const from = units[at] ?? 0;
        this.logUnits({ passage, from, end: from + count, term, candidate, weight: termWeight }, log);
      }
    }
    for (const { passage } of candidates) candidateOf[passage] = 0;
  }

  unitCountOf(passage: number): number {
    const { unitOffsets } = this.segment;
    return (unitOffsets[passage + 1] ?? 0) - (unitOffsets[passage] ?? 0);
  }

  /** The score of a passage from the sums over its terms. */
  combine(passage: number, candidate: number, { bodies, units, firstUnits }: ContributionLog): number {
    const body = bodies[candidate] ?? 0;
    const first = firstUnits[candidate] ?? 0;
    const end = firstUnits[candidate + 1] ?? 0;
    const firstSentence = first + 1 + (this.segment.questionCounts[passage] ?? 0);
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

  private accumulate(place: number, weight: number, bodies: Float32Array, trace: PostingTrace): void {
    const reader = this.readAt(place);
    const [norms, shares] = [this.passageNorms, this.passageShares];
    const { postings } = this.segment;
    let passage = 0;
    const all = reader.number();
    trace.reserve(all);
    const { passages, counts, units, length } = trace;
    trace.length += all;
    let { at } = reader;
    // Most numbers are one byte: those are read here.
    for (let index = length; index < length + all; index++) {
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
      passages[index] = passage;
      counts[index] = count;
      units[index] = at;
      at += count;
      const share = count === 1 ? (shares[passage] ?? 0) : saturate(count, norms[passage] ?? 0, K1);
      bodies[passage] = (bodies[passage] ?? 0) + weight * share;
    }
  }

  /** The units that a term's occurrences at `postings[from..end)` are in, which come in ascending order. */
  private logUnits(
    found: { passage: number; from: number; end: number; term: number; candidate: number; weight: number },
    log: ContributionLog,
  ): void {
    const { postings, unitOffsets, unitLengths, questionCounts } = this.segment;
    const { title, question, sentence } = this.unitShares;
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
          ? sentenceShare * sentence.of(times, length)
          : (unit === 0 ? title : question).of(times, length);
      log.addToUnit(found.term, found.candidate, unit, found.weight * share);
    }
  }

  /** Precomputes the part of the weights that depends on lengths alone. */
  private normalise(averages: AverageLengths): void {
    if (this.normedFor === averages) return;
    this.normedFor = averages;
    for (const [passage, length] of this.passageLengths.entries()) {
      this.passageNorms[passage] = norm(length / averages.passage, K1);
      this.passageShares[passage] = saturate(1, this.passageNorms[passage] ?? 0, K1);
    }
    this.unitShares = sharesFor(averages);
  }

  private readAt(place: number): PostingReader {
    const reader = new PostingReader(this.segment.postings);
    reader.at = place;
    return reader;
  }

  private find(term: number): number {
    const { terms } = this.segment;
    const place = bitOf(term, this.filter);
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

const K1 = 1.2;
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

function sharesFor({ title, question, sentence }: AverageLengths) {
  return {
    title: new UnitShares(title, K1),
    question: new UnitShares(question, K1),
    sentence: new UnitShares(sentence, SENTENCE_K1),
  };
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
    const place = bitOf(term, filter);
    filter[place >>> 3] = (filter[place >>> 3] ?? 0) | (1 << (place & 7));
  }
  return filter;
}

/** The multiplier is 2 ** 32 divided by the golden ratio: it spreads terms that follow each other. */
function bitOf(term: number, filter: Uint8Array): number {
  const hash = Math.imul(term, 0x9e37_79b1);
  return (hash ^ (hash >>> 15)) & (filter.length * 8 - 1);
}

let places = new Uint16Array(0);

/** The same for numbers, all 0, which who borrows them leaves behind so. */
function borrowPlaces(length: number): Uint16Array {
  if (places.length < length) places = new Uint16Array(length);
  return places;
}

let borrowed = new Float32Array(0);

/** Room for one search, shared by all indexes: a search is synchronous. */
function borrowZeroes(length: number): Float32Array {
  if (borrowed.length < length) borrowed = new Float32Array(length);
  else borrowed.fill(0, 0, length);
  return borrowed;
}
