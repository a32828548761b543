import Link from "next/link";
import type { ChatBot } from "@/components/chats/chat-bot";
import { visitorLabel } from "@/components/chats/visitor/visitor-label";
import { visitorName } from "@/components/chats/visitor/visitor-name";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { TagMarks } from "@/components/tags/tag-marks";
import { OwnWords } from "@/components/ui/text/own-words";
import { RelativeTime } from "@/components/ui/text/relative-time";
import { isWaiting } from "@/lib/conversations/inbox/is-waiting";
import type { ChatSummary } from "@/lib/conversations/turns/turn";
import { languageOf } from "@/lib/language/language-of";
import { fold, foldWithOffsets } from "@/lib/language/words/fold";
import { BlockedMark } from "./blocked-mark";
import { DeskMark } from "./desk-mark";
import { openInPlace } from "./open-in-place";
import { WaitingTime } from "./waiting-time";

type ChatRowProps = {
  chat: ChatSummary;
  unread: number;
  bot: ChatBot | undefined;
  isOpen: boolean;
  /** Words of it that hold what is searched for, instead of the newest. */
  snippet: string | undefined;
  search: string;
  href: string;
  /** Whether it is chosen; undefined while nothing is being chosen. */
  chosen: boolean | undefined;
  choose: (id: string) => void;
};

/** A chat of the list: who asks, what they said last, who has it, and whether it needs this member. */
export function ChatRow({ chat, unread, bot, isOpen, snippet, search, href, chosen, choose }: ChatRowProps) {
  const words = useDashboardCatalog().chats;
  const { lastTurn, desk } = chat;
  const name = visitorName(chat);
  const text = snippet ?? (chat.lastAsked || lastTurn.text);
  const row = (
    <Link
      href={href}
      prefetch={false}
      onClick={openInPlace}
      data-chat={chat.id}
      aria-current={isOpen ? "page" : undefined}
      className={`block min-w-0 flex-1 border-b border-line px-4 py-3 -outline-offset-2 transition-colors ${chosen === undefined ? "xl:px-6" : "pl-1 xl:pr-6"} ${isOpen ? "bg-accent-soft" : "hover:bg-surface-2"}`}
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
          lang={languageOf(text)}
          className={`truncate ${unread > 0 ? "font-medium" : "text-ink-soft"}`}
        >
          <Marked text={text} search={search} />
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
        {chat.isBlocked && <BlockedMark />}
        {isWaiting(chat) ? <WaitingTime wantedAt={desk.at} /> : <DeskMark desk={desk} />}
        {lastTurn.state === "failed" ? (
          <span className="shrink-0 rounded-full bg-bad-soft px-2 text-ink">{words.transcript.failed}</span>
        ) : (
          lastTurn.answered === false &&
          desk.state !== "closed" &&
          desk.state !== "snoozed" && (
            <span className="shrink-0 rounded-full bg-warn-soft px-2 text-ink">
              {words.transcript.unanswered}
            </span>
          )
        )}
      </span>
      {chat.tags.names.length > 0 && (
        <span className="mt-1 block">
          <TagMarks names={chat.tags.names} />
        </span>
      )}
    </Link>
  );
  return (
    <div className={`flex ${chosen ? "bg-accent-soft" : ""}`}>
      {chosen !== undefined && (
        <label className="flex shrink-0 cursor-pointer items-center border-b border-line pr-2 pl-4 pointer-coarse:pr-3 xl:pl-6">
          <input
            type="checkbox"
            checked={chosen}
            onChange={() => choose(chat.id)}
            aria-label={words.selection.choose(name ?? words.list.visitorNumber(visitorLabel(chat.chatId)))}
            className="size-4 accent-accent pointer-coarse:size-5"
          />
        </label>
      )}
      {row}
    </div>
  );
}

/** A text with what is searched for marked, in whatever form it stands there. */
function Marked({ text, search }: { text: string; search: string }) {
  const wanted = fold(search).trim();
  if (wanted === "") return text;
  const folded = foldWithOffsets(text);
  const at = folded.text.indexOf(wanted);
  if (at < 0) return text;
  const [from = 0, to = text.length] = [folded.offsets[at], folded.offsets[at + wanted.length]];
  return (
    <>
      {text.slice(0, from)}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to)}
    </>
  );
}
