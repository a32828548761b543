import { type MergeInput, mergeSegments, mergeSegmentsNow } from "./merge-segments";
import { parseQuery, type SearchTerm } from "./parse-query";
import { ScoredPart } from "./scored-part";
import { decodeSegment } from "./segment";

export type BotDocument = { id: string; segment: Uint8Array };

export type SearchHit = {
  documentId: string;
  /** Which of the document's passages, from 0. */
  passage: number;
  /** UTF-16 offsets of the passage in the stored text. */
  start: number;
  end: number;
  score: number;
  /** 0 to about 1: how much of what the question asks the passage holds. */
  confidence: number;
};

export type SearchResult = {
  /** Best first. */
  hits: SearchHit[];
  /** That of the best hit; 0 without one. */
  confidence: number;
  /** What was looked for, for choosing sentences. */
  terms: SearchTerm[];
};

/**
 * All that one bot can search: the union of its documents' segments, in parts. Adding a document adds a
 * part, removing one hides its passages; small parts are merged now and then, large ones are left alone.
 */
export class BotIndex {
  private parts: ScoredPart[] = [];

  /** Decodes and merges in steps of a few milliseconds, letting other work in between. */
  static async load(documents: Iterable<BotDocument> | AsyncIterable<BotDocument>): Promise<BotIndex> {
    const index = new BotIndex();
    const ids: string[] = [];
    const inputs: MergeInput[] = [];
    let sliceEnd = performance.now() + SLICE_MS;
    const pause = async () => {
      if (performance.now() < sliceEnd) return;
      await new Promise((resolve) => setImmediate(resolve));
      sliceEnd = performance.now() + SLICE_MS;
    };
    for await (const { id, segment } of documents) {
      ids.push(id);
      inputs.push({ segment: decodeSegment(segment) });
      await pause();
    }
    const steps = mergeSegments(inputs);
    let step = steps.next();
    while (!step.done) {
      await pause();
      step = steps.next();
    }
    const documentOf = inputs.flatMap(({ segment }, input) =>
      Array<number>(segment.starts.length).fill(input),
    );
    if (inputs.length > 0) index.parts.push(new ScoredPart(step.value, ids, Uint32Array.from(documentOf)));
    return index;
  }

  add(document: BotDocument): void {
    const segment = decodeSegment(document.segment);
    this.parts.push(new ScoredPart(segment, [document.id], new Uint32Array(segment.starts.length)));
    if (this.parts.length > MAX_PARTS) this.mergeSmallParts();
  }

  remove(documentId: string): void {
    for (const part of this.parts) part.remove(documentId);
    this.parts = this.parts.filter((part) => part.livePassages > 0);
  }

  get passageCount(): number {
    return this.parts.reduce((sum, part) => sum + part.livePassages, 0);
  }

  /** Bytes of memory held. */
  get byteLength(): number {
    return this.parts.reduce((sum, part) => sum + part.byteLength, 0);
  }

  search(question: string, { limit }: { limit: number }): SearchResult {
    const terms: SearchTerm[] = [];
    let mass = 0;
    const passages = this.passageCount;
    for (const { term, weight } of parseQuery(question)) {
      const found = this.parts.reduce((sum, part) => sum + part.countPassages(term), 0);
      const idf = Math.log(1 + (passages - Math.min(found, passages) + 0.5) / (found + 0.5));
      mass += weight * idf;
      terms.push({ term, weight, idf });
    }
    const averages = this.averageLengths();
    const scale = 1 / (mass * CONFIDENCE_SCALE || 1);
    const hits = this.parts.flatMap((part) => part.search(terms, averages, limit));
    hits.sort((a, b) => b.score - a.score);
    hits.length = Math.min(hits.length, limit);
    return {
      hits: hits.map((hit) => ({ ...hit, confidence: hit.score * scale })),
      confidence: (hits[0]?.score ?? 0) * scale,
      terms,
    };
  }

  private averageLengths() {
    const sums = { passage: 0, title: 0, question: 0, sentence: 0 };
    const counts = { passage: 0, title: 0, question: 0, sentence: 0 };
    for (const { totals } of this.parts) {
      for (const kind of LENGTH_KINDS) {
        sums[kind] += totals[kind].length;
        counts[kind] += totals[kind].count;
      }
    }
    const average = (kind: (typeof LENGTH_KINDS)[number]) => sums[kind] / (counts[kind] || 1) || 1;
    return {
      passage: average("passage"),
      title: average("title"),
      question: average("question"),
      sentence: average("sentence"),
    };
  }

  private mergeSmallParts(): void {
    const bySize = [...this.parts].sort((a, b) => b.livePassages - a.livePassages);
    const large = bySize.slice(0, MAX_PARTS / 4);
    const small = bySize.slice(MAX_PARTS / 4);
    const merged = mergeSegmentsNow(
      small.map((part) => ({ segment: part.segment, isDropped: (passage) => part.isRemoved(passage) })),
    );
    const ids: string[] = [];
    const documentOf: number[] = [];
    for (const part of small) {
      for (const [passage, document] of part.documentOf.entries()) {
        if (!part.isRemoved(passage)) documentOf.push(ids.length + document);
      }
      ids.push(...part.documentIds);
    }
    this.parts = [...large, new ScoredPart(merged, ids, Uint32Array.from(documentOf))];
  }
}

const SLICE_MS = 15;
const MAX_PARTS = 16;
const CONFIDENCE_SCALE = 3.3;
const LENGTH_KINDS = ["passage", "title", "question", "sentence"] as const;
