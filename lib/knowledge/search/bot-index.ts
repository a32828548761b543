import { type MergeInput, mergeSegments, mergeSegmentsNow } from "./merge-segments";
import { parseQuery, type SearchTerm } from "./parse-query";
import { type AverageLengths, type Contribution, ScoredPart } from "./scored-part";
import { decodeSegment } from "./segment";
import { termKind } from "./tokens";

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
  /** Of the whole search: the highest of its hits' confidences; 0 without one. */
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
      // A pair of words is a bonus: that it is missing says nothing, the words are weighed themselves.
      if (termKind(term) !== "pair") mass += weight * idf;
      terms.push({ term, weight, idf });
    }
    const averages = this.averageLengths();
    const wanted = Math.max(limit, RERANKED);
    const found = this.parts.flatMap((part) =>
      part.search(terms, averages, wanted).map((hit) => ({ part, ...hit })),
    );
    found.sort((a, b) => b.score - a.score);
    const toConfidence = 1 / (mass * CONFIDENCE_SCALE || 1);
    const hits = rerank(found.slice(0, wanted), terms, averages).slice(0, limit);
    return {
      hits: hits.map(({ part, passage, score, firstScore }) => ({
        documentId: part.documentIds[part.documentOf[passage] ?? 0] ?? "",
        passage: part.ordinalInDocument(passage),
        start: part.segment.starts[passage] ?? 0,
        end: part.segment.ends[passage] ?? 0,
        score,
        confidence: firstScore * toConfidence,
      })),
      confidence: (found[0]?.score ?? 0) * toConfidence,
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

type FoundPassage = { part: ScoredPart; passage: number; score: number };

/**
 * Weighs the terms anew by how rare they are among the best passages, as those tend to share the question's
 * topic and differ in what is asked about it; the mean of both scores decides. Words keep their weight: one
 * word is one term, where a CJK word is several that confirm each other.
 */
function rerank(found: readonly FoundPassage[], terms: readonly SearchTerm[], averages: AverageLengths) {
  const best = found.slice(0, RERANKED);
  const byPart = new Map<ScoredPart, Set<number>>();
  for (const { part, passage } of best) byPart.set(part, (byPart.get(part) ?? new Set()).add(passage));
  const contributions = new Map<ScoredPart, Contribution[]>();
  const holders = new Map<number, number>();
  for (const [part, passages] of byPart) {
    const entries = part.contributions(terms, averages, passages);
    for (const { term } of entries) holders.set(term, (holders.get(term) ?? 0) + 1);
    contributions.set(part, entries);
  }
  const rarest = Math.log(1 + best.length);
  const rarity = (term: number) =>
    termKind(term) === "cjk" ? Math.log(1 + best.length / (holders.get(term) ?? 1)) / rarest : 1;
  const second = best.map(({ part, passage }) =>
    part.scoreFrom(passage, contributions.get(part) ?? [], rarity),
  );
  const scale = (best[0]?.score ?? 0) / (Math.max(...second) || 1);
  return found
    .map((hit, at) => {
      const score = (hit.score + (second[at] ?? 0) * scale) / 2;
      return { ...hit, firstScore: hit.score, score };
    })
    .sort((a, b) => b.score - a.score);
}

const RERANKED = 10;
const SLICE_MS = 15;
const MAX_PARTS = 16;
const CONFIDENCE_SCALE = 3.3;
const LENGTH_KINDS = ["passage", "title", "question", "sentence"] as const;
