"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useEffectEvent, useMemo, useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { useCatalog } from "@/components/ui/use-catalog";
import { mergeTurns } from "@/lib/conversations/merge-turns";
import type { ChatSummary, Turn } from "@/lib/conversations/turn";
import { ChatList } from "./chat-list";
import { fetchJson } from "./fetch-json";
import { LiveBadge } from "./live-badge";
import { Transcript } from "./transcript";
import { useTeamFeed } from "./use-team-feed";

export type ChatBot = { id: string; name: string; botName: string };

type ChatsScreenProps = {
  chats: ChatSummary[];
  bots: ChatBot[];
  /** The feed position read before `chats`: what came after it arrives live. */
  position: string;
  /** The transcript the address names, if it names one. */
  opened: { id: string; turns: Turn[] } | null;
  canWriteKnowledge: boolean;
};

/** Chats and the open transcript side by side, on phones one at a time; both grow as visitors write. */
export function ChatsScreen({
  chats: initialChats,
  bots,
  position,
  opened,
  canWriteKnowledge,
}: ChatsScreenProps) {
  const words = useCatalog().chats;
  const openId = usePathname().split("/")[2] ?? null;
  const botId = useSearchParams().get("bot");
  const [chats, setChats] = useState(() => new Map(initialChats.map((chat) => [chat.id, chat])));
  const [transcripts, setTranscripts] = useState(
    () => new Map<string, Turn[]>(opened ? [[opened.id, opened.turns]] : []),
  );
  const [failedId, setFailedId] = useState<string | null>(null);

  const addTurns = (id: string, turns: Turn[]) =>
    setTranscripts((all) => new Map(all).set(id, mergeTurns([...(all.get(id) ?? []), ...turns])));

  const loadTranscript = async (id: string) => {
    try {
      const { turns } = await fetchJson<{ turns: Turn[] }>(`/api/chats/${id}`);
      addTurns(id, turns);
      setFailedId((failed) => (failed === id ? null : failed));
    } catch {
      setFailedId(id);
    }
  };

  const status = useTeamFeed(position, {
    onEvent: ({ chat, turn }) => {
      setChats((all) => new Map(all).set(chat.id, chat));
      setTranscripts((all) => {
        const known = all.get(chat.id);
        return known ? new Map(all).set(chat.id, mergeTurns([...known, turn])) : all;
      });
    },
    onReset: () => {
      fetchJson<{ chats: ChatSummary[] }>("/api/chats")
        .then(({ chats: current }) => setChats(new Map(current.map((chat) => [chat.id, chat]))))
        .catch(() => {});
      setTranscripts((all) => new Map([...all].filter(([id]) => id === openId)));
      if (openId) loadTranscript(openId);
    },
  });

  const hasOpen = openId !== null && transcripts.has(openId);
  const loadMissing = useEffectEvent((id: string) => loadTranscript(id));
  useEffect(() => {
    if (openId !== null && !hasOpen) loadMissing(openId);
  }, [openId, hasOpen]);

  const sorted = useMemo(
    () => [...chats.values()].sort((a, b) => b.lastActivityAt - a.lastActivityAt || (a.id < b.id ? 1 : -1)),
    [chats],
  );
  const shown = botId ? sorted.filter((chat) => chat.botId === botId) : sorted;
  const openChat = openId ? chats.get(openId) : undefined;
  const botOf = (id: string | undefined) => bots.find((bot) => bot.id === id);

  return (
    <div className="-mx-4 -mt-6 md:fixed md:inset-y-0 md:right-0 md:left-[240px] md:m-0 md:grid md:grid-cols-[minmax(280px,360px)_minmax(0,1fr)]">
      <section
        aria-label={words.list.title}
        className={`${openId ? "hidden md:flex" : "flex"} min-h-0 flex-col border-line md:border-r`}
      >
        <header className="flex items-center justify-between gap-3 px-4 pt-6 pb-3 md:px-6">
          <h1 className="text-lg">{words.list.title}</h1>
          <LiveBadge status={status} />
        </header>
        <ChatList chats={shown} bots={bots} botId={botId} openId={openId} />
      </section>
      <section
        aria-label={words.transcript.title}
        className={`${openId ? "flex" : "hidden md:flex"} h-[calc(100dvh-112px-env(safe-area-inset-bottom))] min-h-0 flex-col md:h-auto`}
      >
        {openId === null ? (
          <div className="m-auto">
            <EmptyState>{shown.length > 0 ? words.transcript.choose : words.list.empty}</EmptyState>
          </div>
        ) : (
          <>
            <header className="flex items-center gap-3 border-b border-line px-4 py-3 md:px-6">
              <Link
                href={botId ? `/chats?bot=${botId}` : "/chats"}
                aria-label={words.transcript.back}
                className="-ml-2 rounded-control p-2 text-ink-soft hover:bg-surface-2 hover:text-ink md:hidden"
              >
                <ArrowLeft aria-hidden className="size-5" />
              </Link>
              <div className="min-w-0">
                <h2 className="truncate font-semibold">
                  {words.list.visitorNumber(visitorLabel(openChat?.chatId ?? openId))}
                </h2>
                <p className="truncate text-sm text-ink-soft">
                  {[botOf(openChat?.botId)?.name, openChat?.domain].filter(Boolean).join(" · ")}
                </p>
              </div>
            </header>
            <Transcript
              key={openId}
              turns={transcripts.get(openId)}
              hasFailed={failedId === openId}
              onRetry={() => loadTranscript(openId)}
              botId={openChat?.botId}
              canWriteKnowledge={canWriteKnowledge}
            />
          </>
        )}
      </section>
    </div>
  );
}

/** Four characters that tell visitors of a list apart. */
export function visitorLabel(chatId: string): string {
  return chatId.slice(-4).toUpperCase();
}
