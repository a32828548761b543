import type { WidgetBot } from "@/lib/bots/get-bot-by-token";
import type { ModelMessage } from "@/lib/model/client";

export type Answer = {
  /** What the bot says, a bubble each; at least one. */
  bubbles: string[];
  /** Each quote stands literally in the stored text of its document. */
  sources: { title: string; quote: string; documentId: string }[];
  /** False when the knowledge does not cover the question. */
  answered: boolean;
  /** Retrieval confidence, 0 to 1. */
  confidence: number;
  /** The model failed, and the documents answered by themselves. */
  degraded?: true;
};

export type AnsweringBot = Pick<
  WidgetBot,
  | "id"
  | "teamId"
  | "knowledgeVersion"
  | "answerModel"
  | "instructions"
  | "unsupportedRule"
  | "modelFault"
  | "fallbackText"
  | "contact"
  | "answerThreshold"
  | "maybeThreshold"
>;

export type Question = {
  question: string;
  /** What the visitor's page says was said before, oldest first. */
  history: readonly ModelMessage[];
  /** Gets a model's words as far as they are sure. What `Answer` says counts, where they differ. */
  onDelta?: (text: string) => void;
  /** Aborted when the visitor has left. */
  signal?: AbortSignal;
};
