import { Prisma } from "@/lib/db/generated/client";
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

/** The same of row `c` of conversations, as SQL. */
export function chatsSql(query: ChatQuery, viewer: ChatViewer): Prisma.Sql {
  const { bot, site, rating, tag, from, to } = query;
  const at = (day: string, later = 0) => new Date(dayStart(day, viewer.timeZone, later));
  const parts = [
    viewSql(query.view, viewer.userId),
    bot !== undefined && Prisma.sql`c.bot_id = ${bot}::uuid`,
    site !== undefined && Prisma.sql`c.domain = ${site}`,
    rating !== undefined && (rating === "up" ? Prisma.sql`c.rated_up` : Prisma.sql`c.rated_down`),
    tag !== undefined && Prisma.sql`c.tags @> ARRAY[${tag}]::text[] AND c.tagged_at IS NOT NULL`,
    from !== undefined && Prisma.sql`c.last_activity_at >= ${at(from)}`,
    to !== undefined && Prisma.sql`c.last_activity_at < ${at(to, 1)}`,
  ];
  return Prisma.join(
    parts.filter((part) => part !== false),
    " AND ",
  );
}

function viewSql(view: ChatView, userId: string): Prisma.Sql {
  switch (view) {
    case "all":
      return Prisma.sql`true`;
    case "mine":
      return Prisma.sql`c.state = 'taken' AND c.assignee_id = ${userId}::uuid`;
    case "unassigned":
      return Prisma.sql`c.state <> 'closed' AND c.state <> 'snoozed' AND c.assignee_id IS NULL`;
    case "unanswered":
      return Prisma.sql`c.unanswered AND c.state <> 'closed' AND c.state <> 'snoozed'`;
    default:
      return Prisma.sql`c.state = ${Prisma.raw(`'${view}'`)}`;
  }
}

function whereView(view: ChatView, userId: string): ConversationWhereInput {
  switch (view) {
    case "all":
      return {};
    case "mine":
      return { state: "taken", assigneeId: userId };
    case "unassigned":
      return { ...open, assigneeId: null };
    case "unanswered":
      return unansweredChats;
    default:
      return { state: view };
  }
}

/** The first alone is what the index of unanswered chats says too. */
const open = { state: { not: "closed" }, NOT: { state: "snoozed" } } as const;

/** Chats whose newest words nobody answered, closed and snoozed ones aside. */
export const unansweredChats: ConversationWhereInput = { ...open, unanswered: true };
