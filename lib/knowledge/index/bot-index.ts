import { inSlices } from "@/lib/in-slices";
import { parseQuery, type SearchTerm } from "@/lib/knowledge/query/parse-query";
import type { QueryContext } from "@/lib/knowledge/query/query-context";
import type { Wordings } from "@/lib/knowledge/query/wordings";
import { termKind } from "@/lib/language/words/tokens";
import { ContributionLog } from "./contribution-log";
import { type MergeInput, mergeSegments, mergeSegmentsNow } from "./merge-segments";
import { PostingTrace } from "./posting-trace";
import { type AverageLengths, type PartCandidate, type PartSearch, ScoredPart } from "./scored-part";
import { decodeSegment } from "./segment";
import { type QuestionVectors, VectorStore } from "./vector-store";

export type BotDocument = {
  /** Of the version that answers. */
  id: string;
  segment: Uint8Array;
  /** Its passages' embeddings as `encodeVectors` made them, and the model they are of. */
  vectors?: Uint8Array | null;
  vectorModel?: string | null;
};

/** Tells vectors of a version from those it had before: of another model, of another dimension, or none. */
export function vectorState(model: string | null | undefined, bytes: number | null | undefined): string {
  return `${model ?? ""} ${bytes ?? 0}`;
}

export type SearchHit = {
  versionId: string;
  /** Which of the document's passages, from 0. */
  passage: number;
  /** UTF-16 offsets of the passage in the stored text. */
  start: number;
  end: number;
  score: number;
  /** 0 to about 1: how much of what the question asks the passage holds. */
  confidence: number;
};

export type SearchOptions = {
  limit: number;
  context?: QueryContext | null;
  questionVectors?: QuestionVectors;
  /** The owner's wordings, beside those that every bot has. */
  own?: Wordings | null;
  /** See {@link parseQuery}. */
  isWide?: boolean;
};

export type SearchResult = {
  /** Best first. */
  hits: SearchHit[];
  /** Of the whole search: the highest of its hits' confidences; 0 without one. */
  confidence: number;
  /** The highest confidence among the other documents than the best hit's; 0 without one. */
  rival: number;
  /** What was looked for, for choosing sentences. */
  terms: SearchTerm[];
};

/**
 * All that one bot can search: the union of its documents' segments, in parts. Adding a document adds a
 * part, removing one hides its passages; small parts are merged now and then, large ones are left alone.
 */
