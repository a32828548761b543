import { use, useEffect, useEffectEvent, useRef, useState } from "react";
import { useTabVisible } from "@/components/chats/state/use-tab-visible";
import { useFeedStatus } from "@/components/live/use-feed-status";
import { useLiveFeed } from "@/components/live/use-live-feed";
import { PageActorContext } from "@/components/ui/page-actor";
import type { PresencePulse, Pulse } from "@/lib/conversations/feed/pulse";
import { sendPresence } from "./send-presence";

/** Somebody else of the team. */
export type Present = { id: string; name: string; isTyping: boolean };

/** A member says so again that often; who hasn't for longer than that is taken for gone. */
const againMs = 20_000;
const presentMs = 45_000;
/** Who types says so every three seconds. */
const typingMs = 5_000;

type Members = ReadonlyMap<string, { name: string; until: number; typingUntil: number }>;

/**
 * Who else of the team has a chat before them, and whether its visitor is writing. The others are told of this member,
 * while the tab is looked at; who comes to the chat where this member is already gets told at once.
 */
export function usePresence(
  position: string,
  conversationId: string,
): { others: Present[]; isVisitorTyping: boolean } {
  const userId = use(PageActorContext)?.userId;
  const isVisible = useTabVisible();
  const isLive = useFeedStatus() === "live";
  const [now, setNow] = useState(0);
  const [members, setMembers] = useState<Members>(() => new Map());
  const [visitorUntil, setVisitorUntil] = useState(0);
  const ended = useRef(new Set<string>());
  /** The chat was deleted: there is nobody left to tell. */
  const isDeleted = useRef(false);

  const take = (pulse: Pulse) => {
    if (pulse.chat !== conversationId) return;
    const at = Date.now();
    setNow(at);
    if (pulse.type === "typing") setVisitorUntil(at + typingMs);
    if (pulse.type !== "presence" || pulse.member.id === userId) return;
    if (pulse.visit && pulse.doing === "gone") ended.current.add(pulse.visit);
    else if (pulse.visit && ended.current.has(pulse.visit)) return;
    if (isVisible && pulse.doing !== "gone" && !members.has(pulse.member.id))
      sendPresence(conversationId, "reading");
    setMembers((known) => withMember(known, pulse, at));
  };
  useLiveFeed(position, {
    onEvent: (event) => {
      if (event.type === "gone" && event.id === conversationId) isDeleted.current = true;
      if (event.type === "turn" && event.chat.id === conversationId && event.turn.author === "visitor")
        setVisitorUntil(0);
    },
    onReset: () => {},
    onPulse: take,
  });

  const last = Math.max(visitorUntil, ...[...members.values()].map(({ until }) => until));
  const isBusy = last > now;
  useEffect(() => {
    if (!isBusy) return;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isBusy]);

  const tell = useEffectEvent((doing: PresencePulse["doing"]) => sendPresence(conversationId, doing));
  useEffect(() => {
    // Whom it tells answers at once: the line that brings the answer has to be there.
    if (!isVisible || !isLive) return;
    tell("reading");
    const timer = setInterval(() => tell("reading"), againMs);
    const leave = () => {
      if (!isDeleted.current) sendPresence(conversationId, "gone");
    };
    window.addEventListener("pagehide", leave);
    return () => {
      clearInterval(timer);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [conversationId, isVisible, isLive]);

  const others = [...members]
    .filter(([, { until }]) => until > now)
    .map(([id, { name, typingUntil }]) => ({ id, name, isTyping: typingUntil > now }));
  return { others, isVisitorTyping: visitorUntil > now };
}

function withMember(known: Members, { member, doing }: PresencePulse, at: number): Members {
  const members = new Map([...known].filter(([, { until }]) => until > at));
  if (doing === "gone") members.delete(member.id);
  else {
    // What another tab of theirs says doesn't end their typing.
    const before = known.get(member.id)?.typingUntil ?? 0;
    const typingUntil = doing === "typing" ? at + typingMs : before;
    members.set(member.id, { name: member.name, until: at + presentMs, typingUntil });
  }
  return members;
}
