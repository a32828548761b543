import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useReducer } from "react";
import type { FeedStatus } from "@/components/live/shared-feed";
import { useFeedStatus } from "@/components/live/use-feed-status";
import { useLiveFeed } from "@/components/live/use-live-feed";
import { countUnread } from "@/lib/conversations/inbox/count-unread";
import type { ChatPage } from "@/lib/conversations/inbox/get-chat-page";
import type { ChatSummary, Turn } from "@/lib/conversations/turns/turn";
import {
  chatReducer,
  firstChatState,
  type ListedChat,
  listEnd,
  listedChats,
  matchingChats,
  type OpenedChat,
} from "./chat-state";
import { fetchJson } from "./fetch-json";
import { useFoundChats } from "./use-found-chats";
import { useTabVisible } from "./use-tab-visible";

export type ChatsInput = {
  page: ChatPage;
  /** The feed position read before `page`: what came after it arrives live. */
  position: string;
  /** The transcript the address names, if it names one. */
  opened: ({ id: string } & OpenedChat) | null;
};

export type Chats = {
  /** Who waits first, then newest activity first. */
  chats: ListedChat[];
  /** Those of them, and of the archive, that hold what is searched for; all without a search. */
  matches: ListedChat[];
  /** Of the search in the archive; null without one. */
  searching: "busy" | "done" | "failed" | null;
  openChat: ChatSummary | undefined;
  status: FeedStatus;
  /** The open chat's turns; undefined while they load. */
  turns: Turn[] | undefined;
  hasFailed: boolean;
  loadTurns: () => void;
  /** Whether the archive has more chats, of the bot shown. */
  hasOlder: boolean;
  loadOlder: () => Promise<void>;
};

const retryMs = 2_000;

/** What the chats screen shows, kept up to date by the team's feed; the open chat counts as read while its tab is visible. */
export function useChats(
  { page, position, opened }: ChatsInput,
  { openId, botId, search }: { openId: string | null; botId: string | null; search: string },
): Chats {
  const [state, dispatch] = useReducer(chatReducer, null, () => firstChatState(page, opened));
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
        openId ? fetchJson<OpenedChat>(`/api/chats/${openId}`) : null,
      ]);
      const reopened = openId && transcript ? { id: openId, ...transcript } : null;
      dispatch({ type: "caught_up", page: current, opened: reopened });
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
  const status = useFeedStatus();
  // Signed out, or in another team: the server says so. A sign-out under way in this tab leads on by itself.
  const router = useRouter();
  const hasEnded = status === "ended";
  useEffect(() => {
    if (hasEnded) router.refresh();
  }, [hasEnded, router]);

  const turns = openId === null ? undefined : transcripts.get(openId);
  const hasOpen = turns !== undefined;
  const loadMissing = useEffectEvent((id: string) => void loadTranscript(id));
  useEffect(() => {
    if (openId !== null && !hasOpen) loadMissing(openId);
  }, [openId, hasOpen]);

  const isVisible = useTabVisible();
  const openChat = openId === null ? undefined : state.known.get(openId);
  const openRead = openId === null ? undefined : state.reads.get(openId);
  const isUnread = openChat !== undefined && countUnread(openChat, openRead) > 0;
  const shownTurns = Math.max(openChat?.visitorTurns ?? 0, openRead?.visitorTurns ?? 0);
  const canMark = isVisible && hasOpen && isUnread;
  useEffect(() => {
    if (openId === null || !canMark) return;
    dispatch({ type: "seen", id: openId, visitorTurns: shownTurns });
    sendRead(openId, shownTurns);
  }, [openId, canMark, shownTurns]);

  const found = useFoundChats({ search, botId }, (some) => dispatch({ type: "found", page: some }));
  const chats = listedChats(state, botId);
  const end = listEnd(state, botId);

  const loadOlder = async () => {
    if (!end) return;
    const ofBot = botId ? `&bot=${botId}` : "";
    const address = `/api/chats?before=${end.lastActivityAt}.${end.id}${ofBot}`;
    dispatch({ type: "older", page: await fetchJson<ChatPage>(address), botId });
  };

  return {
    chats,
    matches: search === "" ? chats : matchingChats(state, { botId, search, found: found.ids }),
    searching: search === "" ? null : found.state,
    openChat,
    status: catchUpFailures !== null && status === "live" ? "delayed" : status,
    turns,
    hasFailed: state.failedId === openId,
    loadTurns: () => void (openId && loadTranscript(openId)),
    hasOlder: end !== null,
    loadOlder,
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
