import { useEffect, useEffectEvent, useRef } from "react";
import { Virtualizer, type VirtualizerHandle } from "virtua";
import type { ChatBot } from "@/components/chats/chat-bot";
import type { Chats } from "@/components/chats/state/use-chats";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { ButtonLink } from "@/components/ui/button/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Skeleton } from "@/components/ui/skeleton/skeleton";
import type { Selection } from "@/components/ui/use-selection";
import type { ChatQuery } from "@/lib/conversations/inbox/query/chat-query";
import { ChatRow } from "./chat-row";
import { chatsPath } from "./chats-path";
import { OlderChats } from "./older-chats";
import { useKeptPlace } from "./use-kept-place";

type ChatListProps = Pick<
  Chats,
  "chats" | "unreadOf" | "hasOlder" | "loadMore" | "searching" | "snippets"
> & {
  bots: ChatBot[];
  query: ChatQuery;
  openId: string | null;
  search: string;
  /** The chat whose row gets the focus, each time that this changes. */
  cursor: { id: string } | null;
  selection: Selection;
};

/** Of a row (px); rows are measured as they are shown. */
const rowHeight = 92;

/** The rows of the list, of which only those near the eye are there. */
export function ChatList(props: ChatListProps) {
  const { chats, unreadOf, hasOlder, loadMore, searching, snippets, bots, query, openId, search, cursor } =
    props;
  const { selection } = props;
  const words = useDashboardCatalog().chats.list;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useRef<VirtualizerHandle>(null);
  const keepPlace = useKeptPlace(rows, chats, chatsPath(null, query, search));
  const placeOf = (id: string | undefined) => (id ? chats.findIndex((chat) => chat.id === id) : -1);
  const kept = [placeOf(openId ?? undefined), placeOf(cursor?.id)].filter((at) => at >= 0);
  const show = useEffectEvent((id: string) => {
    const at = placeOf(id);
    if (at < 0) return;
    rows.current?.scrollToIndex(at, { align: "nearest" });
    scroller.current?.querySelector<HTMLElement>(`[data-chat="${id}"]`)?.focus({ preventScroll: true });
  });
  useEffect(() => {
    if (cursor) show(cursor.id);
  }, [cursor]);
  if (chats.length === 0 && (searching !== null || hasOlder === false)) return <NoChats {...props} />;
  return (
    <div
      ref={scroller}
      className="min-h-0 flex-1 overflow-y-auto border-t border-line [overflow-anchor:none]"
    >
      <Virtualizer
        ref={rows}
        as="ul"
        item="li"
        data={chats}
        itemSize={rowHeight}
        bufferSize={600}
        ssrCount={20}
        keepMounted={kept}
        onScroll={keepPlace}
      >
        {(chat) => (
          <ChatRow
            key={chat.id}
            chosen={selection.isOn ? selection.ids.has(chat.id) : undefined}
            choose={selection.toggle}
            chat={chat}
            unread={unreadOf(chat)}
            bot={bots.find(({ id }) => id === chat.botId)}
            isOpen={chat.id === openId}
            snippet={snippets[chat.id]}
            search={search}
            href={chatsPath(chat.id, query, search)}
          />
        )}
      </Virtualizer>
      {searching === null && hasOlder !== false && <OlderChats scroller={scroller} load={loadMore} />}
      {searching === "failed" && <SearchFailed />}
      {searching === "busy" && (
        <p role="status" className="p-4 text-center text-sm text-ink-soft">
          {words.searching}
        </p>
      )}
    </div>
  );
}

function NoChats({ searching, bots, query, search }: ChatListProps) {
  const words = useDashboardCatalog().chats;
  if (searching === "busy") return <RowSkeletons />;
  if (searching === "failed") return <SearchFailed />;
  const isAll = chatsPath(null, query) === chatsPath(null, { view: "all" });
  if (!isAll) {
    return (
      <EmptyState
        action={
          <ButtonLink href={chatsPath(null, { view: "all" }, search)} variant="secondary">
            {search === "" ? words.views.showAll : words.views.searchAll}
          </ButtonLink>
        }
      >
        {search !== ""
          ? words.list.noMatch(search)
          : chatsPath(null, query) === chatsPath(null, { view: query.view })
            ? words.views.none[query.view]
            : words.views.noneFiltered}
      </EmptyState>
    );
  }
  if (search !== "") return <EmptyState>{words.list.noMatch(search)}</EmptyState>;
  return (
    <EmptyState
      action={
        <ButtonLink href={`/bots/${bots[0]?.id}/install`} variant="secondary">
          {words.list.emptyAction}
        </ButtonLink>
      }
    >
      {words.list.empty}
    </EmptyState>
  );
}

function SearchFailed() {
  return (
    <p role="alert" className="p-4 text-center text-sm text-ink-soft">
      {useDashboardCatalog().chats.list.searchFailed}
    </p>
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
