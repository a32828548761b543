import type { Passage } from "@/lib/language/passage";
import { splitSentences } from "@/lib/language/split-sentences";
import { forEachValueTerm } from "@/lib/language/values/for-each-value-term";
import { fold } from "@/lib/language/words/fold";
import { forEachTerm } from "@/lib/language/words/tokens";
import { runSteps } from "@/lib/run-steps";
import { mergeSegments } from "./merge-segments";
import { MAX_UNITS, type Segment } from "./segment";

export type SegmentSource = {
  title: string;
  /** The stored text that the passages' offsets point into. */
  text: string;
  passages: readonly Passage[];
};

/** The search data of one document version. */
export function buildSegment(source: SegmentSource): Segment {
  return runSteps(buildSegmentInSteps(source));
}

/** The same as a generator, which yields after a few milliseconds of work. */
export function* buildSegmentInSteps({
  title,
  text,
  passages,
}: SegmentSource): Generator<void, Segment, void> {
  const parts: { segment: Segment }[] = [];
  for (let from = 0; from < passages.length || parts.length === 0; ) {
    let to = from;
    let length = 0;
    while (to < passages.length && to - from < MAX_PASSAGES && length < PART_LENGTH) {
      length += title.length + indexedLength(passages[to]);
      to++;
    }
    parts.push({ segment: buildPart({ title, text, passages: passages.slice(from, to) }) });
    from = to;
    yield;
  }
  const [only] = parts;
  return only && parts.length === 1 ? only.segment : yield* mergeSegments(parts);
}

function indexedLength(passage: Passage | undefined): number {
  if (!passage) return 0;
  const { start, end, headings, questions = [] } = passage;
  const above = headings.reduce((sum, heading) => sum + heading.length, 0);
  return end - start + above + questions.reduce((sum, question) => sum + question.end - question.start, 0);
}

function buildPart({ title, text, passages }: SegmentSource): Segment {
  const occurrences = new OccurrenceList();
  const unitLengths: number[] = [];
  const unitOffsets = new Uint32Array(passages.length + 1);
  const questionCounts = new Uint8Array(passages.length);

  passages.forEach((passage, ordinal) => {
    const questions = (passage.questions ?? []).slice(0, MAX_UNITS - 2);
    const answer = passage.answer ?? passage;
    const sentences = splitSentences(text, answer.start, answer.end);
    const bodies = [...questions, ...sentences].map(({ start, end }) => text.slice(start, end));
    const firstUnit = unitLengths.length;
    [[title, ...passage.headings].join("\n"), ...bodies].forEach((body, index) => {
      const unit = Math.min(index, MAX_UNITS - 1);
      let length = 0;
      const folded = fold(body);
      forEachTerm(folded, (term) => {
        occurrences.push(term, ordinal, unit);
        length++;
      });
      forEachValueTerm(folded, (term) => occurrences.push(term, ordinal, unit));
      unitLengths[firstUnit + unit] = (unitLengths[firstUnit + unit] ?? 0) + length;
    });
    questionCounts[ordinal] = questions.length;
    unitOffsets[ordinal + 1] = unitLengths.length;
  });

  return {
    starts: Uint32Array.from(passages, (passage) => passage.start),
    ends: Uint32Array.from(passages, (passage) => passage.end),
    questionCounts,
    unitOffsets,
    unitLengths: Uint16Array.from(unitLengths, (length) => Math.min(length, 0xffff)),
    ...invert(occurrences.sorted()),
  };
}

const UNIT_BITS = 8;
const PASSAGE_BITS = 13;
const PASSAGE_SCALE = 2 ** UNIT_BITS;
const TERM_SCALE = 2 ** (UNIT_BITS + PASSAGE_BITS);

/** More would not fit, with a term of 32 bits, into the 53 bits of a sort key. */
const MAX_PASSAGES = 2 ** PASSAGE_BITS;
/** UTF-16 units that are read and sorted at once: some milliseconds of work. */
const PART_LENGTH = 10_000;

/** Occurrences packed into one number each, (term, passage, unit) from the highest bits down. */
class OccurrenceList {
  private keys = new Float64Array(1024);
  private length = 0;

  push(term: number, passage: number, unit: number): void {
    if (this.length === this.keys.length) {
      const grown = new Float64Array(this.length * 2);
      grown.set(this.keys);
      this.keys = grown;
    }
    this.keys[this.length++] = term * TERM_SCALE + passage * PASSAGE_SCALE + unit;
  }

  sorted(): Float64Array {
    return this.keys.subarray(0, this.length).sort();
  }
}

function invert(keys: Float64Array): Pick<Segment, "terms" | "postingOffsets" | "postings"> {
  const terms: number[] = [];
  const postingOffsets: number[] = [];
  const postings: number[] = [];
  let at = 0;
  while (at < keys.length) {
    const term = Math.floor((keys[at] ?? 0) / TERM_SCALE);
    terms.push(term);
    postingOffsets.push(postings.length);
    const perPassage: { passage: number; units: number[] }[] = [];
    for (; at < keys.length; at++) {
      const key = keys[at] ?? 0;
      if (Math.floor(key / TERM_SCALE) !== term) break;
      const low = key - term * TERM_SCALE;
      const passage = Math.floor(low / PASSAGE_SCALE);
      const last = perPassage.at(-1);
      if (last?.passage === passage) last.units.push(low % PASSAGE_SCALE);
      else perPassage.push({ passage, units: [low % PASSAGE_SCALE] });
    }
    pushNumber(postings, perPassage.length);
    let previous = 0;
    for (const { passage, units } of perPassage) {
      pushNumber(postings, ((passage - previous) << 1) | (units.length > 1 ? 1 : 0));
      if (units.length > 1) pushNumber(postings, units.length);
      postings.push(...units);
      previous = passage;
    }
  }
  postingOffsets.push(postings.length);
  return {
    terms: Uint32Array.from(terms),
    postingOffsets: Uint32Array.from(postingOffsets),
    postings: Uint8Array.from(postings),
  };
}

function pushNumber(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  bytes.push(rest);
}
