import { z } from "zod";
import type { SaidContact } from "@/lib/answers/small-talk/read-contact";
import { AuthorKind, type ConversationState, Rating, ReplyMail, TurnState } from "@/lib/db/generated/enums";

export const turnSourcesSchema = z.array(
  z.object({
    ...{ title: z.string(), quote: z.string(), documentId: z.string(), url: z.string().optional() },
    /** The part of the quote that answers best, literally; left out where that is all of it. */
    best: z.string().optional(),
    /** The passage of the document version that the quote is of; not on turns of earlier releases. */
    ...{ versionId: z.string().optional(), ordinal: z.number().optional() },
    /** Of a file: the page or slide that the passage begins on. Staff see it, visitors don't. */
    page: z.number().optional(),
  }),
);

/** A picture that was sent: where it is kept, and its size in pixels. */
export const turnPictureSchema = z.object({ fileId: z.string(), width: z.number(), height: z.number() });
export type TurnPicture = z.output<typeof turnPictureSchema>;

export const turnSchema = z.object({
  /** A UUIDv7; it orders the transcript. */
  id: z.string(),
  conversationId: z.string(),
  author: z.enum(AuthorKind),
  authorName: z.string(),
  state: z.enum(TurnState),
  /** The visitor's turn that this one answers. */
  replyTo: z.string().nullable(),
  bubbles: z.array(z.string()),
  /** Quotes shown with an answer, each a literal span of the document version it came from. */
  sources: turnSourcesSchema,
  answered: z.boolean().nullable(),
  /** Retrieval confidence of an answer, 0 to 1. */
  confidence: z.number().nullable(),
  /** The model failed, and the documents answered by themselves. */
  degraded: z.literal(true).optional(),
  /** The only bubble is then the word for it. */
  picture: turnPictureSchema.optional(),
  /** The visitor's thumb, from when they first gave one; `rating` is null once it was taken back. */
  feedback: z.object({ rating: z.enum(Rating).nullable(), reason: z.string(), at: z.number() }).optional(),
  /**
   * On a note among staff, which no visitor reads: who wrote it, and when it was written, changed or taken back last.
   * One that was taken back has no bubbles.
   */
  note: z.object({ authorId: z.string(), at: z.number() }).optional(),
  /**
   * On a member's reply to a visitor who left an address: what becomes of it by mail, since when (each change is later
   * than the one before), and why it couldn't be mailed, or not yet.
   */
  mail: z.object({ state: z.enum(ReplyMail), at: z.number(), fault: z.string().nullable() }).optional(),
  /** Unix milliseconds. */
  at: z.number(),
});

/** One turn of a transcript. */
export type Turn = z.output<typeof turnSchema>;
export type TurnSource = Turn["sources"][number];

/** What the list of chats shows of one conversation; times are Unix milliseconds. */
export type ChatSummary = {
  id: string;
  botId: string;
  chatId: string;
  domain: string | null;
  startedAt: number;
  lastActivityAt: number;
  lastTurn: { author: AuthorKind; text: string; answered: boolean | null; state: TurnState };
  /** The visitor's newest words. */
  lastAsked: string;
  /** How many turns the visitor has written. */
  visitorTurns: number;
  /** Who the page said the visitor is, unverified; null where it said nothing at all. */
  visitor?: { name: string | null; email: string | null } | null;
  /** What the visitor gave in the chat to be reached at, unverified. */
  contact?: SaidContact | null;
  desk: ChatDesk;
  /** The thumbs that stand in it, each once. */
  ratings: Rating[];
  tags: ChatTags;
  /** What its visitor writes reaches nobody. */
  isBlocked?: true;
};

/**
 * A chat's tags in the order they were given, and when they changed last (0 for never; each change is later than the
 * one before).
 */
export type ChatTags = { names: string[]; at: number };

/**
 * Who has a chat: its state, since when (0 where it never changed; each change is later than the one before), and which
 * member.
 */
export type ChatDesk = {
  state: ConversationState;
  at: number;
  assignee: { id: string; name: string } | null;
  /** The name of the member who gave it to them; null where they took it themselves. */
  givenBy?: string | null;
  /**
   * While it is snoozed, when it comes back (Unix milliseconds); once its member has it again, until when it was
   * snoozed. Null where neither is so.
   */
  until?: number | null;
};

/** How far a member has read one conversation, and how much of it the archive holds; both count visitor's turns. */
export type ReadPosition = { seenTurns: number; visitorTurns: number };

/** One event of a team's feed, as screens get it. */
export type FeedEvent =
  | { type: "turn"; chat: ChatSummary; turn: Turn }
  /** The chat with that id was deleted: what comes of it later is none of it. */
  | { type: "gone"; id: string };

/** Tells every process of the team that a role, membership or session changed; screens don't get it. */
export type AccessEvent = { type: "access" };

/** Stands in a feed that had no event yet, so that it has a position to go on from; screens don't get it. */
export type StartEvent = { type: "start" };

/** Whether what the feed holds is for screens. */
export function isFeedEvent(value: unknown): value is FeedEvent {
  return hasType(value, "turn") || hasType(value, "gone");
}

export function chatIdOf(event: FeedEvent): string {
  return event.type === "gone" ? event.id : event.chat.id;
}

export function isAccessEvent(value: unknown): value is AccessEvent {
  return hasType(value, "access");
}

function hasType(value: unknown, type: string): boolean {
  return typeof value === "object" && value !== null && "type" in value && value.type === type;
}