export class BotIndex {
  private parts: ScoredPart[] = [];
  private readonly vectors = new VectorStore();

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
    for await (const document of documents) {
      ids.push(document.id);
      inputs.push({ segment: decodeSegment(document.segment) });
      index.addVectors(document);
      await pause();
    }
    const merged = await inSlices(mergeSegments(inputs));
    const versionOf = inputs.flatMap(({ segment }, input) =>
      Array<number>(segment.starts.length).fill(input),
    );
    if (inputs.length > 0) index.parts.push(new ScoredPart(merged, ids, Uint32Array.from(versionOf)));
    return index;
  }

  add(document: BotDocument): void {
    const segment = decodeSegment(document.segment);
    this.parts.push(new ScoredPart(segment, [document.id], new Uint32Array(segment.starts.length)));
    this.addVectors(document);
    this.forget();
    if (this.parts.length > MAX_PARTS) this.mergeSmallParts();
  }

  remove(versionId: string): void {
    for (const part of this.parts) part.remove(versionId);
    this.vectors.remove(versionId);
    this.states.delete(versionId);
    this.parts = this.parts.filter((part) => part.livePassages > 0);
    this.forget();
  }

  /** The versions it was made of, each with what its vectors were: what differs must be read again. */
  get documents(): ReadonlyMap<string, string> {
    return this.states;
  }

  get passageCount(): number {
    return this.parts.reduce((sum, part) => sum + part.livePassages, 0);
  }

  /** How many of the passages that are held were let go, 0 to 1. */
  get hiddenShare(): number {
    const held = this.parts.reduce((sum, part) => sum + part.segment.starts.length, 0);
    return held === 0 ? 0 : 1 - this.passageCount / held;
  }

  /** Bytes of memory held. */
  get byteLength(): number {
    return this.parts.reduce((sum, part) => sum + part.byteLength, this.vectors.byteLength);
  }

  /** The models that embedded the documents: none, one, or two while one takes the other's place. */
  get vectorModels(): string[] {
    return this.vectors.models;
  }

  /**
   * `context`: what the question must be read with, see findContext. `questionVectors`: its embedding by each of
   * {@link vectorModels}, as far as there is one; the rest is searched by words alone.
   */
  search(
    question: string,
    { limit, context = null, questionVectors, own = null, isWide = false }: SearchOptions,
  ): SearchResult {
    const terms: SearchTerm[] = [];
    let mass = 0;
    const passages = this.passageCount + BACKGROUND;
    const parsed = parseQuery(question, { context, isKnown: this.isKnown, own, isWide });
    const averages = this.averageLengths();
    const depth = Math.max(limit, CANDIDATES);
    const searches = new Map<ScoredPart, PartSearch>();
    for (const part of this.parts) searches.set(part, searchOf(part, parsed, averages, depth));
    for (const [at, { term, weight, isBonus, isVerb, isAside, isBeside }] of parsed.entries()) {
      let found = 0;
      for (const [part, { places }] of searches) found += part.countAt(places[at] ?? -1);
      const idf = Math.log(1 + (passages - Math.min(found, passages) + 0.5) / (found + 0.5));
      if (!isBonus) mass += weight * idf;
      const asked: SearchTerm = {
        term,
        weight: isVerb ? weight * VERB_WORTH : weight,
        idf,
        isKnown: found > 0,
      };
      if (isAside) asked.isAside = isAside;
      if (isBeside) asked.isBeside = isBeside;
      terms.push(asked);
    }
    trace.clear();
    const lexical = [...searches]
      .flatMap(([part, search]) =>
        part.findCandidates(terms, search).map(({ passage, body }) => ({ part, passage, body })),
      )
      .sort((a, b) => b.body - a.body)
      .slice(0, depth);
    const scale = Math.max(mass, LEAST_MASS) * CONFIDENCE_SCALE;
    const hits = questionVectors
      ? withNearness(this.findNear(questionVectors), lexical, { terms, searches, depth, scale })
      : scoreCandidates(lexical, terms, searches);
    const toConfidence = 1 / scale;
    const versionOf = ({ part, passage }: PlacedCandidate) =>
      part.versionIds[part.versionOf[passage] ?? 0] ?? "";
    const best = hits[0] && versionOf(hits[0]);
    const rivals = hits.filter((hit) => versionOf(hit) !== best);
    return {
      hits: hits.slice(0, limit).map(({ part, passage, body, score, firstScore }) => ({
        versionId: versionOf({ part, passage, body }),
        passage: part.ordinalInDocument(passage),
        start: part.segment.starts[passage] ?? 0,
        end: part.segment.ends[passage] ?? 0,
        score,
        confidence: firstScore * toConfidence,
      })),
      confidence: Math.max(0, ...hits.map(({ firstScore }) => firstScore)) * toConfidence,
      rival: Math.max(0, ...rivals.map(({ firstScore }) => firstScore)) * toConfidence,
      terms,
    };
  }

  private readonly states = new Map<string, string>();

  private addVectors({ id, vectors, vectorModel }: BotDocument): void {
    this.states.set(id, vectorState(vectorModel, vectors?.byteLength));
    if (vectors && vectorModel) this.vectors.add(id, vectorModel, vectors);
  }

  /** How near passages are to the question by their embeddings: those of each part that are nearer than by chance. */
  private findNear(question: QuestionVectors): Map<ScoredPart, Map<number, number>> {
    const byDocument = this.vectors.compare(question);
    return new Map(
      this.parts.map((part) => {
        const near = new Map<number, number>();
        for (const { versionId, first } of part.firstPassages()) {
          for (const [ordinal, nearness] of byDocument.get(versionId)?.entries() ?? []) {
            if (nearness > 0) near.set(first + ordinal, nearness);
          }
        }
        return [part, near];
      }),
    );
  }

  private averages: AverageLengths | null = null;
  /** Whether any document has a term; another function when these are others. */
  private isKnown = this.knows();

  private knows(): (term: number) => boolean {
    return (term) => this.parts.some((part) => part.holds(term));
  }

  /** What was true of other documents. */
  private forget(): void {
    this.averages = null;
    this.isKnown = this.knows();
  }

  private averageLengths(): AverageLengths {
    this.averages ??= this.measureLengths();
    return this.averages;
  }

  private measureLengths(): AverageLengths {
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
    const versionOf: number[] = [];
    for (const part of small) {
      for (const [passage, document] of part.versionOf.entries()) {
        if (!part.isRemoved(passage)) versionOf.push(ids.length + document);
      }
      ids.push(...part.versionIds);
    }
    this.parts = [...large, new ScoredPart(merged, ids, Uint32Array.from(versionOf))];
  }
}

/** One character that is a word finds what a word of two does; that it is missing tells no more than before. */
const VERB_WORTH = 2;

type PartSearches = ReadonlyMap<ScoredPart, PartSearch>;

type PlacedCandidate = PartCandidate & { part: ScoredPart };

type ScoredCandidate = PlacedCandidate & { score: number; firstScore: number };

function searchOf(
  part: ScoredPart,
  terms: readonly { term: number }[],
  averages: AverageLengths,
  limit: number,
): PartSearch {
  const places = new Int32Array(terms.length);
  for (const [at, { term }] of terms.entries()) places[at] = part.placeOf(term);
  return { places, traced: new Uint32Array(terms.length + 1), trace, averages, limit };
}

