import type { SearchTerm } from "./parse-query";
import { type Segment, segmentByteLength } from "./segment";

/** Terms on average. */
export type AverageLengths = { passage: number; title: number; question: number; sentence: number };

export type PartHit = { documentId: string; passage: number; start: number; end: number; score: number };

/**
 * A segment of one or many documents, with what scoring needs. Source of the term weights: S. Robertson and
 * H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
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
      this.documentIds.length * 64
    );
  }

  remove(documentId: string): void {
    for (const [passage, document] of this.documentOf.entries()) {
      if (this.documentIds[document] !== documentId || this.isRemoved(passage)) continue;
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
    cursor = this.segment.postingOffsets[at] ?? 0;
    return readNumber(this.segment.postings);
  }

  search(terms: readonly SearchTerm[], averages: AverageLengths, limit: number): PartHit[] {
    const { starts, ends, unitOffsets, questionCounts } = this.segment;
    const passages = starts.length;
    const scores = scratch(0, passages);
    const units = scratch(1, this.segment.unitLengths.length);
    for (const { term, weight, idf } of terms) this.accumulate(term, weight * idf, averages, scores, units);

    const best: { passage: number; score: number }[] = [];
    for (let passage = 0; passage < passages; passage++) {
      const body = scores[passage] ?? 0;
      if (body === 0 || this.isRemoved(passage)) continue;
      const first = unitOffsets[passage] ?? 0;
      const firstSentence = first + 1 + (questionCounts[passage] ?? 0);
      const question = largest(units, first + 1, firstSentence);
      const sentence = largest(units, firstSentence, unitOffsets[passage + 1] ?? 0);
      const title = units[first] ?? 0;
      const score =
        firstSentence > first + 1
          ? Math.max(body, question) + QUESTION_WEIGHT * question + TITLE_WEIGHT * title
          : body + SENTENCE_WEIGHT * sentence + TITLE_WEIGHT * title;
      if (best.length === limit && score <= (best[limit - 1]?.score ?? 0)) continue;
      if (best.length === limit) best.pop();
      let place = best.length;
      while (place > 0 && (best[place - 1]?.score ?? 0) < score) place--;
      best.splice(place, 0, { passage, score });
    }
    return best.map(({ passage, score }) => ({
      documentId: this.documentIds[this.documentOf[passage] ?? 0] ?? "",
      passage: this.ordinalInDocument(passage),
      start: starts[passage] ?? 0,
      end: ends[passage] ?? 0,
      score,
    }));
  }

  private accumulate(
    term: number,
    weight: number,
    averages: AverageLengths,
    scores: Float32Array,
    units: Float32Array,
  ): void {
    const at = this.find(term);
    if (at < 0) return;
    const { postings, postingOffsets, unitOffsets, unitLengths, questionCounts } = this.segment;
    cursor = postingOffsets[at] ?? 0;
    let passage = 0;
    for (let left = readNumber(postings); left > 0; left--) {
      const head = readNumber(postings);
      passage += head >>> 1;
      const count = head & 1 ? readNumber(postings) : 1;
      const relative = (this.passageLengths[passage] ?? 0) / averages.passage;
      scores[passage] = (scores[passage] ?? 0) + weight * saturate(count, relative);
      const first = unitOffsets[passage] ?? 0;
      const questions = questionCounts[passage] ?? 0;
      const end = cursor + count;
      while (cursor < end) {
        const unit = postings[cursor++] ?? 0;
        let times = 1;
        while (cursor < end && postings[cursor] === unit) {
          cursor++;
          times++;
        }
        const average =
          unit === 0 ? averages.title : unit <= questions ? averages.question : averages.sentence;
        const slot = first + unit;
        units[slot] = (units[slot] ?? 0) + weight * saturate(times, (unitLengths[slot] ?? 0) / average);
      }
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

  private ordinalInDocument(passage: number): number {
    const document = this.documentOf[passage];
    let first = passage;
    while (first > 0 && this.documentOf[first - 1] === document) first--;
    return passage - first;
  }
}

const K1 = 1.2;
const B = 0.75;
const SENTENCE_WEIGHT = 0.5;
const TITLE_WEIGHT = 0.25;
const QUESTION_WEIGHT = 0.5;

function saturate(count: number, relativeLength: number): number {
  return (count * (K1 + 1)) / (count + K1 * (1 - B + B * relativeLength));
}

function largest(values: Float32Array, start: number, end: number): number {
  let most = 0;
  for (let index = start; index < end; index++) most = Math.max(most, values[index] ?? 0);
  return most;
}

const scratches = [new Float32Array(0), new Float32Array(0)];

/** Zeroed room for one search; a search is synchronous, so all indexes share it. */
function scratch(which: number, length: number): Float32Array {
  let room = scratches[which] ?? new Float32Array(0);
  if (room.length < length) {
    room = new Float32Array(length);
    scratches[which] = room;
  } else room.fill(0, 0, length);
  return room;
}

let cursor = 0;

function readNumber(bytes: Uint8Array): number {
  let byte = bytes[cursor++] ?? 0;
  if (byte < 0x80) return byte;
  let value = byte & 0x7f;
  for (let shift = 7; ; shift += 7) {
    byte = bytes[cursor++] ?? 0;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value >>> 0;
  }
}
