import type { Wait } from "@/lib/bots/hours/get-wait";
import type { WidgetBot } from "@/lib/bots/token/get-bot-by-token";
import type { AnsweredBy } from "@/lib/db/generated/enums";
import type { AnswerLanguage } from "@/lib/i18n/words/answer-words";
import type { SearchableBot } from "@/lib/knowledge/search/searchable-bot";
import type { ModelMessage, ModelUsage } from "@/lib/model/client";
import type { SaidContact } from "./small-talk/read-contact";
import type { AnswerNotes } from "./trace/answer-notes";

export type Answer = {
  /** What the bot says, a bubble each; at least one. */
  bubbles: string[];
  /** Each quote stands literally in the stored text of its document. */
  sources: AnswerSource[];
  /** False when the knowledge does not cover the question; null where it was asked nothing (「謝謝」). */
  answered: boolean | null;
  /** Retrieval confidence, 0 to 1; null where nothing was looked for. */
  confidence: number | null;
  answeredBy: AnsweredBy;
  /** What the model's endpoint says it read and wrote for it, all calls together. */
  tokens?: ModelUsage;
  /** The model failed, and the documents answered by themselves. */
  degraded?: true;
};

export type AnswerSource = {
  title: string;
  quote: string;
  /** The part of the quote that answers best, literally; left out where that is all of it. */
  best?: string;
  /** Of a page of the web: where it is. */
  url?: string;
  /** Of a file: the page or slide. For staff only: visitors' sources have no place for it. */
  page?: number;
  documentId: string;
  /** The passage it is of, as that document version has it; its first is 0. */
  versionId: string;
  ordinal: number;
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
  | "wordings"
  | "offersPerson"
  | "answerThreshold"
  | "maybeThreshold"
> &
  Pick<SearchableBot, "versions" | "pasted">;

export type Question = {
  question: string;
  /** In which the bot speaks around its quotes. */
  language: AnswerLanguage;
  /** The visitor asks for a person in these words, see readWish. */
  wantsPerson: boolean;
  /** What it gives to be reached at, see readContact. */
  contact?: SaidContact | null;
  /** What is known of when a person comes, and whether somebody is there to be told. */
  wait?: Pick<Wait, "isTold" | "text">;
  /** What it asks beside its wish for a person, see readWish. */
  beside?: string;
  /** What the visitor's page says was said before, oldest first. */
  history: readonly ModelMessage[];
  /** Gets a model's words as far as they are sure. What `Answer` says counts, where they differ. */
  onDelta?: (text: string) => void;
  /** Aborted when the visitor has left. */
  signal?: AbortSignal;
  /** Gets what the answer is made of, for who asks why. */
  notes?: AnswerNotes;
};
