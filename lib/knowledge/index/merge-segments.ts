import { runSteps } from "@/lib/run-steps";
import { PostingReader } from "./posting-reader";
import type { Segment } from "./segment";

export type MergeInput = {
  segment: Segment;
  /** Passages left out of the merged segment; all stay when missing. */
  isDropped?: (passage: number) => boolean;
};

/**
 * One segment of all passages that stay, in order. A generator, so that a long merge can be done in steps: it yields
 * every few milliseconds of work.
 *
 * It goes from the lowest terms to the highest in stripes that fit into the processor's cache. The terms of all
 * segments within a stripe are sorted together (least significant digit first, which keeps the segments' order), then
 * the postings of each term are written one after the other.
 */
export function* mergeSegments(inputs: readonly MergeInput[]): Generator<void, Segment, void> {
  let passages = 0;
  const parts = inputs.map(({ segment, isDropped }): Part => {
    const { kept, map } = renumber(segment, isDropped);
    const part = { segment, map, base: passages, next: 0, end: 0 };
    passages += kept;
    return part;
  });
  const written: Stripe[] = [];
  for (const bound of stripeBounds(parts)) {
    const { pairs, bytes } = measureStripe(parts, bound);
    const source = gatherStripe(parts, pairs, bytes);
    yield;
    sortByTerm(source);
    yield;
    written.push(writeStripe(parts, source, bytes + pairs * 2 * numberSize(passages * 2 + 1)));
    yield;
  }
  return { ...joinPassages(parts, passages), ...joinStripes(written) };
}

/** Runs the steps of {@link mergeSegments} at once. */
export function mergeSegmentsNow(inputs: readonly MergeInput[]): Segment {
  return runSteps(mergeSegments(inputs));
}

/** Bytes of postings in a stripe, three or more for each pair of a term and a segment: some milliseconds of work. */
const STRIPE = 2 ** 19;
/** After so many bytes one term is looked at to choose the stripes. */
const SAMPLED = 2 ** 8;
const DIGIT_BITS = 11;
const DIGITS = 2 ** DIGIT_BITS;
const DROPPED = 0xffff_ffff;

type Part = {
  segment: Segment;
  /** The new number of each passage among those of its segment, {@link DROPPED} for none; null when all stay. */
  map: Uint32Array | null;
  /** Passages kept of the segments before. */
  base: number;
  /** Which of the segment's terms are in the stripe at hand. */
  next: number;
  end: number;
};

/** The pairs of a term and a part in one stripe. */
type Source = {
  terms: Uint32Array<ArrayBuffer>;
  /** For each place in `terms` the number of the pair, which is one of the following. */
  pairs: Uint32Array<ArrayBuffer>;
  /** Where the pair's postings begin, and the index of its part. */
  froms: Uint32Array;
  parents: Uint32Array;
  postings: Uint8Array;
};

type Stripe = Pick<Segment, "terms" | "postingOffsets" | "postings">;

/** Terms at which stripes of about equal size end; the last is above all terms. */
function stripeBounds(parts: readonly Part[]): number[] {
  const sample: number[] = [];
  let before = 0;
  for (const { segment } of parts) {
    const { terms, postingOffsets, postings } = segment;
    for (let byte = SAMPLED - (before % SAMPLED); byte <= postings.length; byte += SAMPLED) {
      sample.push(terms[firstFrom(postingOffsets, byte, 0) - 1] ?? 0);
    }
    before += postings.length;
  }
  const sorted = Uint32Array.from(sample).sort();
  const bounds = new Set<number>();
  for (let at = STRIPE / SAMPLED; at < sorted.length; at += STRIPE / SAMPLED) bounds.add(sorted[at] ?? 0);
  return [...bounds, 2 ** 32];
}

function measureStripe(parts: readonly Part[], bound: number): { pairs: number; bytes: number } {
  let pairs = 0;
  let bytes = 0;
  for (const part of parts) {
    const { terms, postingOffsets } = part.segment;
    part.next = part.end;
    part.end = firstFrom(terms, bound, part.next);
    pairs += part.end - part.next;
    bytes += (postingOffsets[part.end] ?? 0) - (postingOffsets[part.next] ?? 0);
  }
  return { pairs, bytes };
}

