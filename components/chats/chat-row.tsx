import Link from "next/link";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { OwnWords } from "@/components/ui/text/own-words";
import { RelativeTime } from "@/components/ui/text/relative-time";
import { isWaiting } from "@/lib/conversations/inbox/is-waiting";
import { languageOf } from "@/lib/language/language-of";
import type { ChatBot } from "./chat-bot";
import type { ListedChat } from "./chat-state";
import { DeskMark } from "./desk-mark";
import { visitorLabel } from "./visitor-label";
import { visitorName } from "./visitor-name";
import { WaitingTime } from "./waiting-time";

type ChatRowProps = { chat: ListedChat; bots: ChatBot[]; isOpen: boolean; query: string | null };

/** A chat of the list: who asks, what they said last, and whether it needs somebody. */
export function ChatRow({ chat, bots, isOpen, query }: ChatRowProps) {
  const words = useDashboardCatalog().chats;
  const { lastTurn, lastAsked, unread, desk } = chat;
  const bot = bots.find(({ id }) => id === chat.botId);
  const name = visitorName(chat);
  return (
    <li className="border-b border-line [contain-intrinsic-size:auto_94px] [content-visibility:auto] last:border-b-0">
      <Link
        href={query ? `/chats/${chat.id}?bot=${query}` : `/chats/${chat.id}`}
        prefetch={false}
        onClick={openInPlace}
        aria-current={isOpen ? "page" : undefined}
        className={`block px-4 py-3 transition-colors xl:px-6 ${isOpen ? "bg-accent-soft" : "hover:bg-surface-2"}`}
      >
        <span className="flex items-baseline justify-between gap-3">
          <span className="flex min-w-0 items-baseline gap-1">
            <bdi
              translate="no"
              lang={name ? languageOf(name) : undefined}
              className={`truncate ${unread > 0 ? "font-semibold" : "font-medium"}`}
            >
              {name ?? words.list.visitorNumber(visitorLabel(chat.chatId))}
            </bdi>
            {name && <span className="shrink-0 text-sm text-ink-soft">{`· ${words.list.saidByPage}`}</span>}
          </span>
          <RelativeTime
            value={new Date(chat.lastActivityAt).toISOString()}
            className="shrink-0 text-sm text-ink-soft"
          />
        </span>
        <span className="flex items-center justify-between gap-3">
          <span
            translate="no"
            lang={languageOf(lastAsked || lastTurn.text)}
            className={`truncate ${unread > 0 ? "font-medium" : "text-ink-soft"}`}
          >
            {lastAsked || lastTurn.text}
          </span>
          {unread > 0 && (
            <span
              role="img"
              translate="no"
              aria-label={words.list.newMessages(unread)}
              className="min-w-6 shrink-0 rounded-full bg-accent px-2 text-center text-sm text-accent-ink tabular-nums"
            >
              {unread > 99 ? "99+" : String(unread)}
            </span>
          )}
        </span>
        <span className="flex items-center gap-2 text-sm text-ink-soft">
          <span translate="no" className="truncate">
            <OwnWords>{[bot?.name, chat.domain].filter(Boolean).join(" · ")}</OwnWords>
          </span>
          {isWaiting(chat) ? <WaitingTime wantedAt={desk.at} /> : <DeskMark desk={desk} />}
          {lastTurn.answered === false && desk.state !== "closed" && (
            <span className="shrink-0 rounded-full bg-warn-soft px-2 text-ink">
              {words.transcript.unanswered}
            </span>
          )}
          {lastTurn.state === "failed" && (
            <span className="shrink-0 rounded-full bg-bad-soft px-2 text-ink">{words.transcript.failed}</span>
          )}
        </span>
      </Link>
    </li>
  );
}

/** A plain click changes the address without asking the server for a page: the screen has all it needs. */
function openInPlace(event: React.MouseEvent<HTMLAnchorElement>) {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
  event.preventDefault();
  window.history.pushState(null, "", event.currentTarget.href);
}