/** The candidates found by words and those nearest by embeddings, scored by both, best first. */
function withNearness(
  near: ReadonlyMap<ScoredPart, ReadonlyMap<number, number>>,
  lexical: readonly PlacedCandidate[],
  by: { terms: readonly SearchTerm[]; searches: PartSearches; depth: number; scale: number },
): ScoredCandidate[] {
  return scoreCandidates(withNearest(lexical, near, by.depth), by.terms, by.searches)
    .map((hit) => {
      const nearness = (near.get(hit.part)?.get(hit.passage) ?? 0) * by.scale;
      const score = hit.score + NEARNESS_WEIGHT * nearness;
      return { ...hit, score, firstScore: hit.firstScore + NEARNESS_CONFIDENCE * nearness };
    })
    .sort((a, b) => b.score - a.score);
}

/** The candidates found by words, and those nearest by embeddings. */
function withNearest(
  lexical: readonly PlacedCandidate[],
  near: ReadonlyMap<ScoredPart, ReadonlyMap<number, number>>,
  depth: number,
): PlacedCandidate[] {
  const isFound = (part: ScoredPart, passage: number) =>
    lexical.some((found) => found.part === part && found.passage === passage);
  const nearest = [...near]
    .flatMap(([part, passages]) => [...passages].map(([passage, nearness]) => ({ part, passage, nearness })))
    .sort((a, b) => b.nearness - a.nearness)
    .slice(0, depth)
    .filter(({ part, passage }) => !isFound(part, passage))
    .map(({ part, passage }) => ({ part, passage, body: 0 }));
  return [...lexical, ...nearest];
}

/**
 * Scores candidates with their best sentence and title, then weighs the terms anew by how rare they are among
 * the best passages, as those tend to share the question's topic and differ in what is asked about it; the
 * mean of both scores decides. Words keep their weight: one word is one term, where a CJK word is several
 * that confirm each other.
 */
function scoreCandidates(
  candidates: readonly PlacedCandidate[],
  terms: readonly SearchTerm[],
  searches: PartSearches,
): ScoredCandidate[] {
  log.begin(candidates.map(({ part, passage }) => part.unitCountOf(passage)));
  const byPart = new Map<ScoredPart, { passage: number; candidate: number }[]>();
  for (const [candidate, { part, passage }] of candidates.entries()) {
    const list = byPart.get(part) ?? [];
    list.push({ passage, candidate });
    byPart.set(part, list);
  }
  for (const [part, list] of byPart) {
    const search = searches.get(part);
    if (search) part.logContributions(terms, search, list, log);
  }
  const scoreOf = (candidate: number) => {
    const { part, passage } = candidates[candidate] ?? {};
    return part && passage !== undefined ? part.combine(passage, candidate, log) : 0;
  };
  const first = candidates.map((_, candidate) => scoreOf(candidate));
  const order = first.map((_, candidate) => candidate).sort((a, b) => (first[b] ?? 0) - (first[a] ?? 0));
  const best = order.slice(0, RERANKED);
  const holders = log.countHolders(best, terms.length);
  const rarest = Math.log(1 + best.length);
  const rarity = Float32Array.from(terms, ({ term }, index) =>
    termKind(term) === "cjk" ? Math.log(1 + best.length / (holders[index] || 1)) / rarest : 1,
  );
  const second = new Map<number, number>();
  for (const candidate of best) {
    log.weighAnew(candidate, rarity);
    second.set(candidate, scoreOf(candidate));
  }
  const scale = (first[order[0] ?? 0] ?? 0) / (Math.max(...second.values()) || 1);
  return candidates
    .map(({ part, passage, body }, candidate) => {
      const firstScore = first[candidate] ?? 0;
      const secondScore = (second.get(candidate) ?? 0) * scale;
      return { part, passage, body, firstScore, score: (firstScore + secondScore) / 2 };
    })
    .sort((a, b) => b.score - a.score);
}

/** Shared by all searches, as each is synchronous. */
const log = new ContributionLog();
const trace = new PostingTrace();
const CANDIDATES = 30;
const RERANKED = 10;
/** Passages imagined beside the bot's own, without its words: in a bot of one passage, too, a word found counts. */
const BACKGROUND = 50;
const SLICE_MS = 15;
const MAX_PARTS = 16;
const CONFIDENCE_SCALE = 3.3;
/** A question for a word of two characters asks for about 10, most ask for 30 and more: of less, little can be sure. */
const LEAST_MASS = 6;
/**
 * A passage's nearness by embeddings is 0 to 1; 1 weighs as much as holding every word of the question. What it adds,
 * times this, to the score that ranks passages, and to the confidence that thresholds are held against.
 */
const NEARNESS_WEIGHT = 2;
const NEARNESS_CONFIDENCE = 0.75;
const LENGTH_KINDS = ["passage", "title", "question", "sentence"] as const;