/** The index of the first of ascending numbers, from `start` on, that is `bound` or more. */
function firstFrom(numbers: Uint32Array, bound: number, start: number): number {
  let low = start;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

function gatherStripe(parts: readonly Part[], pairs: number, bytes: number): Source {
  const source = {
    terms: new Uint32Array(pairs),
    pairs: new Uint32Array(pairs),
    froms: new Uint32Array(pairs),
    parents: new Uint32Array(pairs),
    postings: new Uint8Array(bytes),
  };
  let pair = 0;
  let byte = 0;
  for (const [index, { segment, next, end }] of parts.entries()) {
    const { terms, postingOffsets, postings } = segment;
    const first = postingOffsets[next] ?? 0;
    const shift = byte - first;
    for (let at = next; at < end; at++) {
      source.terms[pair] = terms[at] ?? 0;
      source.pairs[pair] = pair;
      source.froms[pair] = (postingOffsets[at] ?? 0) + shift;
      source.parents[pair++] = index;
    }
    const last = postingOffsets[end] ?? 0;
    for (let from = first; from < last; from++) source.postings[byte++] = postings[from] ?? 0;
  }
  return source;
}

function sortByTerm(source: Source): void {
  let { terms, pairs } = source;
  let spare = { terms: new Uint32Array(terms.length), pairs: new Uint32Array(terms.length) };
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    const places = firstPlaces(terms, shift);
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at] ?? 0;
      const digit = (term >>> shift) & (DIGITS - 1);
      const place = places[digit] ?? 0;
      places[digit] = place + 1;
      spare.terms[place] = term;
      spare.pairs[place] = pairs[at] ?? 0;
    }
    const moved = spare;
    spare = { terms, pairs };
    ({ terms, pairs } = moved);
  }
  source.terms = terms;
  source.pairs = pairs;
}

function firstPlaces(terms: Uint32Array, shift: number): Uint32Array {
  const places = new Uint32Array(DIGITS);
  for (let at = 0; at < terms.length; at++) {
    const digit = ((terms[at] ?? 0) >>> shift) & (DIGITS - 1);
    places[digit] = (places[digit] ?? 0) + 1;
  }
  let sum = 0;
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = places[digit] ?? 0;
    places[digit] = sum;
    sum += count;
  }
  return places;
}

function writeStripe(parts: readonly Part[], source: Source, mostBytes: number): Stripe {
  const { pairs, postings, froms, parents } = source;
  const reader = new PostingReader(postings);
  // Written over in place: a term is never written after a later one was read.
  const terms = source.terms;
  const postingOffsets = new Uint32Array(terms.length + 1);
  const merged = new Uint8Array(mostBytes);
  let termCount = 0;
  let size = 0;
  for (let at = 0; at < terms.length; ) {
    const term = terms[at] ?? 0;
    const first = at;
    let count = 0;
    for (; at < terms.length && terms[at] === term; at++) {
      const pair = pairs[at] ?? 0;
      const map = parts[parents[pair] ?? 0]?.map ?? null;
      reader.at = froms[pair] ?? 0;
      const found = reader.number();
      count += map ? countKept(reader, found, map) : found;
    }
    if (count === 0) continue;
    terms[termCount] = term;
    postingOffsets[termCount++] = size;
    size = writeNumber(merged, size, count);
    let last = 0;
    for (let place = first; place < at; place++) {
      const pair = pairs[place] ?? 0;
      const part = parts[parents[pair] ?? 0];
      if (!part) continue;
      const { map, base } = part;
      reader.at = froms[pair] ?? 0;
      let passage = 0;
      for (let left = reader.number(); left > 0; left--) {
        const head = reader.number();
        passage += head >>> 1;
        let unit = reader.at;
        skipUnits(reader, head);
        const kept = map ? (map[passage] ?? DROPPED) : passage;
        if (kept === DROPPED) continue;
        size = writeNumber(merged, size, ((base + kept - last) << 1) | (head & 1));
        while (unit < reader.at) merged[size++] = postings[unit++] ?? 0;
        last = base + kept;
      }
    }
  }
  postingOffsets[termCount] = size;
  return {
    terms: terms.subarray(0, termCount),
    postingOffsets: postingOffsets.subarray(0, termCount + 1),
    postings: merged.subarray(0, size),
  };
}

