import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useMemo, useReducer } from "react";
import type { FeedStatus } from "@/components/live/shared-feed";
import { useFeedStatus } from "@/components/live/use-feed-status";
import { useLiveFeed } from "@/components/live/use-live-feed";
import type { ChatPage } from "@/lib/conversations/inbox/get-chat-page";
import { type ChatQuery, writeChatQuery } from "@/lib/conversations/inbox/query/chat-query";
import type { ChatViewer } from "@/lib/conversations/inbox/query/is-in-query";
import type { ViewCounts } from "@/lib/conversations/inbox/query/view-counts";
import { countUnread } from "@/lib/conversations/inbox/reads/count-unread";
import type { ChatSummary, Turn } from "@/lib/conversations/turns/turn";
import {
  chatReducer,
  firstChatState,
  listEnd,
  listedChats,
  matchingChats,
  type OpenedChat,
  unreadNow,
  unreadOf,
} from "./chat-state";
import { fetchJson, fetchJsonIfThere } from "./fetch-json";
import { useFoundChats } from "./use-found-chats";
import { type Reads, useSharedReads } from "./use-shared-reads";
import { useTabVisible } from "./use-tab-visible";

export type ChatsInput = {
  page: ChatPage;
  /** Which chats `page` and `counts` are of. */
  query: ChatQuery;
  counts: ViewCounts;
  viewer: ChatViewer;
  /** The feed position read before `page`: what came after it arrives live. */
  position: string;
  /** The transcript the address names, if it names one. */
  opened: ({ id: string } & OpenedChat) | null;
};

export type Chats = {
  /**
   * Who waits first, then newest activity first; snoozed ones as they come back; while something is searched for,
   * those of them and of the archive that hold it.
   */
  chats: ChatSummary[];
  /** How many of a chat's turns ask for this member's eyes. */
  unreadOf: (chat: ChatSummary) => number;
  counts: ViewCounts;
  /** Of the search in the archive; null without one. */
  searching: "busy" | "done" | "failed" | null;
  /** By a chat's id the words of it that hold what is searched for, where the archive has found them. */
  snippets: Record<string, string>;
  openChat: ChatSummary | undefined;
  /** The chat that the address names was deleted. */
  isGone: boolean;
  status: FeedStatus;
  /** The open chat's turns; undefined while they load. */
  turns: Turn[] | undefined;
  hasFailed: boolean;
  loadTurns: () => void;
  /** Whether the archive has more chats, of those shown; undefined while nothing was read of it. */
  hasOlder: boolean | undefined;
  /** Reads the next page of the list, or the first. */
  loadMore: () => Promise<void>;
  /** What of those shown is unread now counts as read once the server has it so: then the returned is called. */
  readAll: () => () => void;
};

const retryMs = 2_000;
/** Counts that may be wrong are read anew, so often at most. */
const recountMs = 3_000;

/**
 * What the chats screen shows, kept up to date by the team's feed; the open chat counts as read while
 * its tab is visible.
 */
