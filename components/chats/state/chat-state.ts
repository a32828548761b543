import { visitorLabel } from "@/components/chats/visitor/visitor-label";
import type { ChatPage } from "@/lib/conversations/inbox/get-chat-page";
import { isWaiting } from "@/lib/conversations/inbox/is-waiting";
import { type ChatQuery, chatViews, writeChatQuery } from "@/lib/conversations/inbox/query/chat-query";
import { type ChatViewer, isInQuery } from "@/lib/conversations/inbox/query/is-in-query";
import {
  type ChatPlace,
  comparePlaces,
  isByReturn,
  placeOf,
} from "@/lib/conversations/inbox/query/list-order";
import { maxCounted, type ViewCounts } from "@/lib/conversations/inbox/query/view-counts";
import { countUnread } from "@/lib/conversations/inbox/reads/count-unread";
import { isSettled } from "@/lib/conversations/turns/is-settled";
import { mergeTurns } from "@/lib/conversations/turns/merge-turns";
import type { ChatSummary, FeedEvent, ReadPosition, Turn } from "@/lib/conversations/turns/turn";
import { fold } from "@/lib/language/words/fold";
import { KnownChats } from "./known-chats";

/** What `GET /api/chats/<id>` answers: a transcript, and the chat itself as a page of one. */
export type OpenedChat = { turns: Turn[]; chat: Pick<ChatPage, "chats" | "reads"> };

export type ChatState = {
  /** Every chat that was read or told of, by its id. */
  known: KnownChats;
  /**
   * Up to where all chats of a query, as it is written in an address, are known; null to the last one. What is older
   * may be known too, opened by its address or found, and would stand behind a gap in the list.
   */
  ends: ReadonlyMap<string, ChatPlace | null>;
  reads: ReadonlyMap<string, ReadPosition>;
  transcripts: ReadonlyMap<string, Turn[]>;
  /** Chats that were deleted: what is told of one of them later is dropped. */
  gone: ReadonlySet<string>;
  /** The chat whose transcript could not be read last. */
  failedId: string | null;
  /** How often reading what was missed has failed; null while nothing is missing. */
  catchUpFailures: number | null;
  /** How many chats each view has, of those that the query of the screen wants. */
  counted: Counted;
};

export type Counted = {
  query: ChatQuery;
  viewer: ChatViewer;
  counts: ViewCounts;
  /** Something happened to a chat of which it isn't known where it was counted. */
  isStale: boolean;
};

export type ChatAction =
  | { type: "event"; event: FeedEvent }
  | { type: "listed"; page: ChatPage; query: ChatQuery }
  | { type: "counted"; query: ChatQuery; counts: ViewCounts }
  | { type: "found"; page: Pick<ChatPage, "chats" | "reads"> }
  | { type: "opened"; id: string; opened: OpenedChat }
  | { type: "open_failed"; id: string }
  | { type: "read"; reads: Record<string, ReadPosition> }
  | { type: "catch_up_began"; openId: string | null }
  | { type: "caught_up"; page: ChatPage; opened: ({ id: string } & OpenedChat) | null }
  | { type: "catch_up_failed" };

const all: ChatQuery = { view: "all" };

export function firstChatState(
  page: ChatPage,
  opened: ({ id: string } & OpenedChat) | null,
  counted: Omit<Counted, "isStale">,
): ChatState {
  const state: ChatState = {
    known: new KnownChats(new Map()).with([...page.waiting, ...page.chats]),
    ends: new Map([[writeChatQuery(counted.query), endOf(page, counted.query)]]),
    reads: new Map(Object.entries(page.reads)),
    transcripts: new Map(),
    gone: new Set(),
    failedId: null,
    catchUpFailures: null,
    counted: { ...counted, isStale: false },
  };
  return opened ? withOpened(state, opened.id, opened) : state;
}