function joinStripes(stripes: readonly Stripe[]): Stripe {
  const termCount = stripes.reduce((sum, { terms }) => sum + terms.length, 0);
  const size = stripes.reduce((sum, { postings }) => sum + postings.length, 0);
  const terms = new Uint32Array(termCount);
  const postingOffsets = new Uint32Array(termCount + 1);
  const postings = new Uint8Array(size);
  let term = 0;
  let byte = 0;
  for (const stripe of stripes) {
    terms.set(stripe.terms, term);
    postings.set(stripe.postings, byte);
    for (let at = 0; at < stripe.terms.length; at++) {
      postingOffsets[term + at] = (stripe.postingOffsets[at] ?? 0) + byte;
    }
    term += stripe.terms.length;
    byte += stripe.postings.length;
  }
  postingOffsets[termCount] = size;
  return { terms, postingOffsets, postings };
}

function countKept(reader: PostingReader, found: number, map: Uint32Array): number {
  let kept = 0;
  let passage = 0;
  for (let left = found; left > 0; left--) {
    const head = reader.number();
    passage += head >>> 1;
    skipUnits(reader, head);
    if (map[passage] !== DROPPED) kept++;
  }
  return kept;
}

function renumber(
  segment: Segment,
  isDropped: MergeInput["isDropped"],
): { kept: number; map: Uint32Array | null } {
  if (!isDropped) return { kept: segment.starts.length, map: null };
  let kept = 0;
  const map = Uint32Array.from(segment.starts, (_, passage) => (isDropped(passage) ? DROPPED : kept++));
  return { kept, map };
}

function joinPassages(parts: readonly Part[], passages: number) {
  const starts = new Uint32Array(passages);
  const ends = new Uint32Array(passages);
  const questionCounts = new Uint8Array(passages);
  const unitOffsets = new Uint32Array(passages + 1);
  const unitLengths = new Uint16Array(
    parts.reduce((sum, { segment }) => sum + segment.unitLengths.length, 0),
  );
  let units = 0;
  let target = 0;
  for (const { segment, map } of parts) {
    for (let passage = 0; passage < segment.starts.length; passage++) {
      if (map?.[passage] === DROPPED) continue;
      starts[target] = segment.starts[passage] ?? 0;
      ends[target] = segment.ends[passage] ?? 0;
      questionCounts[target] = segment.questionCounts[passage] ?? 0;
      const end = segment.unitOffsets[passage + 1] ?? 0;
      for (let unit = segment.unitOffsets[passage] ?? 0; unit < end; unit++) {
        unitLengths[units++] = segment.unitLengths[unit] ?? 0;
      }
      unitOffsets[++target] = units;
    }
  }
  return {
    starts,
    ends,
    questionCounts,
    unitOffsets,
    unitLengths: units === unitLengths.length ? unitLengths : unitLengths.slice(0, units),
  };
}

function skipUnits(reader: PostingReader, head: number): void {
  const count = head & 1 ? reader.number() : 1;
  reader.at += count;
}

function writeNumber(bytes: Uint8Array, offset: number, value: number): number {
  let target = offset;
  let rest = value;
  while (rest >= 0x80) {
    bytes[target++] = (rest & 0x7f) | 0x80;
    rest >>>= 7;
  }
  bytes[target++] = rest;
  return target;
}

function numberSize(value: number): number {
  return value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x20_0000 ? 3 : value < 0x1000_0000 ? 4 : 5;
}
