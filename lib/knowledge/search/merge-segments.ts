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
  const renumbered = inputs.map(({ segment, isDropped }) => renumber(segment, isDropped));
  const bases: number[] = [];
  let passages = 0;
  for (const { kept } of renumbered) {
    bases.push(passages);
    passages += kept;
  }

  const table = new TermTable(inputs.reduce((sum, { segment }) => Math.max(sum, segment.terms.length), 16));
  let pairs = 0;
  for (const { segment } of inputs) pairs += segment.terms.length;
  const ids = new Uint32Array(pairs);

  let pair = 0;
  let work = 0;
  for (const [index, { segment }] of inputs.entries()) {
    const map = renumbered[index]?.map;
    const base = bases[index] ?? 0;
    const { terms, postings, postingOffsets } = segment;
    const reader = new PostingReader(postings);
    for (let at = 0; at < terms.length; at++) {
      const id = table.idOf(terms[at] ?? 0);
      ids[pair++] = id;
      reader.at = postingOffsets[at] ?? 0;
      const count = reader.number();
      work += count;
      let passage = 0;
      for (let left = count; left > 0; left--) {
        const head = reader.number();
        passage += head >>> 1;
        const from = reader.at;
        skipUnits(reader, head);
        const kept = map ? map[passage] : passage;
        if (kept === undefined || kept === DROPPED) continue;
        const distance = base + kept - (table.last[id] ?? 0);
        table.sizes[id] =
          (table.sizes[id] ?? 0) + numberSize((distance << 1) | (head & 1)) + reader.at - from;
        table.counts[id] = (table.counts[id] ?? 0) + 1;
        table.last[id] = base + kept;
      }
    }
    if (work > STEP) {
      work = 0;
      yield;
    }
  }

  const terms = table.keys.slice(0, table.length).sort();
  yield;
  const postingOffsets = new Uint32Array(terms.length + 1);
  const writeAt = new Uint32Array(table.length);
  let size = 0;
  let keptTerms = 0;
  for (const term of terms) {
    const id = table.idOf(term);
    const count = table.counts[id] ?? 0;
    if (count === 0) continue;
    terms[keptTerms] = term;
    postingOffsets[keptTerms++] = size;
    writeAt[id] = size;
    size += numberSize(count) + (table.sizes[id] ?? 0);
  }
  postingOffsets[keptTerms] = size;
  yield;

  const merged = new Uint8Array(size);
  table.last.fill(0);
  for (let id = 0; id < table.length; id++) {
    const count = table.counts[id] ?? 0;
    if (count > 0) writeAt[id] = writeNumber(merged, writeAt[id] ?? 0, count);
  }
  yield;
  pair = 0;
  for (const [index, { segment }] of inputs.entries()) {
    const map = renumbered[index]?.map;
    const base = bases[index] ?? 0;
    const { postings, postingOffsets: offsets } = segment;
    const reader = new PostingReader(postings);
    for (let at = 0; at < segment.terms.length; at++) {
      const id = ids[pair++] ?? 0;
      reader.at = offsets[at] ?? 0;
      const count = reader.number();
      work += count;
      let passage = 0;
      let target = writeAt[id] ?? 0;
      for (let left = count; left > 0; left--) {
        const head = reader.number();
        passage += head >>> 1;
        let from = reader.at;
        skipUnits(reader, head);
        const kept = map ? map[passage] : passage;
        if (kept === undefined || kept === DROPPED) continue;
        const distance = base + kept - (table.last[id] ?? 0);
        target = writeNumber(merged, target, (distance << 1) | (head & 1));
        while (from < reader.at) merged[target++] = postings[from++] ?? 0;
        table.last[id] = base + kept;
      }
      writeAt[id] = target;
    }
    if (work > STEP) {
      work = 0;
      yield;
    }
  }

  return {
    ...joinPassages(inputs, renumbered, passages),
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

const STEP = 100_000;
const DROPPED = 0xffff_ffff;

type Renumbered = { kept: number; map?: Uint32Array };

function renumber(segment: Segment, isDropped: MergeInput["isDropped"]): Renumbered {
  if (!isDropped) return { kept: segment.starts.length };
  let kept = 0;
  const map = Uint32Array.from(segment.starts, (_, passage) => (isDropped(passage) ? DROPPED : kept++));
  return { kept, map };
}

function joinPassages(inputs: readonly MergeInput[], renumbered: readonly Renumbered[], passages: number) {
  const starts = new Uint32Array(passages);
  const ends = new Uint32Array(passages);
  const questionCounts = new Uint8Array(passages);
  const unitOffsets = new Uint32Array(passages + 1);
  const unitLengths: Uint16Array[] = [];
  let units = 0;
  let target = 0;
  for (const [index, { segment }] of inputs.entries()) {
    const map = renumbered[index]?.map;
    for (let passage = 0; passage < segment.starts.length; passage++) {
      if (map && map[passage] === DROPPED) continue;
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

/** Terms numbered in the order they are met (open addressing), with what is counted for each. */
class TermTable {
  length = 0;
  keys: Uint32Array;
  counts: Uint32Array;
  sizes: Uint32Array;
  last: Uint32Array;
  private slots: Uint32Array;

  constructor(expected: number) {
    const capacity = 2 ** Math.ceil(Math.log2(expected * 2));
    this.slots = new Uint32Array(capacity * 2);
    this.keys = new Uint32Array(capacity);
    this.counts = new Uint32Array(capacity);
    this.sizes = new Uint32Array(capacity);
    this.last = new Uint32Array(capacity);
  }

  idOf(term: number): number {
    const mask = this.slots.length - 1;
    let slot = Math.imul(term, 0x9e3779b1) >>> 7;
    for (;;) {
      const id = this.slots[slot & mask] ?? 0;
      if (id === 0) break;
      if (this.keys[id - 1] === term) return id - 1;
      slot++;
    }
    if (this.length === this.keys.length) {
      this.grow();
      return this.idOf(term);
    }
    this.keys[this.length] = term;
    this.slots[slot & mask] = ++this.length;
    return this.length - 1;
  }

  private grow(): void {
    const capacity = this.keys.length * 2;
    this.keys = copyInto(new Uint32Array(capacity), this.keys);
    this.counts = copyInto(new Uint32Array(capacity), this.counts);
    this.sizes = copyInto(new Uint32Array(capacity), this.sizes);
    this.last = copyInto(new Uint32Array(capacity), this.last);
    this.slots = new Uint32Array(capacity * 2);
    const mask = this.slots.length - 1;
    for (let id = 0; id < this.length; id++) {
      let slot = Math.imul(this.keys[id] ?? 0, 0x9e3779b1) >>> 7;
      while (this.slots[slot & mask] !== 0) slot++;
      this.slots[slot & mask] = id + 1;
    }
  }
}

function copyInto(target: Uint32Array, source: Uint32Array): Uint32Array {
  target.set(source);
  return target;
}