/** What the chats screen knows after something happened; whatever comes late or twice changes nothing wrongly. */
export function chatReducer(state: ChatState, action: ChatAction): ChatState {
  switch (action.type) {
    case "event": {
      if (action.event.type === "gone") return withoutChat(state, action.event.id);
      const { chat, turn } = action.event;
      if (state.gone.has(chat.id)) return state;
      const known = state.transcripts.get(chat.id);
      const merged = state.known.with([chat]);
      return {
        ...state,
        known: merged,
        counted: recount(state.counted, state.known.get(chat.id), merged.get(chat.id) ?? chat),
        transcripts: known
          ? new Map(state.transcripts).set(chat.id, mergeTurns([...known, turn]))
          : state.transcripts,
      };
    }
    case "listed": {
      const { page, query } = action;
      const listed = withChats(state, { ...page, chats: [...page.waiting, ...page.chats] });
      return { ...listed, ends: new Map(state.ends).set(writeChatQuery(query), endOf(page, query)) };
    }
    case "counted": {
      const { query, counts } = action;
      return { ...state, counted: { ...state.counted, query, counts, isStale: false } };
    }
    case "found":
      return withChats(state, action.page);
    case "opened":
      return withOpened(state, action.id, action.opened);
    case "open_failed":
      return { ...state, failedId: action.id };
    case "read":
      return { ...state, reads: mergeReads(state.reads, action.reads) };
    case "catch_up_began": {
      const transcripts = new Map([...state.transcripts].filter(([id]) => id === action.openId));
      return { ...state, transcripts, catchUpFailures: state.catchUpFailures ?? 0 };
    }
    case "caught_up": {
      const { page, opened } = action;
      const isBehindGap = page.hasOlder && !page.chats.some(({ id }) => state.known.get(id));
      const ofAll = isBehindGap ? endOf(page, all) : state.ends.get("");
      const there = withoutGone(withoutFormerWaits(state.known, page), page);
      const fresh = withChats({ ...state, known: there }, page);
      const caught = {
        ...withChats(fresh, { chats: page.waiting }),
        // The other lists are read again when they are shown.
        ends: new Map(ofAll === undefined ? [] : [["", ofAll]]),
        counted: { ...state.counted, isStale: true },
        catchUpFailures: null,
      };
      return opened ? withOpened(caught, opened.id, opened) : caught;
    }
    case "catch_up_failed":
      return { ...state, catchUpFailures: (state.catchUpFailures ?? 0) + 1 };
  }
}

/** Who waits for a person, longest first, and then the list, newest activity first; snoozed ones as they come back. */
export function listedChats(state: ChatState, query: ChatQuery): ChatSummary[] {
  const end = listEnd(state, query);
  const isWanted = isInQuery(query, state.counted.viewer);
  const isListed = (chat: ChatSummary) =>
    !end || comparePlaces(query, placeOf(query, chat), end) <= 0 || isWaiting(chat);
  return inOrder(
    query,
    state.known.values().filter((chat) => isWanted(chat) && isListed(chat)),
  );
}

/** The chats known to hold a text that isn't empty, and those that the archive found. */
export function matchingChats(
  { known, counted }: ChatState,
  { query, search, found }: { query: ChatQuery; search: string; found: ReadonlySet<string> },
): ChatSummary[] {
  const text = fold(search).trim();
  const isWanted = isInQuery(query, counted.viewer);
  const isMatch = (chat: ChatSummary) => found.has(chat.id) || searchText(chat).includes(text);
  return inOrder(
    query,
    known.values().filter((chat) => isWanted(chat) && isMatch(chat)),
  );
}

/**
 * The last place of the list, after which the archive goes on; null where it has nothing more, undefined where
 * nothing was read of it. What is known of all chats says nothing of a list that has another order.
 */
export function listEnd({ ends }: ChatState, query: ChatQuery): ChatPlace | null | undefined {
  const ofAll = ends.get("");
  const own = ends.get(writeChatQuery(query));
  if (ofAll === null || own === null) return null;
  if (isByReturn(query)) return own;
  if (ofAll === undefined || own === undefined) return own ?? ofAll;
  return comparePlaces(query, ofAll, own) > 0 ? ofAll : own;
}

/** How many of the visitor's turns the viewer hasn't seen: none where nothing asks for their eyes. */
export function unreadOf({ reads, counted }: ChatState, chat: ChatSummary): number {
  return isSettled(chat, counted.viewer.userId) ? 0 : countUnread(chat, reads.get(chat.id));
}

/** All that asks for the viewer's eyes, of the chats that a query wants, as far as it is known. */
export function unreadNow(state: ChatState, query: ChatQuery): Record<string, ReadPosition> {
  const isWanted = isInQuery(query, state.counted.viewer);
  const unread = state.known.values().filter((chat) => isWanted(chat) && unreadOf(state, chat) > 0);
  return Object.fromEntries(
    unread.map(({ id, visitorTurns }) => {
      const turns = Math.max(visitorTurns, state.reads.get(id)?.visitorTurns ?? 0);
      return [id, { seenTurns: turns, visitorTurns: turns }];
    }),
  );
}

function withoutChat(state: ChatState, id: string): ChatState {
  const transcripts = new Map(state.transcripts);
  transcripts.delete(id);
  return {
    ...state,
    transcripts,
    gone: new Set(state.gone).add(id),
    known: state.known.filter((chat) => chat.id !== id),
    counted: recount(state.counted, state.known.get(id), null),
  };
}

