import type { SaidContact } from "@/lib/answers/small-talk/read-contact";
import type { ChatSummary, Turn } from "@/lib/conversations/turns/turn";
import type { Conversation, Visitor } from "@/lib/db/generated/client";
import { Rating } from "@/lib/db/generated/enums";

export type ConversationRow = Pick<
  Conversation,
  | "id"
  | "botId"
  | "chatId"
  | "domain"
  | "createdAt"
  | "visitorTurns"
  | "lastAsked"
  | "saidPhone"
  | "saidEmail"
  | "state"
  | "stateAt"
  | "assigneeId"
  | "givenBy"
  | "snoozedUntil"
  | "ratedUp"
  | "ratedDown"
  | "tags"
  | "taggedAt"
> & {
  visitor: Pick<Visitor, "name" | "email" | "traits" | "blockedAt">;
  assignee: { user: { name: string } } | null;
};

type DeskRow = Pick<Conversation, "state" | "stateAt" | "assigneeId" | "givenBy" | "snoozedUntil"> & {
  assigneeName: string | null;
};

/** What a row of conversations must bring to be summed up. */
export const withVisitor = {
  visitor: { select: { name: true, email: true, traits: true, blockedAt: true } },
  assignee: { select: { user: { select: { name: true } } } },
} as const;

/** The newest turn that stands for a conversation in lists: a note among staff doesn't. */
export const lastSaid = { where: { kind: "message" }, orderBy: { id: "desc" }, take: 1 } as const;

/** What the list shows of a conversation whose newest turn is the given one. */
export function toChatSummary(row: ConversationRow, turn: Turn): ChatSummary {
  return withLastTurn(toChatFacts(row), turn);
}

/** What the list shows of a conversation besides its newest turn. */
export function toChatFacts(row: ConversationRow): Omit<ChatSummary, "lastActivityAt" | "lastTurn"> {
  const { id, botId, chatId, domain, createdAt, visitorTurns, lastAsked } = row;
  return {
    ...{ id, botId, chatId, domain, startedAt: createdAt.getTime(), visitorTurns, lastAsked },
    visitor: toVisitorFacts(row.visitor),
    contact: toContact(row.saidPhone, row.saidEmail),
    desk: toDesk({ ...row, assigneeName: row.assignee?.user.name ?? null }),
    ratings: toRatings(row.ratedUp, row.ratedDown),
    tags: toTags(row.tags, row.taggedAt),
    ...(row.visitor.blockedAt !== null && { isBlocked: true as const }),
  };
}

export function toVisitorFacts({
  name,
  email,
  traits,
}: Pick<Visitor, "name" | "email" | "traits">): ChatSummary["visitor"] {
  const hasTraits = typeof traits === "object" && traits !== null && Object.keys(traits).length > 0;
  return name === null && email === null && !hasTraits ? null : { name, email };
}

export function toContact(phone: string | null, email: string | null): SaidContact | null {
  return phone === null && email === null ? null : { phone, email };
}

/** Each thumb once. */
export function toRatings(isUp: boolean, isDown: boolean): ChatSummary["ratings"] {
  return [...(isUp ? [Rating.up] : []), ...(isDown ? [Rating.down] : [])];
}

export function toTags(names: string[], taggedAt: Date | null): ChatSummary["tags"] {
  return { names, at: taggedAt?.getTime() ?? 0 };
}

export function toDesk(row: DeskRow): ChatSummary["desk"] {
  const { state, stateAt, assigneeId, assigneeName, givenBy, snoozedUntil } = row;
  const assignee = assigneeId && assigneeName !== null ? { id: assigneeId, name: assigneeName } : null;
  const isTaken = state === "taken" && assignee !== null;
  return {
    ...{ state, at: stateAt?.getTime() ?? 0, assignee, givenBy: isTaken ? givenBy : null },
    until: (state === "snoozed" || isTaken) && snoozedUntil ? snoozedUntil.getTime() : null,
  };
}

/**
 * @param chat with the activity that the archive has noted, where the turn is the chat's newest: clocks may disagree
 */
export function withLastTurn(
  chat: Omit<ChatSummary, "lastActivityAt" | "lastTurn"> & { lastActivityAt?: number },
  { at, author, bubbles, answered, state }: Turn,
): ChatSummary {
  const lastActivityAt = Math.max(at, chat.lastActivityAt ?? 0);
  return { ...chat, lastActivityAt, lastTurn: { author, text: bubbles[0] ?? "", answered, state } };
}
