import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { controlClass, controlHeightClass } from "@/components/ui/control-class";
import { EmptyState } from "@/components/ui/empty-state";
import { ChevronDown, Hand, Search } from "@/components/ui/icons";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { useCatalog } from "@/components/ui/use-catalog";
import { isWaiting } from "@/lib/conversations/is-waiting";
import { plainText } from "@/lib/text/markup/plain-text";
import type { ChatBot } from "./chats-screen";
import type { Chats, ListedChat } from "./use-chats";
import { visitorLabel } from "./visitor-label";
import { visitorName } from "./visitor-name";

type ChatListProps = {
  chats: ListedChat[];
  bots: ChatBot[];
  botId: string | null;
  openId: string | null;
  hasOlder: boolean;
  loadOlder: () => Promise<void>;
  search: string;
  setSearch: (search: string) => void;
  searching: Chats["searching"];
};

export function ChatList({
  chats,
  bots,
  botId,
  openId,
  hasOlder,
  loadOlder,
  search,
  setSearch,
  searching,
}: ChatListProps) {
  const words = useCatalog().chats;
  const firstBot = bots[0];

  if (!firstBot) {
    return (
      <EmptyState action={<ButtonLink href="/bots">{words.list.makeBot}</ButtonLink>}>
        {words.list.noBots}
      </EmptyState>
    );
  }
  return (
    <>
      <div className="flex flex-col gap-2 px-4 pb-3 md:px-6">
        {bots.length > 1 && <BotFilter bots={bots} botId={botId} />}
        <label className="relative block">
          <span className="sr-only">{words.list.search}</span>
          <Search
            aria-hidden
            className="pointer-events-none absolute inset-y-0 left-3 my-auto size-4 text-ink-soft"
          />
          <input
            type="search"
            maxLength={100}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            placeholder={words.list.search}
            className={`${controlClass} ${controlHeightClass} pl-9`}
          />
        </label>
      </div>
      {chats.length > 0 ? (
        <ul className="min-h-0 flex-1 overflow-y-auto border-t border-line md:pb-4">
          {chats.map((chat) => (
            <ChatRow key={chat.id} chat={chat} bots={bots} isOpen={chat.id === openId} query={botId} />
          ))}
          {searching === null && hasOlder && <OlderChats load={loadOlder} />}
          {searching === "failed" && <SearchFailed />}
        </ul>
      ) : searching === null ? (
        <EmptyState
          action={
            <ButtonLink href={`/bots/${botId ?? firstBot.id}/install`} variant="secondary">
              {words.list.emptyAction}
            </ButtonLink>
          }
        >
          {words.list.empty}
        </EmptyState>
      ) : searching === "busy" ? (
        <RowSkeletons />
      ) : searching === "failed" ? (
        <ul>
          <SearchFailed />
        </ul>
      ) : (
        <EmptyState>{words.list.noMatch(search.trim())}</EmptyState>
      )}
    </>
  );
}

function SearchFailed() {
  return (
    <li role="alert" className="p-4 text-center text-sm text-ink-soft">
      {useCatalog().chats.list.searchFailed}
    </li>
  );
}

function RowSkeletons() {
  return (
    <div aria-busy className="flex flex-col gap-8 border-t border-line px-4 py-4 md:px-6">
      {["a", "b", "c"].map((key) => (
        <div key={key} className="flex flex-col gap-2">
          <Skeleton className="h-4 w-28" />
          <Skeleton className="h-4 w-full" />
        </div>
      ))}
    </div>
  );
}

function OlderChats({ load }: { load: () => Promise<void> }) {
  const words = useCatalog().chats.list;
  const [state, setState] = useState<"idle" | "loading" | "failed">("idle");
  const start = async () => {
    setState("loading");
    setState(
      await load().then(
        () => "idle",
        () => "failed",
      ),
    );
  };
  return (
    <li className="flex flex-col items-center gap-2 p-4">
      {state === "failed" && (
        <p role="alert" className="text-sm text-ink-soft">
          {words.loadMoreFailed}
        </p>
      )}
      <Button variant="secondary" size="small" isPending={state === "loading"} onClick={start}>
        {words.loadMore}
      </Button>
    </li>
  );
}

