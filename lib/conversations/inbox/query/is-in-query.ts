import { isUnanswered } from "@/lib/conversations/turns/is-unanswered";
import type { ChatSummary } from "@/lib/conversations/turns/turn";
import type { ChatQuery, ChatView } from "./chat-query";
import { dayStart } from "./day-start";

/** For whom a query is asked, and by whose clocks. */
export type ChatViewer = { userId: string; timeZone: string };

/** Tells whether a chat is one of those that a query wants; the same as `chatsWhere` says to the archive. */
export function isInQuery(query: ChatQuery, viewer: ChatViewer): (chat: ChatSummary) => boolean {
  const { bot, site, rating, tag, from, to } = query;
  const since = from === undefined ? -Infinity : dayStart(from, viewer.timeZone);
  const until = to === undefined ? Infinity : dayStart(to, viewer.timeZone, 1);
  return (chat) =>
    isInView(query.view, chat, viewer.userId) &&
    (bot === undefined || chat.botId === bot) &&
    (site === undefined || chat.domain === site) &&
    (rating === undefined || (chat.ratings ?? []).includes(rating)) &&
    (tag === undefined || chat.tags.names.includes(tag)) &&
    chat.lastActivityAt >= since &&
    chat.lastActivityAt < until;
}

function isInView(view: ChatView, chat: ChatSummary, userId: string): boolean {
  const { state, assignee } = chat.desk;
  const isOpen = state !== "closed" && state !== "snoozed";
  switch (view) {
    case "all":
      return true;
    case "mine":
      return state === "taken" && assignee?.id === userId;
    case "unassigned":
      return isOpen && assignee === null;
    case "unanswered":
      return isOpen && isUnanswered(chat);
    default:
      return state === view;
  }
}
