import type { ConversationWhereInput } from "@/lib/db/generated/models";
import type { ChatQuery, ChatView } from "./chat-query";
import { dayStart } from "./day-start";
import type { ChatViewer } from "./is-in-query";

/** A query as the archive reads it; the same as `isInQuery` says of a chat that is known. */
export function chatsWhere(query: ChatQuery, viewer: ChatViewer): ConversationWhereInput {
  const { bot, site, rating, tag, from, to } = query;
  return {
    ...whereView(query.view, viewer.userId),
    ...(bot !== undefined && { botId: bot }),
    ...(site !== undefined && { domain: site }),
    ...(rating !== undefined && (rating === "up" ? { ratedUp: true } : { ratedDown: true })),
    // The second alone tells the index where they are.
    ...(tag !== undefined && { tags: { has: tag }, taggedAt: { not: null } }),
    ...((from !== undefined || to !== undefined) && {
      lastActivityAt: {
        ...(from !== undefined && { gte: new Date(dayStart(from, viewer.timeZone)) }),
        ...(to !== undefined && { lt: new Date(dayStart(to, viewer.timeZone, 1)) }),
      },
    }),
  };
}

function whereView(view: ChatView, userId: string): ConversationWhereInput {
  switch (view) {
    case "all":
      return {};
    case "mine":
      return { state: "taken", assigneeId: userId };
    case "unassigned":
      return { state: { not: "closed" }, assigneeId: null };
    case "unanswered":
      return { state: { not: "closed" }, unanswered: true };
    default:
      return { state: view };
  }
}
