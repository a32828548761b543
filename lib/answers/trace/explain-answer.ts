import type { Answer, AnsweringBot, Question } from "@/lib/answers/answer";
import { answerQuestion } from "@/lib/answers/answer-question";
import { type ConfidenceThresholds, DEFAULT_THRESHOLDS } from "@/lib/answers/extract/extract-answer";
import { scoreCandidates } from "@/lib/answers/extract/extract-candidates";
import { readComparison } from "@/lib/answers/message/read-comparison";
import { readTrouble } from "@/lib/answers/message/read-trouble";
import { readSmallTalk } from "@/lib/answers/small-talk/read-small-talk";
import type { Ctx } from "@/lib/context";
import { isId } from "@/lib/id-input";
import type { BotPassage } from "@/lib/knowledge/search/load-passages";
import { weighTerms } from "../extract/weigh-terms";
import { type AnswerNotes, createNotes, type NotedPart } from "./answer-notes";
import type { AnswerTrace, Intent, TracedPart, TracedPassage } from "./answer-trace";
import { matchedWords } from "./matched-words";

/** What is tried out instead of what visitors get. */
export type AnswerOverrides = {
  /** By the ids of documents, versions in the place of the published ones. */
  versions?: ReadonlyMap<string, string>;
  thresholds?: ConfidenceThresholds;
  /** False: the documents' own words, also where a model is configured. */
  usesModel?: boolean;
};

/** What a visitor would get, from the same path, with why. Throws as answerQuestion does. */
export async function explainAnswer(
  ctx: Pick<Ctx, "db" | "model" | "embedder">,
  bot: AnsweringBot,
  asked: Question,
  { versions, thresholds, usesModel = true }: AnswerOverrides = {},
): Promise<{ answer: Answer; trace: AnswerTrace }> {
  const since = performance.now();
  const notes = createNotes(asked.question);
  const view = {
    ...bot,
    ...(versions && { versions }),
    ...(thresholds && { answerThreshold: thresholds.answer, maybeThreshold: thresholds.maybe }),
  };
  const model = usesModel ? ctx.model : null;
  const answer = await answerQuestion({ ...ctx, model }, view, { ...asked, notes });
  const all = performance.now() - since;
  const shown = notes.parts.flatMap(({ search }) => search.passages.slice(0, passagesShown));
  const counts = await countPassages(ctx.db, [...new Set(shown.map(({ versionId }) => versionId))]);
  return {
    answer,
    trace: {
      language: asked.language,
      intent: intentOf(asked, answer),
      lookedFor: notes.query === asked.question ? null : notes.query,
      context: notes.context?.about || null,
      thresholds: {
        answer: view.answerThreshold ?? DEFAULT_THRESHOLDS.answer,
        maybe: view.maybeThreshold ?? DEFAULT_THRESHOLDS.maybe,
      },
      parts: notes.parts.map((part) => toTracedPart(part, notes, counts)),
      model: notes.model,
      times: { search: notes.searchMs, model: notes.modelMs, all },
    },
  };
}

function intentOf({ question }: Question, { answeredBy }: Answer): Intent {
  if (answeredBy === "person") return "person";
  if (answeredBy === "small_talk") return readSmallTalk(question) ?? "question";
  return readTrouble(question) ?? (readComparison(question) === null ? "question" : "comparison");
}

function toTracedPart(part: NotedPart, { context }: AnswerNotes, counts: Counts): TracedPart {
  const { question, search, telling, sureness, extracted } = part;
  const { terms, passages, confidence, rival } = search;
  const weights = weighTerms(terms);
  const read = context?.about ? `${context.about} ${question}` : question;
  const candidates = scoreCandidates(read, passages.slice(0, 3), weights).slice(0, candidatesShown);
  const best = candidates[0]?.score || 1;
  return {
    ...{ question, state: extracted.state, sureness, confidence, rival },
    absent: telling?.absent ?? [],
    isOther: telling?.isOther ?? false,
    isComplete: telling?.isComplete ?? false,
    passages: passages
      .slice(0, passagesShown)
      .map((passage, index) => toTracedPassage(part, passage, index, counts)),
    candidates: candidates.map(({ passage, start, end, score }) => ({
      text: passages[passage]?.text.slice(start, Math.min(end, start + longestShown)) ?? "",
      share: score / best,
    })),
  };
}

/** Passages of a document version, by its id; none of what isn't stored. */
type Counts = ReadonlyMap<string, number>;

async function countPassages(db: Ctx["db"], versionIds: string[]): Promise<Counts> {
  const stored = versionIds.filter(isId);
  if (stored.length === 0) return new Map();
  const where = { versionId: { in: stored } };
  const counts = await db.passage.groupBy({ by: ["versionId"], where, _count: true });
  return new Map(counts.map(({ versionId, _count }) => [versionId, _count]));
}

const passagesShown = 5;
const candidatesShown = 5;
/** UTF-16 units of a sentence or a passage. */
const longestShown = 2_000;

function toTracedPassage(
  { question, search, extracted }: NotedPart,
  found: BotPassage,
  index: number,
  counts: Counts,
): TracedPassage {
  const { documentId, versionId, ordinal, title, headings, text, start, end, confidence, page } = found;
  const quotes = extracted.quotes.filter(({ passage }) => passage === index);
  const read = [title, ...headings, text.slice(start, end)].join("\n");
  return {
    ...{ documentId, versionId, ordinal, title, headings, confidence },
    of: counts.get(versionId) ?? ordinal + 1,
    ...(page !== undefined && { page }),
    matched: matchedWords(search.terms, question, read),
    pieces: cutAt(text, start, Math.min(end, start + longestShown), quotes),
  };
}

/** A stretch of a text in pieces: inside the quotes and outside of them. */
function cutAt(text: string, start: number, end: number, quotes: readonly { start: number; end: number }[]) {
  const pieces: TracedPassage["pieces"] = [];
  let at = start;
  for (const quote of quotes.toSorted((a, b) => a.start - b.start)) {
    if (quote.start > at) pieces.push({ text: text.slice(at, quote.start), isQuote: false });
    pieces.push({ text: text.slice(Math.max(at, quote.start), quote.end), isQuote: true });
    at = Math.max(at, quote.end);
  }
  if (end > at) pieces.push({ text: text.slice(at, end), isQuote: false });
  return pieces;
}
