import { useState } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { Button } from "@/components/ui/button/button";
import { ButtonLink } from "@/components/ui/button/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { controlClass, controlHeightClass } from "@/components/ui/field/control-class";
import { ChevronDown, Search } from "@/components/ui/icons";
import { Skeleton } from "@/components/ui/skeleton/skeleton";
import type { ChatBot } from "./chat-bot";
import { ChatRow } from "./chat-row";
import type { ListedChat } from "./chat-state";
import type { Chats } from "./use-chats";

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
  const words = useDashboardCatalog().chats;
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
      <div className="flex flex-col gap-2 px-4 pb-3 xl:px-6">
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
      {useDashboardCatalog().chats.list.searchFailed}
    </li>
  );
}

function RowSkeletons() {
  return (
    <div aria-busy className="flex flex-col gap-8 border-t border-line px-4 py-4 xl:px-6">
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
  const words = useDashboardCatalog().chats.list;
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

function BotFilter({ bots, botId }: Pick<ChatListProps, "bots" | "botId">) {
  const words = useDashboardCatalog().chats.list;
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
