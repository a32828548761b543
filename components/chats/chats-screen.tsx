"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useDeferredValue, useEffect, useEffectEvent, useId, useMemo, useRef, useState } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { ButtonLink } from "@/components/ui/button/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ArrowLeft } from "@/components/ui/icons";
import { OwnWords } from "@/components/ui/text/own-words";
import { useToast } from "@/components/ui/toast/use-toast";
import { useMedia } from "@/components/ui/use-media";
import { useSelection } from "@/components/ui/use-selection";
import { readChatQuery, writeChatQuery } from "@/lib/conversations/inbox/query/chat-query";
import type { CannedReply } from "@/lib/conversations/replies/canned-reply";
import { cutText } from "@/lib/language/cut-text";
import { languageOf } from "@/lib/language/language-of";
import { paths } from "@/lib/paths";
import type { ChatBot } from "./chat-bot";
import { Composer, type ComposerHandle } from "./compose/composer";
import { AssignDialog, type Colleague } from "./desk/assign-dialog";
import { DeskBar, SnoozedLine } from "./desk/desk-bar";
import { KeysDialog } from "./desk/keys-dialog";
import { SnoozeDialog } from "./desk/snooze-dialog";
import { useDeskKeys } from "./desk/use-desk-keys";
import { useDeskMoves } from "./desk/use-desk-moves";
import type { DeskActions } from "./desk-actions";
import { ChatList } from "./list/chat-list";
import { ChatViews } from "./list/chat-views";
import { chatsPath } from "./list/chats-path";
import { ListFilters } from "./list/list-filters";
import { ListHeader } from "./list/list-header";
import { LiveBadge } from "./list/live-badge";
import { SearchField } from "./list/search-field";
import { SelectionBar } from "./list/selection-bar";
import { type ChatsInput, useChats } from "./state/use-chats";
import { useHits } from "./state/use-hits";
import { useSearchText } from "./state/use-search-text";
import { useKnownTags } from "./tags/use-known-tags";
import { ChatPresence } from "./transcript/chat-presence";
import { HitBar } from "./transcript/hit-bar";
import { Transcript } from "./transcript/transcript";
import { ChatDetails } from "./visitor/chat-details";
import { SaidContact } from "./visitor/said-contact";
import { VisitorDisclosure } from "./visitor/visitor-disclosure";
import { visitorLabel } from "./visitor/visitor-label";
import { visitorName } from "./visitor/visitor-name";

type ChatsScreenProps = ChatsInput & {
  bots: ChatBot[];
  /** Domains to choose from. */
  sites: string[];
  /** The team's, to choose from. */
  tags: string[];
  /** Whether single keys do something, as this member wants it. */
  shortcuts: boolean;
  canWriteKnowledge: boolean;
  replies: readonly CannedReply[];
  /** The members of the team. */
  colleagues: readonly Colleague[];
  /** What replies call this member and the team. */
  names: { staff: string; shop: string };
  /** Whether this installation can send mail. */
  hasMail: boolean;
  actions: DeskActions;
};

/** Code points; the server's limit. */
const maxSearch = 100;
/** From here on the open chat's details stand beside it; the same as `desk:` in the classes. */
const deskQuery = "(width >= 90rem)";

/**
 * Chats, the open transcript and its details side by side; without room for three the details unfold above
 * the transcript, on phones the transcript lies over the list. All grow as visitors write. What is shown
 * stands in the address.
 */
