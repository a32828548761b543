import type { AuthorKind, TurnState } from "@/lib/db/generated/enums";

/** A quote shown with an answer: a literal span of the document version it came from. */
export type TurnSource = { title: string; quote: string; documentId: string; url?: string };

/** One turn of a transcript. `id` is a UUIDv7 and orders the transcript; times are Unix milliseconds. */
export type Turn = {
  id: string;
  conversationId: string;
  author: AuthorKind;
  authorName: string;
  state: TurnState;
  replyTo: string | null;
  bubbles: string[];
  sources: TurnSource[];
  answered: boolean | null;
  confidence: number | null;
  at: number;
};

/** What the list of chats shows of one conversation. */
export type ChatSummary = {
  id: string;
  botId: string;
  chatId: string;
  domain: string | null;
  startedAt: number;
  lastActivityAt: number;
  lastTurn: { author: AuthorKind; text: string; answered: boolean | null };
};
