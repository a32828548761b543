import { isSeenElsewhere } from "@/components/bots/is-seen-elsewhere";
import { findReplyToken } from "@/components/chats/compose/find-reply-token";
import { chatsPath } from "@/components/chats/list/chats-path";
import { chatReducer, firstChatState, matchingChats } from "@/components/chats/state/chat-state";
import { toTel } from "@/components/chats/visitor/to-tel";
import { visitorLabel } from "@/components/chats/visitor/visitor-label";
import { fileFault } from "@/components/knowledge/files/file-fault";
import { FeedLog, isBefore } from "@/components/live/feed-log";
import { parseEvents } from "@/components/live/parse-events";
import { parseTheme } from "@/components/shell/preferences/theme";
import { initials } from "@/components/ui/avatar/initials";
import { readableInk } from "@/components/ui/avatar/readable-ink";
import { languageOfValue } from "@/components/ui/field/language-of-value";
import { parseColor } from "@/components/ui/field/parse-color";
import { signInAgainPath } from "@/components/ui/form/session-over";
import { splitByScript } from "@/components/ui/text/split-by-script";
import { readChatQuery } from "@/lib/conversations/inbox/query/chat-query";
import type { ChatSummary, Turn } from "@/lib/conversations/turns/turn";
import type { CaseTable } from "./case-table";

const query = readChatQuery(() => null);
/** UTF-16 units that come from the network at once. */
const piece = 500;

/** What reads on a page, for members, what visitors and colleagues sent. */
export const pageCases: CaseTable = {
  "components/bots/is-seen-elsewhere.ts": {
    isSeenElsewhere: (text) => isSeenElsewhere({ widgetLastDomain: text }, "https://chat.example"),
  },
  "components/chats/compose/find-reply-token.ts": {
    findReplyToken: (text) => [findReplyToken(text, text.length), findReplyToken(`/${text}`, text.length)],
  },
  "components/chats/list/chats-path.ts": { chatsPath: (text) => chatsPath(text, query, text) },
  "components/chats/state/chat-state.ts": {
    chatReducer: (text) => withText(text),
    matchingChats: (text) => matchingChats(withText(text), { query, search: text, found: new Set() }),
  },
  "components/chats/visitor/to-tel.ts": { toTel },
  "components/chats/visitor/visitor-label.ts": { visitorLabel },
  "components/knowledge/files/file-fault.ts": { fileFault: (text) => fileFault("en", text) },
  "components/live/feed-log.ts": {
    FeedLog: (text) => {
      const log = new FeedLog(text);
      return [log.add({ id: text, data: text }), log.add({ id: "1-1", data: text }), log.after(text)];
    },
    isBefore: (text) => isBefore(text, `1-${text}`),
  },
  "components/live/parse-events.ts": {
    parseEvents: (text) => {
      const take = parseEvents(() => {});
      for (const sent of [`data: ${text}\n\n`, text, `${text}\n\n`])
        for (let at = 0; at < sent.length; at += piece) take(sent.slice(at, at + piece));
    },
  },
  "components/shell/preferences/theme.ts": { parseTheme },
  "components/ui/field/language-of-value.ts": { languageOfValue: (text) => languageOfValue({ value: text }) },
  "components/ui/field/parse-color.ts": { parseColor: (text) => [parseColor(text), parseColor(`#${text}`)] },
  "components/ui/form/session-over.ts": { signInAgainPath },
  "components/ui/avatar/initials.ts": { initials },
  "components/ui/avatar/readable-ink.ts": { readableInk },
  "components/ui/text/split-by-script.ts": { splitByScript },
};

/** The chats of a screen after an event of one whose every text is the one given. */
function withText(text: string) {
  const none = { chats: [], waiting: [], reads: {}, hasOlder: false };
  const viewer = { userId: text, timeZone: "UTC" };
  const first = firstChatState(none, null, {
    query,
    viewer,
    counts: { all: 0, waiting: 0, mine: 0, unassigned: 0, unanswered: 0, snoozed: 0, bot: 0, closed: 0 },
  });
  const event = { type: "turn", chat: chatOf(text), turn: turnOf(text) } as const;
  return chatReducer(chatReducer(first, { type: "event", event }), { type: "event", event });
}

function chatOf(text: string): ChatSummary {
  return {
    ...{ id: text, botId: text, chatId: text, domain: text, lastAsked: text, visitorTurns: 1 },
    ...{ startedAt: 1, lastActivityAt: 1, ratings: [], tags: { names: [text], at: 1 } },
    lastTurn: { author: "visitor", text, answered: null, state: "complete" },
    visitor: { name: text, email: text },
    desk: { state: "waiting", at: 1, assignee: null },
  };
}

function turnOf(text: string): Turn {
  return {
    ...{ id: text, conversationId: text, author: "visitor", authorName: text, state: "complete", at: 1 },
    ...{ replyTo: text, bubbles: [text], sources: [], answered: null, confidence: null },
  };
}
