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
 * The terms of all segments are sorted together (least significant digit first, which keeps the segments' order), then
 * the postings of each term are written one after the other.
 */
export function* mergeSegments(inputs: readonly MergeInput[]): Generator<void, Segment, void> {
  const parts: Part[] = [];
  let passages = 0;
  let pairs = 0;
  let bytes = 0;
  for (const { segment, isDropped } of inputs) {
    const { kept, map } = renumber(segment, isDropped);
    parts.push({ segment, map, base: passages, firstPair: pairs, firstByte: bytes });
    passages += kept;
    pairs += segment.terms.length;
    bytes += segment.postings.length;
  }

  const source: Source = {
    parts,
    postings: new Uint8Array(bytes),
    froms: new Uint32Array(pairs),
    parents: new Uint32Array(pairs),
  };
  let sorted: Sorted = { terms: new Uint32Array(pairs), pairs: new Uint32Array(pairs) };
  let work = 0;
  for (const [index, part] of parts.entries()) {
    copyPart(part, index, source, sorted);
    work += part.segment.terms.length;
    if (work < STEP) continue;
    work = 0;
    yield;
  }
  let spare: Sorted = { terms: new Uint32Array(pairs), pairs: new Uint32Array(pairs) };
  for (let shift = 0; shift < 32; shift += DIGIT_BITS) {
    const places = new Uint32Array(DIGITS);
    for (let from = 0; from < pairs; from += STEP) {
      countDigits(sorted, from, Math.min(pairs, from + STEP), shift, places);
      yield;
    }
    toFirstPlaces(places);
    for (let from = 0; from < pairs; from += STEP) {
      moveByDigit(sorted, spare, from, Math.min(pairs, from + STEP), shift, places);
      yield;
    }
    [sorted, spare] = [spare, sorted];
  }

  const growth = numberSize(passages * 2 + 1);
  const merged: Merged = {
    terms: spare.terms,
    termCount: 0,
    offsets: new Uint32Array(pairs + 1),
    postings: new Uint8Array(bytes + pairs * growth * 2),
    size: 0,
  };
  for (let from = 0; from < pairs; ) {
    from = writeTerms(sorted, from, source, merged);
    yield;
  }
  const joined = joinPassages(parts, passages);
  yield;
  return {
    ...joined,
    terms: merged.terms.slice(0, merged.termCount),
    postingOffsets: merged.offsets.slice(0, merged.termCount + 1),
    postings: merged.postings.slice(0, merged.size),
  };
}

/** Runs the steps of {@link mergeSegments} at once. */
export function mergeSegmentsNow(inputs: readonly MergeInput[]): Segment {
  const steps = mergeSegments(inputs);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Pairs of a term and a segment: some milliseconds of work. */
const STEP = 50_000;
const DIGIT_BITS = 11;
const DIGITS = 2 ** DIGIT_BITS;
const DROPPED = 0xffff_ffff;

type Part = {
  segment: Segment;
  /** The new number of each passage among those of its segment, {@link DROPPED} for none; null when all stay. */
  map: Uint32Array | null;
  /** Passages kept of the segments before. */
  base: number;
  /** Where the segment's terms begin among the pairs of all, and its postings among theirs. */
  firstPair: number;
  firstByte: number;
};

/** The postings of all segments, one after the other; for each pair where its postings begin and the index of its part. */
type Source = { parts: readonly Part[]; postings: Uint8Array; froms: Uint32Array; parents: Uint32Array };

/** The term of each pair, and which pair it is. */
type Sorted = { terms: Uint32Array; pairs: Uint32Array };

type Merged = {
  terms: Uint32Array;
  termCount: number;
  offsets: Uint32Array;
  postings: Uint8Array;
  size: number;
};

function copyPart(
  { segment, firstPair, firstByte }: Part,
  index: number,
  source: Source,
  { terms, pairs }: Sorted,
): void {
  const { postingOffsets } = segment;
  const count = segment.terms.length;
  source.postings.set(segment.postings, firstByte);
  source.parents.fill(index, firstPair, firstPair + count);
  terms.set(segment.terms, firstPair);
  for (let at = 0; at < count; at++) {
    source.froms[firstPair + at] = firstByte + (postingOffsets[at] ?? 0);
    pairs[firstPair + at] = firstPair + at;
  }
}

function countDigits({ terms }: Sorted, from: number, end: number, shift: number, places: Uint32Array): void {
  for (let at = from; at < end; at++) {
    const digit = ((terms[at] ?? 0) >>> shift) & (DIGITS - 1);
    places[digit] = (places[digit] ?? 0) + 1;
  }
}

function toFirstPlaces(counts: Uint32Array): void {
  let sum = 0;
  for (let digit = 0; digit < counts.length; digit++) {
    const count = counts[digit] ?? 0;
    counts[digit] = sum;
    sum += count;
  }
}

function moveByDigit(
  { terms, pairs }: Sorted,
  to: Sorted,
  from: number,
  end: number,
  shift: number,
  places: Uint32Array,
): void {
  for (let at = from; at < end; at++) {
    const term = terms[at] ?? 0;
    const digit = (term >>> shift) & (DIGITS - 1);
    const place = places[digit] ?? 0;
    places[digit] = place + 1;
    to.terms[place] = term;
    to.pairs[place] = pairs[at] ?? 0;
  }
}

/** Writes about {@link STEP} pairs from the one at `from` on, up to the end of a term; returns the next. */
function writeTerms(sorted: Sorted, from: number, source: Source, merged: Merged): number {
  const { terms, pairs } = sorted;
  const { parts, postings, froms, parents } = source;
  const reader = new PostingReader(postings);
  let at = from;
  let work = 0;
  while (at < terms.length && work < STEP) {
    const term = terms[at] ?? 0;
    const first = at;
    let count = 0;
    for (; at < terms.length && terms[at] === term; at++) {
      const pair = pairs[at] ?? 0;
      const map = parts[parents[pair] ?? 0]?.map ?? null;
      reader.at = froms[pair] ?? 0;
      const found = reader.number();
      work += found;
      count += map ? countKept(reader, found, map) : found;
    }
    if (count === 0) continue;
    merged.terms[merged.termCount] = term;
    merged.offsets[merged.termCount++] = merged.size;
    let target = writeNumber(merged.postings, merged.size, count);
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
        target = writeNumber(merged.postings, target, ((base + kept - last) << 1) | (head & 1));
        while (unit < reader.at) merged.postings[target++] = postings[unit++] ?? 0;
        last = base + kept;
      }
    }
    merged.size = target;
  }
  merged.offsets[merged.termCount] = merged.size;
  return at;
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
