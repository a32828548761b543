import { PostingReader } from "./posting-reader";
import type { Segment } from "./segment";

export type MergeInput = {
  segment: Segment;
  /** Passages left out of the merged segment; all stay when missing. */
  isDropped?: (passage: number) => boolean;
};

/**
 * One segment of all passages that stay, in order. A generator, so that a long merge can be done in steps:
 * it yields about every {@link STEP} postings.
 */
export function* mergeSegments(inputs: readonly MergeInput[]): Generator<void, Segment, void> {
  let passages = 0;
  let pairs = 0;
  const parts = inputs.map(({ segment, isDropped }): Part => {
    const { kept, map } = renumber(segment, isDropped);
    const part = {
      segment,
      map,
      base: passages,
      reader: new PostingReader(segment.postings),
      firstPair: pairs,
    };
    passages += kept;
    pairs += segment.terms.length;
    return part;
  });
  const table = new TermTable(inputs.reduce((sum, { segment }) => Math.max(sum, segment.terms.length), 16));
  const ids = new Uint32Array(pairs);

  yield* eachStep(parts, (part, at) => countPostings(part, at, table, ids));

  const terms = table.keys().sort();
  yield;
  const postingOffsets = new Uint32Array(terms.length + 1);
  let size = 0;
  let keptTerms = 0;
  for (const term of terms) {
    const id = table.idOf(term);
    const count = table.get(id, COUNT);
    if (count === 0) continue;
    terms[keptTerms] = term;
    postingOffsets[keptTerms++] = size;
    const end = size + numberSize(count) + table.get(id, SIZE);
    table.set(id, SIZE, size);
    size = end;
    if (keptTerms % STEP === 0) yield;
  }
  postingOffsets[keptTerms] = size;
  yield;

  const merged = new Uint8Array(size);
  for (let id = 0; id < table.length; id++) {
    const count = table.get(id, COUNT);
    if (count > 0) table.set(id, SIZE, writeNumber(merged, table.get(id, SIZE), count));
    table.set(id, LAST, 0);
    if (id % STEP === STEP - 1) yield;
  }
  yield;
  yield* eachStep(parts, (part, at) => copyPostings(part, at, table, ids, merged));

  return {
    ...joinPassages(parts, passages),
    terms: keptTerms === terms.length ? terms : terms.slice(0, keptTerms),
    postingOffsets: keptTerms === terms.length ? postingOffsets : postingOffsets.slice(0, keptTerms + 1),
    postings: merged,
  };
}

