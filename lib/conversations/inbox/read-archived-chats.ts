import type { Ctx } from "@/lib/context";
import { toTurn } from "@/lib/conversations/turns/archived-turn";
import type { ChatSummary } from "@/lib/conversations/turns/turn";
import type { ConversationOrderByWithRelationInput, ConversationWhereInput } from "@/lib/db/generated/models";
import type { ChatQuery } from "./query/chat-query";
import { type ChatPlace, isByReturn } from "./query/list-order";
import { lastSaid, toChatSummary, withVisitor } from "./to-chat-summary";

type ArchiveInput = {
  limit: number;
  /** Whose order the list has; of all chats without one. */
  query?: Pick<ChatQuery, "view"> | undefined;
  /** The list begins after this place of its order. */
  after?: ChatPlace | undefined;
  ids?: string[];
  where?: ConversationWhereInput;
};

/** A team's chats as the archive has them, in the order of a query's list. */
export async function readArchivedChats(
  { db }: Pick<Ctx, "db">,
  teamId: string,
  { limit, query = { view: "all" }, after, ids, where = {} }: ArchiveInput,
): Promise<ChatSummary[]> {
  const { follows, orderBy } = isByReturn(query) ? byReturn : byActivity;
  const rows = await db.conversation.findMany({
    where: {
      teamId,
      bot: { deletedAt: null },
      AND: [where, ids ? { id: { in: ids } } : {}, after ? follows(after) : {}],
    },
    orderBy,
    take: limit,
    include: { ...withVisitor, messages: lastSaid },
  });
  return rows.flatMap((row) => {
    const last = row.messages[0];
    return last ? { ...toChatSummary(row, toTurn(last)), lastActivityAt: row.lastActivityAt.getTime() } : [];
  });
}

type Order = {
  /** What comes after a place. The first part alone tells the index where to begin. */
  follows: (place: ChatPlace) => ConversationWhereInput;
  orderBy: ConversationOrderByWithRelationInput[];
};

const byActivity: Order = {
  follows: ({ at, id }) => {
    const time = new Date(at);
    return { lastActivityAt: { lte: time }, OR: [{ lastActivityAt: { lt: time } }, { id: { lt: id } }] };
  },
  orderBy: [{ lastActivityAt: "desc" }, { id: "desc" }],
};

const byReturn: Order = {
  follows: ({ at, id }) => {
    const time = new Date(at);
    return { snoozedUntil: { gte: time }, OR: [{ snoozedUntil: { gt: time } }, { id: { gt: id } }] };
  },
  orderBy: [{ snoozedUntil: "asc" }, { id: "asc" }],
};
