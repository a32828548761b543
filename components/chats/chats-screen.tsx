"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useDeferredValue, useState } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { EmptyState } from "@/components/ui/empty-state";
import { ArrowLeft } from "@/components/ui/icons";
import { OwnWords } from "@/components/ui/text/own-words";
import { useMedia } from "@/components/ui/use-media";
import { languageOf } from "@/lib/language/language-of";
import type { ChatBot } from "./chat-bot";
import { ChatDetails } from "./chat-details";
import { ChatList } from "./chat-list";
import { ChatPresence } from "./chat-presence";
import type { DeskActions } from "./desk-actions";
import { DeskBar } from "./desk-bar";
import { LiveBadge } from "./live-badge";
import { ReplyForm } from "./reply-form";
import { SaidContact } from "./said-contact";
import { Transcript } from "./transcript";
import { type ChatsInput, useChats } from "./use-chats";
import { VisitorDisclosure } from "./visitor-disclosure";
import { visitorLabel } from "./visitor-label";
import { visitorName } from "./visitor-name";

type ChatsScreenProps = ChatsInput & { bots: ChatBot[]; canWriteKnowledge: boolean; actions: DeskActions };

/** From here on the open chat's details stand beside it; the same as `desk:` in the classes. */
const deskQuery = "(width >= 90rem)";

/**
 * Chats, the open transcript and its details side by side; without room for three the details unfold above the transcript, on
 * phones list and transcript are shown one at a time. All grow as visitors write.
 */
export function ChatsScreen({ bots, canWriteKnowledge, actions, ...input }: ChatsScreenProps) {
  const words = useDashboardCatalog().chats;
  const openId = usePathname().split("/")[2] ?? null;
  const botId = useSearchParams().get("bot");
  const [search, setSearch] = useState("");
  const { chats, matches, searching, openChat, status, turns, hasFailed, loadTurns, hasOlder, loadOlder } =
    useChats(input, { openId, botId, search: useDeferredValue(search.trim()) });
  const isDesk = useMedia(deskQuery);
  const openBot = bots.find((bot) => bot.id === openChat?.botId);
  const hasDetails = openId !== null && openChat !== undefined;

  return (
    <div
      className={`-mx-4 -mt-6 md:fixed md:inset-y-0 md:right-0 md:left-(--shell-side) md:m-0 md:grid md:grid-cols-[clamp(280px,22vw,420px)_minmax(0,1fr)] ${hasDetails ? "desk:grid-cols-[clamp(280px,22vw,420px)_minmax(0,1fr)_clamp(280px,18vw,380px)]" : ""}`}
    >
      <section
        aria-label={words.list.title}
        className={`${openId ? "hidden md:flex" : "flex"} min-h-0 flex-col border-line md:border-r`}
      >
        <header className="flex items-center justify-between gap-3 px-4 pt-6 pb-3 xl:px-6">
          <h1 className="text-lg">{words.list.title}</h1>
          <LiveBadge status={status} />
        </header>
        <ChatList
          {...{ chats: matches, bots, botId, openId, hasOlder, loadOlder, search, setSearch, searching }}
        />
      </section>
      <section
        aria-label={words.transcript.title}
        className={`${openId ? "flex" : "hidden md:flex"} inset-x-0 top-(--shell-top) bottom-(--shell-bottom) min-h-0 flex-col max-md:fixed max-md:bg-paper`}
      >
        {openId === null ? (
          <div className="m-auto">
            <EmptyState>{chats.length > 0 ? words.transcript.choose : words.list.empty}</EmptyState>
          </div>
        ) : (
          <>
            {/* On phones the list, with its heading, is not shown. */}
            <h1 className="sr-only md:hidden">{words.list.title}</h1>
            <header className="flex items-center gap-3 border-b border-line px-4 py-3 xl:px-6">
              <Link
                href={botId ? `/chats?bot=${botId}` : "/chats"}
                aria-label={words.transcript.back}
                className="-ml-2 rounded-control p-2 text-ink-soft hover:bg-surface-2 hover:text-ink md:hidden"
              >
                <ArrowLeft aria-hidden className="size-5" />
              </Link>
              <div className="min-w-0 flex-1" translate="no">
                <h2 className="flex items-baseline gap-1">
                  <bdi
                    lang={openChat && languageOf(visitorName(openChat) ?? "")}
                    className="truncate font-semibold"
                  >
                    {(openChat && visitorName(openChat)) ??
                      words.list.visitorNumber(visitorLabel(openChat?.chatId ?? openId))}
                  </bdi>
                  {openChat && visitorName(openChat) && (
                    <span className="shrink-0 text-sm font-normal text-ink-soft max-sm:hidden">
                      {`· ${words.list.saidByPage}`}
                    </span>
                  )}
                </h2>
                <p className="truncate text-sm text-ink-soft">
                  {/* Beside the name there is no room for it on a phone. */}
                  {openChat && visitorName(openChat) && (
                    <span className="sm:hidden">{`${words.list.saidByPage} · `}</span>
                  )}
                  <OwnWords>{[openBot?.name, openChat?.domain].filter(Boolean).join(" · ")}</OwnWords>
                </p>
              </div>
              {openChat && <DeskBar key={openId} chat={openChat} actions={actions} />}
              <div className="md:hidden">
                <LiveBadge status={status} isCompact />
              </div>
            </header>
            {openChat?.visitor && !isDesk && (
              <VisitorDisclosure key={`visitor:${openId}`} conversationId={openId} />
            )}
            {openChat?.contact && <SaidContact contact={openChat.contact} />}
            <Transcript
              key={openId}
              turns={turns}
              hasFailed={hasFailed}
              onRetry={loadTurns}
              botId={openChat?.botId}
              canWriteKnowledge={canWriteKnowledge}
            />
            <ChatPresence key={`presence:${openId}`} chatId={openId} position={input.position} />
            {openChat && <ReplyForm key={`reply:${openId}`} chat={openChat} action={actions.reply} />}
          </>
        )}
      </section>
      {hasDetails && (
        <aside
          aria-label={words.details.title}
          className="hidden min-h-0 flex-col border-l border-line desk:flex"
        >
          {isDesk && <ChatDetails key={openId} chat={openChat} bot={openBot} />}
        </aside>
      )}
    </div>
  );
}
