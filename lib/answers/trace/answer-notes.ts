import type { ExtractedAnswer } from "@/lib/answers/extract/extract-answer";
import type { Telling } from "@/lib/answers/telling/read-telling";
import type { QueryContext } from "@/lib/knowledge/query/query-context";
import type { BotSearch } from "@/lib/knowledge/search/search-bot";

/** What an answer was made of, put down while it is made for who asks why. Nobody pays for it else. */
export type AnswerNotes = {
  /** What was looked for, and what it was read with. */
  query: string;
  context: QueryContext | null;
  /** Each question of the message with what the documents say to it; none where nothing was looked for. */
  parts: NotedPart[];
  model: NotedModel | null;
  searchMs: number;
  modelMs: number;
};

export type NotedPart = {
  question: string;
  search: BotSearch;
  telling: Telling | null;
  sureness: number;
  extracted: Pick<ExtractedAnswer, "state" | "quotes">;
};

export type NotedModel = {
  /** As the endpoint wrote it. */
  reply: string;
  sentences: NotedSentence[];
  /** Why there was no reply that could be used. */
  fault: string | null;
};

/**
 * `replaced`: the passage's own words are said instead. `dropped`: no passage supports it, or it gives what no document
 * does. `marked`: so, and it is said with the owner's mark.
 */
export type NotedSentence = { text: string; verdict: "kept" | "replaced" | "marked" | "dropped" };

export function createNotes(question: string): AnswerNotes {
  return { query: question, context: null, parts: [], model: null, searchMs: 0, modelMs: 0 };
}
