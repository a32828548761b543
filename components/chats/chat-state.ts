import { countUnread } from "@/lib/conversations/inbox/count-unread";
import type { ChatPage } from "@/lib/conversations/inbox/get-chat-page";
import { isWaiting } from "@/lib/conversations/inbox/is-waiting";
import { mergeChats } from "@/lib/conversations/inbox/merge-chats";
import { isSettled } from "@/lib/conversations/turns/is-settled";
import { mergeTurns } from "@/lib/conversations/turns/merge-turns";
import type { ChatSummary, FeedEvent, ReadPosition, Turn } from "@/lib/conversations/turns/turn";
import { visitorLabel } from "./visitor-label";

/** What `GET /api/chats/<id>` answers: a transcript, and the chat itself as a page of one. */
export type OpenedChat = { turns: Turn[]; chat: Pick<ChatPage, "chats" | "reads"> };

export type ChatState = {
  /** Every chat that was read or told of, by its id. */
  known: ReadonlyMap<string, ChatSummary>;
  /**
   * Up to where all chats of a bot, or of all bots (""), are known; null to the last one. What is older may be known too, opened by
   * its address or found, and would stand behind a gap in the list.
   */
  ends: ReadonlyMap<string, ListEnd | null>;
  reads: ReadonlyMap<string, ReadPosition>;
  transcripts: ReadonlyMap<string, Turn[]>;
  /** The chat whose transcript could not be read last. */
  failedId: string | null;
  /** How often reading what was missed has failed; null while nothing is missing. */
  catchUpFailures: number | null;
};

type ListEnd = Pick<ChatSummary, "id" | "lastActivityAt">;

export type ChatAction =
  | { type: "event"; event: FeedEvent }
  | { type: "older"; page: ChatPage; botId: string | null }
  | { type: "found"; page: ChatPage }
  | { type: "opened"; id: string; opened: OpenedChat }
  | { type: "open_failed"; id: string }
  | { type: "seen"; id: string; visitorTurns: number }
  | { type: "catch_up_began"; openId: string | null }
  | { type: "caught_up"; page: ChatPage; opened: ({ id: string } & OpenedChat) | null }
  | { type: "catch_up_failed" };

/** A chat of the list, with how many of the visitor's turns the viewer hasn't seen: none where its bot settled it. */
export type ListedChat = ChatSummary & { unread: number };

export function firstChatState(page: ChatPage, opened: ({ id: string } & OpenedChat) | null): ChatState {
  const state: ChatState = {
    known: mergeChats(new Map(), [...page.waiting, ...page.chats]),
    ends: new Map([["", endOf(page)]]),
    reads: new Map(Object.entries(page.reads)),
    transcripts: new Map(),
    failedId: null,
    catchUpFailures: null,
  };
  return opened ? withOpened(state, opened.id, opened) : state;
}

/** What the chats screen knows after something happened; whatever comes late or twice changes nothing wrongly. */
export function chatReducer(state: ChatState, action: ChatAction): ChatState {
  switch (action.type) {
    case "event": {
      const { chat, turn } = action.event;
      const known = state.transcripts.get(chat.id);
      return {
        ...state,
        known: mergeChats(state.known, [chat]),
        transcripts: known
          ? new Map(state.transcripts).set(chat.id, mergeTurns([...known, turn]))
          : state.transcripts,
      };
    }
    case "older": {
      const { page, botId } = action;
      return { ...withChats(state, page), ends: new Map(state.ends).set(botId ?? "", endOf(page)) };
    }
    case "found":
      return withChats(state, action.page);
    case "opened":
      return withOpened(state, action.id, action.opened);
    case "open_failed":
      return { ...state, failedId: action.id };
    case "seen": {
      const { id, visitorTurns } = action;
      return {
        ...state,
        reads: mergeReads(state.reads, { [id]: { seenTurns: visitorTurns, visitorTurns } }),
      };
    }
    case "catch_up_began": {
      const transcripts = new Map([...state.transcripts].filter(([id]) => id === action.openId));
      return { ...state, transcripts, catchUpFailures: state.catchUpFailures ?? 0 };
    }
    case "caught_up": {
      const { page, opened } = action;
      const isBehindGap = page.hasOlder && !page.chats.some(({ id }) => state.known.has(id));
      const ends = isBehindGap ? new Map([["", endOf(page)]]) : state.ends;
      const caught = {
        ...withChats(withChats(state, page), { chats: page.waiting }),
        ends,
        catchUpFailures: null,
      };
      return opened ? withOpened(caught, opened.id, opened) : caught;
    }
    case "catch_up_failed":
      return { ...state, catchUpFailures: (state.catchUpFailures ?? 0) + 1 };
  }
}