/** Runs the steps of {@link mergeSegments} at once. */
export function mergeSegmentsNow(inputs: readonly MergeInput[]): Segment {
  const steps = mergeSegments(inputs);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Postings: some milliseconds of work. */
const STEP = 50_000;
const DROPPED = 0xffff_ffff;

type Part = {
  segment: Segment;
  /** The new number of each passage among those of its segment, {@link DROPPED} for none; null when all stay. */
  map: Uint32Array | null;
  /** Passages kept of the segments before. */
  base: number;
  reader: PostingReader;
  /** Where the numbers of the segment's terms begin. */
  firstPair: number;
};

type Step = { next: number; work: number };

/** Calls `step` with each part and the index of a term until all are done, and yields in between. */
function* eachStep(
  parts: readonly Part[],
  step: (part: Part, at: number) => Step,
): Generator<void, void, void> {
  let work = 0;
  for (const part of parts) {
    let at = 0;
    while (at < part.segment.terms.length) {
      const done = step(part, at);
      at = done.next;
      work += done.work;
      if (work < STEP) continue;
      work = 0;
      yield;
    }
  }
}

/** Sums up, from the term at `from` on, how many bytes the terms' postings will take. */
function countPostings(part: Part, from: number, table: TermTable, ids: Uint32Array): Step {
  const { segment, map, base, reader, firstPair } = part;
  const { terms, postingOffsets } = segment;
  let work = 0;
  let at = from;
  for (; at < terms.length && work < STEP; at++) {
    const id = table.idOf(terms[at] ?? 0);
    ids[firstPair + at] = id;
    reader.at = postingOffsets[at] ?? 0;
    const count = reader.number();
    work += count;
    let passage = 0;
    for (let left = count; left > 0; left--) {
      const head = reader.number();
      passage += head >>> 1;
      const start = reader.at;
      skipUnits(reader, head);
      const kept = map ? (map[passage] ?? DROPPED) : passage;
      if (kept === DROPPED) continue;
      const headSize = numberSize(((base + kept - table.get(id, LAST)) << 1) | (head & 1));
      table.set(id, SIZE, table.get(id, SIZE) + headSize + reader.at - start);
      table.set(id, COUNT, table.get(id, COUNT) + 1);
      table.set(id, LAST, base + kept);
    }
  }
  return { next: at, work };
}

function copyPostings(
  part: Part,
  from: number,
  table: TermTable,
  ids: Uint32Array,
  merged: Uint8Array,
): Step {
  const { segment, map, base, reader, firstPair } = part;
  const { terms, postings, postingOffsets } = segment;
  let work = 0;
  let at = from;
  for (; at < terms.length && work < STEP; at++) {
    const id = ids[firstPair + at] ?? 0;
    reader.at = postingOffsets[at] ?? 0;
    const count = reader.number();
    work += count;
    let passage = 0;
    let target = table.get(id, SIZE);
    for (let left = count; left > 0; left--) {
      const head = reader.number();
      passage += head >>> 1;
      let source = reader.at;
      skipUnits(reader, head);
      const kept = map ? (map[passage] ?? DROPPED) : passage;
      if (kept === DROPPED) continue;
      target = writeNumber(merged, target, ((base + kept - table.get(id, LAST)) << 1) | (head & 1));
      while (source < reader.at) merged[target++] = postings[source++] ?? 0;
      table.set(id, LAST, base + kept);
    }
    table.set(id, SIZE, target);
  }
  return { next: at, work };
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
  const unitLengths: Uint16Array[] = [];
  let units = 0;
  let target = 0;
  for (const { segment, map } of parts) {
    for (let passage = 0; passage < segment.starts.length; passage++) {
      if (map?.[passage] === DROPPED) continue;
      starts[target] = segment.starts[passage] ?? 0;
      ends[target] = segment.ends[passage] ?? 0;
      questionCounts[target] = segment.questionCounts[passage] ?? 0;
      const lengths = segment.unitLengths.subarray(
        segment.unitOffsets[passage],
        segment.unitOffsets[passage + 1],
      );
      unitLengths.push(lengths);
      units += lengths.length;
      unitOffsets[++target] = units;
    }
  }
  const joined = new Uint16Array(units);
  for (const [index, lengths] of unitLengths.entries()) joined.set(lengths, unitOffsets[index]);
  return { starts, ends, questionCounts, unitOffsets, unitLengths: joined };
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

const KEY = 0;
const COUNT = 1;
const SIZE = 2;
const LAST = 3;
const STRIDE = 4;

/**
 * Terms numbered in the order they are met (open addressing). What is kept of each lies side by side in
 * `entries`, so that one look at memory fetches it: its key, the number of passages, the bytes they take
 * (then where to write them), the last passage.
 */
class TermTable {
  length = 0;
  entries: Uint32Array;
  private slots: Uint32Array;

  constructor(expected: number) {
    const capacity = 2 ** Math.ceil(Math.log2(expected * 2));
    this.slots = new Uint32Array(capacity * 2);
    this.entries = new Uint32Array(capacity * STRIDE);
  }

  idOf(term: number): number {
    const mask = this.slots.length - 1;
    let slot = Math.imul(term, 0x9e3779b1) >>> 7;
    for (;;) {
      const id = this.slots[slot & mask] ?? 0;
      if (id === 0) break;
      if (this.entries[(id - 1) * STRIDE + KEY] === term) return id - 1;
      slot++;
    }
    if (this.length * STRIDE === this.entries.length) {
      this.grow();
      return this.idOf(term);
    }
    this.entries[this.length * STRIDE + KEY] = term;
    this.slots[slot & mask] = ++this.length;
    return this.length - 1;
  }

  get(id: number, field: number): number {
    return this.entries[id * STRIDE + field] ?? 0;
  }

  set(id: number, field: number, value: number): void {
    this.entries[id * STRIDE + field] = value;
  }

  keys(): Uint32Array {
    const keys = new Uint32Array(this.length);
    for (let id = 0; id < keys.length; id++) keys[id] = this.get(id, KEY);
    return keys;
  }

  private grow(): void {
    const entries = new Uint32Array(this.entries.length * 2);
    entries.set(this.entries);
    this.entries = entries;
    this.slots = new Uint32Array((entries.length / STRIDE) * 2);
    const mask = this.slots.length - 1;
    for (let id = 0; id < this.length; id++) {
      let slot = Math.imul(this.get(id, KEY), 0x9e3779b1) >>> 7;
      while (this.slots[slot & mask] !== 0) slot++;
      this.slots[slot & mask] = id + 1;
    }
  }
}