export function useChats(
  { page, query: first, counts, viewer, position, opened }: ChatsInput,
  { openId, query, search }: { openId: string | null; query: ChatQuery; search: string },
): Chats {
  const [state, dispatch] = useReducer(chatReducer, null, () =>
    firstChatState(page, opened, { query: first, viewer, counts }),
  );
  const { transcripts, catchUpFailures } = state;

  const loadTranscript = async (id: string) => {
    try {
      dispatch({ type: "opened", id, opened: await fetchJson<OpenedChat>(`/api/chats/${id}`) });
    } catch {
      dispatch({ type: "open_failed", id });
    }
  };

  const catchUp = useEffectEvent(async () => {
    dispatch({ type: "catch_up_began", openId });
    try {
      const [current, transcript] = await Promise.all([
        fetchJson<ChatPage>("/api/chats"),
        openId ? fetchJsonIfThere<OpenedChat>(`/api/chats/${openId}`) : null,
      ]);
      const reopened = openId && transcript ? { id: openId, ...transcript } : null;
      dispatch({ type: "caught_up", page: current, opened: reopened });
      // Deleted while nothing was told of it.
      if (openId && !transcript) dispatch({ type: "event", event: { type: "gone", id: openId } });
    } catch {
      dispatch({ type: "catch_up_failed" });
    }
  });
  useEffect(() => {
    if (!catchUpFailures) return;
    const timer = setTimeout(() => void catchUp(), retryMs);
    return () => clearTimeout(timer);
  }, [catchUpFailures]);

  useLiveFeed(position, {
    onEvent: (event) => dispatch({ type: "event", event }),
    onReset: () => void catchUp(),
  });
  const tellTabs = useSharedReads(viewer.userId, (reads) => dispatch({ type: "read", reads }));
  const takeReads = (reads: Reads) => {
    dispatch({ type: "read", reads });
    tellTabs(reads);
  };
  const status = useFeedStatus();
  // Signed out, or in another team: the server says so. A sign-out under way in this tab leads on by itself.
  const router = useRouter();
  const hasEnded = status === "ended";
  useEffect(() => {
    if (hasEnded) router.refresh();
  }, [hasEnded, router]);

  const turns = openId === null ? undefined : transcripts.get(openId);
  const hasOpen = turns !== undefined;
  const isGone = openId !== null && state.gone.has(openId);
  const loadMissing = useEffectEvent((id: string) => void loadTranscript(id));
  useEffect(() => {
    if (openId !== null && !hasOpen && !isGone) loadMissing(openId);
  }, [openId, hasOpen, isGone]);

  const isVisible = useTabVisible();
  const openChat = openId === null ? undefined : state.known.get(openId);
  const openRead = openId === null ? undefined : state.reads.get(openId);
  const isUnread = openChat !== undefined && countUnread(openChat, openRead) > 0;
  const shownTurns = Math.max(openChat?.visitorTurns ?? 0, openRead?.visitorTurns ?? 0);
  const canMark = isVisible && hasOpen && isUnread;
  const markRead = useEffectEvent((id: string, turns: number) => {
    takeReads({ [id]: { seenTurns: turns, visitorTurns: turns } });
    sendRead(id, turns);
  });
  useEffect(() => {
    if (openId !== null && canMark) markRead(openId, shownTurns);
  }, [openId, canMark, shownTurns]);

  const asked = writeChatQuery(query);
  const loadCounts = useEffectEvent(async (wanted: string) => {
    try {
      const read = await fetchJson<ViewCounts>(`/api/chats/counts?${wanted}`);
      dispatch({ type: "counted", query, counts: read });
    } catch {
      // What happens next has them read again.
    }
  });
  const filters = writeChatQuery({ ...query, view: "all" });
  const countedFor = writeChatQuery({ ...state.counted.query, view: "all" });
  const mustCount = countedFor !== filters;
  const isStale = state.counted.isStale && isVisible;
  useEffect(() => {
    if (!mustCount && !isStale) return;
    const timer = setTimeout(() => void loadCounts(filters), mustCount ? 0 : recountMs);
    return () => clearTimeout(timer);
  }, [mustCount, isStale, filters]);

  const found = useFoundChats({ search, asked }, (some) => dispatch({ type: "found", page: some }));
  const chats = useMemo(
    () =>
      search === "" ? listedChats(state, query) : matchingChats(state, { query, search, found: found.ids }),
    [state, query, search, found.ids],
  );
  const end = listEnd(state, query);

  const loadMore = async () => {
    if (end === null) return;
    const before = end ? `before=${end.at}.${end.id}` : "";
    const read = await fetchJson<ChatPage>(`/api/chats?${[before, asked].filter(Boolean).join("&")}`);
    dispatch({ type: "listed", page: read, query });
  };

  return {
    chats,
    unreadOf: (chat) => unreadOf(state, chat),
    counts: state.counted.counts,
    searching: search === "" ? null : found.state,
    snippets: search === "" ? {} : found.snippets,
    openChat,
    isGone,
    status: catchUpFailures !== null && status === "live" ? "delayed" : status,
    turns,
    hasFailed: state.failedId === openId,
    loadTurns: () => void (openId && loadTranscript(openId)),
    hasOlder: end === undefined ? undefined : end !== null,
    loadMore,
    readAll: () => {
      const reads = unreadNow(state, query);
      return () => takeReads(reads);
    },
  };
}

/** Failing costs little: the chat is unread again when the page is next loaded. */
function sendRead(id: string, seenTurns: number): void {
  fetch(`/api/chats/${id}/read`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ seenTurns }),
    keepalive: true,
  }).catch(() => {});
}