/** Who waits for a person, longest first, and then the list, newest activity first; of one bot, where one is chosen. */
export function listedChats(state: ChatState, botId: string | null): ListedChat[] {
  const end = listEnd(state, botId);
  const isListed = (chat: ChatSummary) => end === null || byActivity(chat, end) <= 0 || isWaiting(chat);
  return inOrder([...state.known.values()].filter(isListed), state.reads, botId);
}

/** The chats known to hold a text that isn't empty, and those that the archive found. */
export function matchingChats(
  { known, reads }: ChatState,
  { botId, search, found }: { botId: string | null; search: string; found: ReadonlySet<string> },
): ListedChat[] {
  const text = search.toLowerCase();
  const isMatch = (chat: ChatSummary) => found.has(chat.id) || searchText(chat).includes(text);
  return inOrder([...known.values()].filter(isMatch), reads, botId);
}

/** The last chat of the list, after which the archive goes on; null where it has nothing more. */
export function listEnd({ ends }: ChatState, botId: string | null): ListEnd | null {
  const [ofAll = null, ofBot = ofAll] = [ends.get(""), ends.get(botId ?? "")];
  if (ofAll === null || ofBot === null) return null;
  return byActivity(ofAll, ofBot) > 0 ? ofAll : ofBot;
}

function endOf({ chats, hasOlder }: ChatPage): ListEnd | null {
  return hasOlder ? (chats.at(-1) ?? null) : null;
}

function inOrder(chats: ChatSummary[], reads: ChatState["reads"], botId: string | null): ListedChat[] {
  return chats
    .filter((chat) => botId === null || chat.botId === botId)
    .map((chat) => ({ ...chat, unread: isSettled(chat) ? 0 : countUnread(chat, reads.get(chat.id)) }))
    .sort((a, b) => byWaiting(a, b) || byActivity(a, b));
}

function byWaiting(a: ChatSummary, b: ChatSummary): number {
  const since = (chat: ChatSummary) => (isWaiting(chat) ? chat.desk.at : Infinity);
  const [sinceA, sinceB] = [since(a), since(b)];
  return sinceA === sinceB ? 0 : sinceA - sinceB;
}

function byActivity(a: ListEnd, b: ListEnd): number {
  return b.lastActivityAt - a.lastActivityAt || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}

function withChats(
  state: ChatState,
  { chats, reads = {} }: Partial<ChatPage> & Pick<ChatPage, "chats">,
): ChatState {
  return { ...state, known: mergeChats(state.known, chats), reads: mergeReads(state.reads, reads) };
}

function withOpened(state: ChatState, id: string, { turns, chat }: OpenedChat): ChatState {
  const merged = mergeTurns([...(state.transcripts.get(id) ?? []), ...turns]);
  return {
    ...withChats(state, chat),
    transcripts: new Map(state.transcripts).set(id, merged),
    failedId: state.failedId === id ? null : state.failedId,
  };
}

function searchText(chat: ChatSummary): string {
  const { name, email } = chat.visitor ?? {};
  const texts = [visitorLabel(chat.chatId), name, email, chat.lastAsked, chat.lastTurn.text, chat.domain];
  return texts.join(" ").toLowerCase();
}

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
