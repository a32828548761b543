import type { ExtractedAnswer } from "@/lib/answers/extract/extract-answer";
import type { AnswerLanguage, SmallTalk } from "@/lib/i18n/words/answer-words";
import type { NotedModel } from "./answer-notes";

/** Why a bot answers as it does, small enough to be sent to a screen. */
export type AnswerTrace = {
  /** In which the bot speaks around its quotes. */
  language: AnswerLanguage;
  intent: Intent;
  /** What was looked for instead of the question's own words; null where those were. */
  lookedFor: string | null;
  /** What was said before that the question was read with; null for nothing. */
  context: string | null;
  /** Sureness from which the bot answers, and from which it shows what may help. */
  thresholds: { answer: number; maybe: number };
  /** One for each question of the message that was looked for. */
  parts: TracedPart[];
  model: NotedModel | null;
  /** Milliseconds. */
  times: { search: number; model: number; all: number };
};

export type Intent = "question" | "person" | "order" | "complaint" | "comparison" | SmallTalk;

export type TracedPart = {
  question: string;
  state: ExtractedAnswer["state"];
  /** 0 to 1, as are the next two: what the thresholds are held against. */
  sureness: number;
  /** How much of the question the best passage holds, and of the other documents the best. */
  confidence: number;
  rival: number;
  /** Words of the question that stand in no document. */
  absent: string[];
  /** It asks for something else than the documents have, however much the rest is alike. */
  isOther: boolean;
  /** All that tells it apart stands in the best passage. */
  isComplete: boolean;
  /** Best first. */
  passages: TracedPassage[];
  /** The sentences that were weighed against each other, best first; the best is 1. */
  candidates: { text: string; share: number }[];
};

export type TracedPassage = {
  documentId: string;
  versionId: string;
  ordinal: number;
  /** How many passages the document has. */
  of: number;
  title: string;
  headings: string[];
  /** Of a file: the page or slide that it begins on. */
  page?: number;
  confidence: number;
  /** Words of the question, or others that mean the same, that stand in it. */
  matched: string[];
  /** Its text in pieces; the quotes are what the bot says. */
  pieces: { text: string; isQuote: boolean }[];
};
