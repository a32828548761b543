import { useEffect, useEffectEvent, useState } from "react";
import { countUnread } from "@/lib/conversations/count-unread";
import type { ChatPage } from "@/lib/conversations/get-chat-page";
import { mergeChats } from "@/lib/conversations/merge-chats";
import { mergeTurns } from "@/lib/conversations/merge-turns";
import type { ChatSummary, ReadPosition, Turn } from "@/lib/conversations/turn";
import { fetchJson } from "./fetch-json";
import { useFoundChats } from "./use-found-chats";
import { useTabVisible } from "./use-tab-visible";
import { type FeedStatus, useTeamFeed } from "./use-team-feed";
import { visitorLabel } from "./visitor-label";

/** What `GET /api/chats/<id>` answers: a transcript, and the chat itself as a page of one. */
export type OpenedChat = { turns: Turn[]; chat: Pick<ChatPage, "chats" | "reads"> };

export type ChatsInput = {
  page: ChatPage;
  /** The feed position read before `page`: what came after it arrives live. */
  position: string;
  /** The transcript the address names, if it names one. */
  opened: ({ id: string } & OpenedChat) | null;
};

/** A chat of the list, with how many of the visitor's turns the viewer hasn't seen. */
export type ListedChat = ChatSummary & { unread: number };

export type Chats = {
  /** Newest activity first. */
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
  const [chats, setChats] = useState(() => mergeChats(new Map(), page.chats));
  /** Known, but not of the list: opened by their address, or found. */
  const [others, setOthers] = useState(() => mergeChats(new Map(), opened?.chat.chats ?? []));
  const [reads, setReads] = useState(() =>
    mergeReads(new Map(Object.entries(page.reads)), opened?.chat.reads ?? {}),
  );
  /** Bots, or all of them together (""), whose chats are listed to the last one. */
  const [complete, setComplete] = useState(() => new Set(page.hasOlder ? [] : [""]));
  const [transcripts, setTranscripts] = useState(
    () => new Map<string, Turn[]>(opened ? [[opened.id, opened.turns]] : []),
  );
  const [failedId, setFailedId] = useState<string | null>(null);
  /** How often reading what was missed has failed; null while nothing is missing. */
  const [catchUpFailures, setCatchUpFailures] = useState<number | null>(null);

  const addTurns = (id: string, turns: Turn[]) =>
    setTranscripts((all) => new Map(all).set(id, mergeTurns([...(all.get(id) ?? []), ...turns])));

  const addPage = (added: ChatPage) => {
    setChats((all) => mergeChats(all, added.chats));
    setReads((all) => mergeReads(all, added.reads));
  };
  // Apart from the list, in which they would stand behind a gap.
  const addOthers = ({ chats: added, reads: read }: Pick<ChatPage, "chats" | "reads">) => {
    setOthers((all) => mergeChats(all, added));
    setReads((all) => mergeReads(all, read));
  };

  const loadTranscript = async (id: string) => {
    try {
      const { turns, chat } = await fetchJson<OpenedChat>(`/api/chats/${id}`);
      addTurns(id, turns);
      addOthers(chat);
      setFailedId((failed) => (failed === id ? null : failed));
    } catch {
      setFailedId(id);
    }
  };

  const catchUp = async () => {
    setCatchUpFailures((failures) => failures ?? 0);
    setTranscripts((all) => new Map([...all].filter(([id]) => id === openId)));
    try {
      const [current, transcript] = await Promise.all([
        fetchJson<ChatPage>("/api/chats"),
        openId ? fetchJson<OpenedChat>(`/api/chats/${openId}`) : null,
      ]);
      addPage(current);
      if (openId && transcript) addTurns(openId, transcript.turns);
      setCatchUpFailures(null);
    } catch {
      setCatchUpFailures((failures) => (failures ?? 0) + 1);
    }
  };
  const retryCatchUp = useEffectEvent(() => void catchUp());
  useEffect(() => {
    if (!catchUpFailures) return;
    const timer = setTimeout(retryCatchUp, retryMs);
    return () => clearTimeout(timer);
  }, [catchUpFailures]);

  const feedStatus = useTeamFeed(position, {
    onEvent: ({ chat, turn }) => {
      setChats((all) => mergeChats(all, [chat]));
      setTranscripts((all) => {
        const known = all.get(chat.id);
        return known ? new Map(all).set(chat.id, mergeTurns([...known, turn])) : all;
      });
    },
    onReset: () => void catchUp(),
  });

  const hasOpen = openId !== null && transcripts.has(openId);
  const loadMissing = useEffectEvent((id: string) => void loadTranscript(id));
  useEffect(() => {
    if (openId !== null && !hasOpen) loadMissing(openId);
  }, [openId, hasOpen]);

  const isVisible = useTabVisible();
  const openChat = openId === null ? undefined : (chats.get(openId) ?? others.get(openId));
  const openRead = openId === null ? undefined : reads.get(openId);
  const isUnread = openChat !== undefined && countUnread(openChat, openRead) > 0;
  const shownTurns = Math.max(openChat?.visitorTurns ?? 0, openRead?.visitorTurns ?? 0);
  const canMark = isVisible && hasOpen && isUnread;
  useEffect(() => {
    if (openId === null || !canMark) return;
    const seen = { [openId]: { seenTurns: shownTurns, visitorTurns: shownTurns } };
    setReads((all) => mergeReads(all, seen));
    sendRead(openId, shownTurns);
  }, [openId, canMark, shownTurns]);

  const list = (some: Iterable<ChatSummary>): ListedChat[] =>
    [...some]
      .filter((chat) => botId === null || chat.botId === botId)
      .map((chat) => ({ ...chat, unread: countUnread(chat, reads.get(chat.id)) }))
      .sort((a, b) => b.lastActivityAt - a.lastActivityAt || (a.id < b.id ? 1 : -1));
  const listed = list(chats.values());

  const found = useFoundChats({ search, botId }, addOthers);
  const isMatch = (chat: ChatSummary) =>
    found.ids.has(chat.id) || searchText(chat).includes(search.toLowerCase());
  const known = search === "" ? chats : mergeChats(others, [...chats.values()]);
  const matches = search === "" ? listed : list(known.values()).filter(isMatch);

  const loadOlder = async () => {
    const last = listed.at(-1);
    if (!last) return;
    const ofBot = botId ? `&bot=${botId}` : "";
    const older = await fetchJson<ChatPage>(`/api/chats?before=${last.lastActivityAt}.${last.id}${ofBot}`);
    addPage(older);
    if (!older.hasOlder) setComplete((all) => new Set(all).add(botId ?? ""));
  };

  return {
    chats: listed,
    matches,
    searching: search === "" ? null : found.state,
    openChat,
    status: catchUpFailures !== null && feedStatus === "live" ? "delayed" : feedStatus,
    turns: openId === null ? undefined : transcripts.get(openId),
    hasFailed: failedId === openId,
    loadTurns: () => void (openId && loadTranscript(openId)),
    hasOlder: listed.length > 0 && !complete.has("") && !complete.has(botId ?? ""),
    loadOlder,
  };
}

function searchText(chat: ChatSummary): string {
  const { name, email } = chat.visitor ?? {};
  return [visitorLabel(chat.chatId), name, email, chat.lastTurn.text, chat.domain].join(" ").toLowerCase();
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

/** Failing costs little: the chat is unread again when the page is next loaded. */
function sendRead(id: string, seenTurns: number): void {
  fetch(`/api/chats/${id}/read`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ seenTurns }),
    keepalive: true,
  }).catch(() => {});
}