type ChatRowProps = { chat: ListedChat; bots: ChatBot[]; isOpen: boolean; query: string | null };

function ChatRow({ chat, bots, isOpen, query }: ChatRowProps) {
  const words = useCatalog().chats;
  const { lastTurn, unread } = chat;
  const bot = bots.find(({ id }) => id === chat.botId);
  return (
    <li className="border-b border-line [contain-intrinsic-size:auto_94px] [content-visibility:auto] last:border-b-0">
      <Link
        href={query ? `/chats/${chat.id}?bot=${query}` : `/chats/${chat.id}`}
        prefetch={false}
        onClick={openInPlace}
        aria-current={isOpen ? "page" : undefined}
        className={`block px-4 py-3 transition-colors md:px-6 ${isOpen ? "bg-accent-soft" : "hover:bg-surface-2"}`}
      >
        <span className="flex items-baseline justify-between gap-3">
          <span className="flex min-w-0 items-baseline gap-1">
            <bdi className={`truncate ${unread > 0 ? "font-semibold" : "font-medium"}`}>
              {visitorName(chat) ?? words.list.visitorNumber(visitorLabel(chat.chatId))}
            </bdi>
            {visitorName(chat) && (
              <span className="shrink-0 text-sm text-ink-soft">· {words.list.saidByPage}</span>
            )}
          </span>
          <RelativeTime
            value={new Date(chat.lastActivityAt).toISOString()}
            className="shrink-0 text-sm text-ink-soft"
          />
        </span>
        <span className="flex items-center justify-between gap-3">
          <span className={`truncate ${unread > 0 ? "font-medium" : "text-ink-soft"}`}>
            {lastTurn.author === "visitor" ? "" : `${words.transcript.bot}：`}
            {lastTurn.author === "visitor" ? lastTurn.text : lineOf(lastTurn.text)}
          </span>
          {unread > 0 && (
            <span
              role="img"
              aria-label={words.list.newMessages(unread)}
              className="min-w-6 shrink-0 rounded-full bg-accent px-2 text-center text-sm text-accent-ink tabular-nums"
            >
              {unread > 99 ? "99+" : unread}
            </span>
          )}
        </span>
        <span className="flex items-center gap-2 text-sm text-ink-soft">
          <span className="truncate">{[bot?.name, chat.domain].filter(Boolean).join(" · ")}</span>
          {isWaiting(chat) && (
            <span className="inline-flex shrink-0 items-center gap-1 rounded-full bg-accent-soft px-2 text-ink">
              <Hand aria-hidden className="size-3.5 text-accent" />
              {words.list.waiting}
            </span>
          )}
          {lastTurn.answered === false && (
            <span className="shrink-0 rounded-full bg-warn-soft px-2 text-ink">
              {words.transcript.unanswered}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}

/** What was said as one line of plain words; of a long answer only what a row can show. */
function lineOf(text: string): string {
  return plainText(text.slice(0, 300), "shown").replace(/\s+/gu, " ").trim();
}

/** A plain click changes the address without asking the server for a page: the screen has all it needs. */
function openInPlace(event: React.MouseEvent<HTMLAnchorElement>) {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
  event.preventDefault();
  window.history.pushState(null, "", event.currentTarget.href);
}

function BotFilter({ bots, botId }: Pick<ChatListProps, "bots" | "botId">) {
  const words = useCatalog().chats.list;
  return (
    <label className="relative block">
      <span className="sr-only">{words.filterBot}</span>
      <select
        value={botId ?? ""}
        onChange={({ target }) =>
          window.history.pushState(null, "", target.value ? `/chats?bot=${target.value}` : "/chats")
        }
        className={`${controlClass} ${controlHeightClass} appearance-none truncate pr-9 forced-colors:appearance-auto`}
      >
        <option value="">{words.allBots}</option>
        {bots.map((bot) => (
          <option key={bot.id} value={bot.id}>
            {bot.name}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute inset-y-0 right-3 my-auto size-4 text-ink-soft forced-colors:hidden"
      />
    </label>
  );
}