export function ChatsScreen(props: ChatsScreenProps) {
  const {
    bots,
    sites,
    tags,
    shortcuts,
    canWriteKnowledge,
    replies,
    colleagues,
    names,
    hasMail,
    actions,
    ...input
  } = props;
  const words = useDashboardCatalog().chats;
  const openId = usePathname().split("/")[2] ?? null;
  const params = useSearchParams();
  const query = useMemo(() => readChatQuery((name) => params.get(name)), [params]);
  const shownSearch = cutText(params.get("q") ?? "", maxSearch).replaceAll("\0", "");
  const typed = useSearchText(shownSearch, (text) =>
    window.history.replaceState(null, "", chatsPath(openId, query, text)),
  );
  const searched = useDeferredValue(typed.text.trim());
  const list = useChats(input, { openId, query, search: searched });
  const { openChat, status, isGone } = list;
  const showToast = useToast();
  const leave = useEffectEvent(() => {
    window.history.replaceState(null, "", chatsPath(null, query, searched));
    showToast({ message: words.file.wasDeleted });
  });
  useEffect(() => {
    if (isGone) leave();
  }, [isGone]);
  const hits = useHits(openId, shownSearch);
  const isDesk = useMedia(deskQuery);
  const selection = useSelection(list.chats);
  const known = useKnownTags(tags, list.chats);
  const openBot = bots.find((bot) => bot.id === openChat?.botId);
  const moves = useDeskMoves(openChat, input.viewer, actions);
  const searchField = useRef<HTMLInputElement>(null);
  const composer = useRef<ComposerHandle>(null);
  const filtersId = useId();
  const [hasFilters, setHasFilters] = useState(() => writeChatQuery({ ...query, view: "all" }) !== "");
  const [cursor, setCursor] = useState<{ id: string } | null>(null);
  const [hasKeys, setHasKeys] = useState(shortcuts);
  const [isAssigning, setIsAssigning] = useState(false);
  const [snoozing, setSnoozing] = useState<"open" | "chosen" | null>(null);
  const endSnoozing = () => setSnoozing(null);
  const [isShowingKeys, setIsShowingKeys] = useState(false);
  const walk = (by: 1 | -1) => {
    const focused = document.activeElement?.getAttribute("data-chat") ?? openId;
    const at = list.chats.findIndex(({ id }) => id === focused);
    const next = list.chats[at < 0 ? 0 : at + by];
    if (next) setCursor({ id: next.id });
  };
  useDeskKeys(hasKeys, {
    j: () => walk(1),
    k: () => walk(-1),
    "/": () => searchField.current?.select(),
    r: () => {
      if (moves.isMine) composer.current?.reply();
      else document.querySelector<HTMLElement>("[data-desk-take]")?.focus();
    },
    n: () => composer.current?.note(),
    e: () => void moves.close(),
    a: () => openChat && setIsAssigning(true),
    z: () => {
      if (selection.ids.size > 0) setSnoozing("chosen");
      else if (moves.can.snooze) setSnoozing("open");
    },
    x: () => {
      const focused = document.activeElement?.getAttribute("data-chat") ?? openId;
      if (focused) selection.toggle(focused);
    },
    "?": () => setIsShowingKeys(true),
  });
  const hasDetails = openId !== null && openChat !== undefined;

  return (
    <div
      className={`md:fixed md:inset-y-0 md:right-0 md:left-(--shell-side) md:grid md:grid-cols-[clamp(280px,22vw,420px)_minmax(0,1fr)] ${hasDetails ? "desk:grid-cols-[clamp(280px,22vw,420px)_minmax(0,1fr)_clamp(280px,18vw,380px)]" : ""}`}
    >
      <section
        aria-label={words.list.title}
        className={`inset-x-0 top-(--shell-top) bottom-(--shell-bottom) flex min-h-0 flex-col border-line max-md:fixed md:border-r ${openId ? "max-md:invisible" : ""}`}
      >
        <ListHeader
          {...{ status, query }}
          filters={{ id: filtersId, isOpen: hasFilters, toggle: () => setHasFilters(!hasFilters) }}
          markAllRead={actions.markAllRead}
          readAll={list.readAll}
          select={selection.isOn ? selection.end : selection.begin}
          isSelecting={selection.isOn}
          showKeys={() => setIsShowingKeys(true)}
        />
        {bots.length === 0 ? (
          <EmptyState action={<ButtonLink href="/bots">{words.list.makeBot}</ButtonLink>}>
            {words.list.noBots}
          </EmptyState>
        ) : (
          <>
            {hasFilters && (
              <ListFilters
                id={filtersId}
                tags={known}
                {...{ bots, sites, query, timeZone: input.viewer.timeZone }}
                change={(wanted) => window.history.pushState(null, "", chatsPath(openId, wanted, searched))}
              />
            )}
            <ChatViews query={query} openId={openId} search={searched} counts={list.counts} />
            <SearchField field={searchField} typed={typed} />
            {selection.isOn && (
              <SelectionBar
                {...{ selection, actions, timeZone: input.viewer.timeZone }}
                hasSnoozed={list.chats.some(
                  ({ id, desk }) => selection.ids.has(id) && desk.state === "snoozed",
                )}
                snoozing={{
                  isOpen: snoozing === "chosen",
                  begin: () => setSnoozing("chosen"),
                  end: endSnoozing,
                }}
              />
            )}
            <ChatList {...list} {...{ bots, query, openId, cursor, selection }} search={searched} />
          </>
        )}
      </section>
      <section
        aria-label={words.transcript.title}
        className={`${openId ? "flex" : "hidden md:flex"} inset-x-0 top-(--shell-top) bottom-(--shell-bottom) min-h-0 flex-col max-md:fixed max-md:bg-paper`}
      >
        {openId === null ? (
          <div className="m-auto">
            <EmptyState>
              {list.chats.length > 0 || chatsPath(null, query, searched) !== paths.chats
                ? words.transcript.choose
                : words.list.empty}
            </EmptyState>
          </div>
        ) : (
          <>
            {/* On phones the list, with its heading, is not shown. */}
            <h1 className="sr-only md:hidden">{words.list.title}</h1>
            <header className="flex items-center gap-3 border-b border-line px-4 py-3 xl:px-6">
              <Link
                href={chatsPath(null, query, searched)}
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
              {openChat && (
                <DeskBar
                  {...{ chat: openChat, moves }}
                  openAssign={() => setIsAssigning(true)}
                  openSnooze={() => setSnoozing("open")}
                />
              )}
              <div className="md:hidden">
                <LiveBadge status={status} isCompact />
              </div>
            </header>
            {openChat && <SnoozedLine desk={openChat.desk} />}
            {openChat && !isDesk && (
              <VisitorDisclosure key={`visitor:${openId}`} chat={openChat} tags={known} actions={actions} />
            )}
            {openChat?.contact && <SaidContact contact={openChat.contact} />}
            <HitBar hits={hits} search={shownSearch} />
            <Transcript
              key={openId}
              hits={hits}
              turns={list.turns}
              hasFailed={list.hasFailed}
              onRetry={list.loadTurns}
              botId={openChat?.botId}
              canWriteKnowledge={canWriteKnowledge}
              noteActions={actions}
            />
            <ChatPresence key={`presence:${openId}`} conversationId={openId} position={input.position} />
            {openChat && (
              <Composer
                key={`compose:${openId}`}
                chat={openChat}
                {...{ hasMail, actions, replies }}
                facts={{
                  ...names,
                  visitor: openChat.visitor?.name ?? null,
                  bot: openBot?.botName ?? "",
                  hours: openBot?.hours ?? null,
                }}
                handle={composer}
                wasTakenHere={moves.takenId === openId}
              />
            )}
          </>
        )}
      </section>
      {hasDetails && (
        <aside
          aria-label={words.details.title}
          className="hidden min-h-0 flex-col border-l border-line desk:flex"
        >
          {isDesk && (
            <ChatDetails key={openId} chat={openChat} bot={openBot} tags={known} actions={actions} />
          )}
        </aside>
      )}
      <AssignDialog
        isOpen={isAssigning}
        onClose={() => setIsAssigning(false)}
        {...{ chat: openChat, colleagues, userId: input.viewer.userId, assign: moves.assign }}
      />
      <SnoozeDialog
        isOpen={snoozing === "open"}
        onClose={endSnoozing}
        {...{ timeZone: input.viewer.timeZone, snooze: moves.snooze }}
      />
      <KeysDialog
        isOpen={isShowingKeys}
        onClose={() => setIsShowingKeys(false)}
        isOn={hasKeys}
        setIsOn={setHasKeys}
        action={actions.setShortcuts}
      />
    </div>
  );
}