/** The counts after a chat was changed, or is gone; what is counted only up to a bound stays. */
function recount(counted: Counted, before: ChatSummary | undefined, after: ChatSummary | null): Counted {
  const { query, viewer, counts } = counted;
  if (!before && (!after || after.visitorTurns > 1)) return { ...counted, isStale: true };
  const changed = chatViews.flatMap((view) => {
    const isIn = isInQuery({ ...query, view }, viewer);
    const change = Number(after !== null && isIn(after)) - Number(before !== undefined && isIn(before));
    const count = counts[view];
    return change === 0 || count >= maxCounted ? [] : [[view, Math.max(0, count + change)]];
  });
  if (changed.length === 0) return counted;
  return { ...counted, counts: { ...counts, ...Object.fromEntries(changed) } };
}

/** Without the chats that waited and, as a list read anew says, don't any more. */
function withoutFormerWaits(known: ChatState["known"], page: ChatPage): ChatState["known"] {
  const fresh = new Set([...page.waiting, ...page.chats].map(({ id }) => id));
  return known.filter((chat) => !isWaiting(chat) || fresh.has(chat.id));
}

/** Without the chats that would stand in a list of all that was read anew, and don't: they were deleted. */
function withoutGone(known: ChatState["known"], { chats, waiting, hasOlder }: ChatPage): ChatState["known"] {
  const [newest, oldest] = [chats[0], hasOlder ? chats.at(-1) : undefined];
  if (!newest) return known;
  const there = new Set([...waiting, ...chats].map(({ id }) => id));
  return known.filter((chat) => {
    const isWithin =
      chat.lastActivityAt <= newest.lastActivityAt &&
      (!oldest || comparePlaces(all, placeOf(all, chat), placeOf(all, oldest)) <= 0);
    return there.has(chat.id) || !isWithin;
  });
}

function endOf({ chats, hasOlder }: ChatPage, query: ChatQuery): ChatPlace | null {
  const last = hasOlder ? chats.at(-1) : undefined;
  return last ? placeOf(query, last) : null;
}

function inOrder(query: ChatQuery, chats: ChatSummary[]): ChatSummary[] {
  return chats.sort((a, b) => byWaiting(a, b) || comparePlaces(query, placeOf(query, a), placeOf(query, b)));
}

function byWaiting(a: ChatSummary, b: ChatSummary): number {
  const sinceA = isWaiting(a) ? a.desk.at : Number.MAX_SAFE_INTEGER;
  const sinceB = isWaiting(b) ? b.desk.at : Number.MAX_SAFE_INTEGER;
  return sinceA - sinceB;
}

function withChats(
  state: ChatState,
  { chats, reads = {} }: Partial<ChatPage> & Pick<ChatPage, "chats">,
): ChatState {
  const there = chats.filter(({ id }) => !state.gone.has(id));
  return { ...state, known: state.known.with(there), reads: mergeReads(state.reads, reads) };
}

function withOpened(state: ChatState, id: string, { turns, chat }: OpenedChat): ChatState {
  if (state.gone.has(id)) return state;
  const merged = mergeTurns([...(state.transcripts.get(id) ?? []), ...turns]);
  return {
    ...withChats(state, chat),
    transcripts: new Map(state.transcripts).set(id, merged),
    failedId: state.failedId === id ? null : state.failedId,
  };
}

/** What is known of a chat, folded as the archive's search compares texts, a line a fact. */
function searchText(chat: ChatSummary): string {
  const known = searchTexts.get(chat);
  if (known !== undefined) return known;
  const { name = null, email = null } = chat.visitor ?? {};
  const facts = [visitorLabel(chat.chatId), name, email, chat.lastAsked, chat.lastTurn.text, chat.domain];
  const text = facts.map((fact) => fold(fact ?? "")).join("\n");
  searchTexts.set(chat, text);
  return text;
}

const searchTexts = new WeakMap<ChatSummary, string>();

function mergeReads(
  known: ReadonlyMap<string, ReadPosition>,
  read: Record<string, ReadPosition>,
): Map<string, ReadPosition> {
  const merged = new Map(known);
  for (const [id, { seenTurns, visitorTurns }] of Object.entries(read)) {
    const before = merged.get(id);
    merged.set(id, {
      seenTurns: Math.max(seenTurns, before?.seenTurns ?? 0),
      visitorTurns: Math.max(visitorTurns, before?.visitorTurns ?? 0),
    });
  }
  return merged;
}
