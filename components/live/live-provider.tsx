"use client";

import { usePathname, useRouter } from "next/navigation";
import {
  createContext,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { WaitingChat } from "@/lib/conversations/inbox/list-waiting";
import type { ChatSummary } from "@/lib/conversations/turns/turn";
import type { AlertSettings } from "@/lib/teams/alerts/get-alert-settings";
import { browserFeedHost } from "./browser-feed-host";
import { SharedFeed } from "./shared-feed";
import { useTitleCount } from "./use-title-count";
import { useWaitingAlerts } from "./use-waiting-alerts";
import { countWaiting, waitingFrom, withChat, withoutChat } from "./waiting-chats";

/**
 * The team's live events, and of the bots of which the member wants to be told how many chats wait for a person, and
 * how many leads for an answer.
 */
export const LiveContext = createContext<{ feed: SharedFeed | null; waiting: number; openLeads: number }>({
  feed: null,
  waiting: 0,
  openLeads: 0,
});

/** A line knows of another team or account within half a minute, however busy the servers are. */
const knownWithinMs = 30_000;
/** Events of leads that come within so long are counted once. */
const countLeadsAfterMs = 2_000;

type LiveProviderProps = {
  teamId: string;
  userId: string;
  /** The feed position read before `waiting`. */
  position: string;
  waiting: WaitingChat[];
  openLeads: number;
  alerts: AlertSettings;
  children: ReactNode;
};

/**
 * Keeps one live line for all of the dashboard, shared with the browser's other tabs, counts who waits, and tells of
 * whoever begins to.
 */
export function LiveProvider({
  teamId,
  userId,
  position,
  waiting: listed,
  openLeads: listedLeads,
  alerts,
  children,
}: LiveProviderProps) {
  const [feed] = useState(
    () => new SharedFeed(`/api/live?team=${teamId}`, position, browserFeedHost(`live:${teamId}:${userId}`)),
  );
  const status = useSyncExternalStore(feed.subscribeStatus, feed.getStatus, () => "reconnecting" as const);
  const [chats, setChats] = useState(() => waitingFrom(listed));
  const [openLeads, setOpenLeads] = useState(listedLeads);
  const counting = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** What events say while lists are on their way. */
  const meanwhile = useRef(new Set<ChatSummary[]>());

  useEffect(() => {
    const look = () => feed.look();
    const changeNetwork = () => feed.networkChanged();
    const leave = () => feed.stop();
    const comeBack = ({ persisted }: PageTransitionEvent) => persisted && feed.start();
    feed.start();
    document.addEventListener("visibilitychange", look);
    window.addEventListener("offline", changeNetwork);
    window.addEventListener("online", changeNetwork);
    window.addEventListener("pagehide", leave);
    window.addEventListener("pageshow", comeBack);
    return () => {
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("offline", changeNetwork);
      window.removeEventListener("online", changeNetwork);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("pageshow", comeBack);
      feed.stop();
    };
  }, [feed]);

  const readList = useEffectEvent(async () => {
    const since: ChatSummary[] = [];
    meanwhile.current.add(since);
    try {
      const response = await fetch("/api/chats/waiting");
      if (!response.ok) return;
      const { waiting, openLeads: open }: { waiting: WaitingChat[]; openLeads: number } =
        await response.json();
      setOpenLeads(open);
      setChats(since.reduce(withChat, waitingFrom(waiting)));
    } catch {
      // The next reset or page reads it again.
    } finally {
      meanwhile.current.delete(since);
    }
  });
  const tellOf = useWaitingAlerts(userId, alerts);
  const takeChat = useEffectEvent((chat: ChatSummary) => {
    tellOf(chat);
    if (alerts.muted.includes(chat.botId)) return;
    for (const since of meanwhile.current) since.push(chat);
    setChats((known) => withChat(known, chat));
    if (!chat.contact) return;
    clearTimeout(counting.current);
    counting.current = setTimeout(() => void readList(), countLeadsAfterMs);
  });
  const dropChat = useEffectEvent((id: string) => {
    setChats((known) => withoutChat(known, id));
    clearTimeout(counting.current);
    counting.current = setTimeout(() => void readList(), 0);
  });
  useEffect(() => () => clearTimeout(counting.current), []);
  const muted = alerts.muted.join(" ");
  const countedWithout = useRef(muted);
  useEffect(() => {
    if (countedWithout.current !== muted) void readList();
    countedWithout.current = muted;
  }, [muted]);
  const takeListed = useEffectEvent(() => setChats(waitingFrom(listed)));
  useEffect(() => {
    takeListed();
    return feed.follow(position, {
      onEvent: (event) => (event.type === "gone" ? dropChat(event.id) : takeChat(event.chat)),
      onReset: () => void readList(),
    });
  }, [feed, position]);

  // A chat goes without an event when its bot is deleted, or its time is over.
  const path = usePathname();
  const room = path.split("/")[1] ?? "";
  const shownRoom = useRef(room);
  useEffect(() => {
    if (shownRoom.current !== room) void readList();
    shownRoom.current = room;
  }, [room]);

  // The line ended because another tab changed the account or the team: the next page is not put into the
  // frame of before.
  const router = useRouter();
  const drawFrameAnew = useEffectEvent(() => {
    if (status === "ended") router.refresh();
  });
  const shownPath = useRef(path);
  const shownSince = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (shownPath.current !== path) {
      shownSince.current = performance.now();
      drawFrameAnew();
    }
    shownPath.current = path;
  }, [path]);
  // Or it was put there already, before the line knew.
  useEffect(() => {
    if (status === "ended" && performance.now() - shownSince.current < knownWithinMs) router.refresh();
  }, [status, router]);

  const waiting = status === "ended" ? 0 : countWaiting(chats);
  useTitleCount(waiting);
  const leads = status === "ended" ? 0 : openLeads;
  return <LiveContext value={{ feed, waiting, openLeads: leads }}>{children}</LiveContext>;
}
