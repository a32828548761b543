import type { Ctx } from "@/lib/context";
import { toTurn } from "@/lib/conversations/turns/archived-turn";
import type { ChatSummary } from "@/lib/conversations/turns/turn";
import type { ConversationWhereInput } from "@/lib/db/generated/models";
import { lastSaid, toChatSummary, withVisitor } from "./to-chat-summary";

/** Where a page of the list begins: after this chat, in the order of newest activity first. */
export type ChatCursor = { lastActivityAt: number; id: string };

type ArchiveInput = {
  limit: number;
  before?: ChatCursor | undefined;
  ids?: string[];
  where?: ConversationWhereInput;
};

/** A team's chats as the archive has them, newest activity first. */
export async function readArchivedChats(
  { db }: Pick<Ctx, "db">,
  teamId: string,
  { limit, before, ids, where = {} }: ArchiveInput,
): Promise<ChatSummary[]> {
  const rows = await db.conversation.findMany({
    where: {
      teamId,
      bot: { deletedAt: null },
      AND: [where, ids ? { id: { in: ids } } : {}, before ? olderThan(before) : {}],
    },
    orderBy: [{ lastActivityAt: "desc" }, { id: "desc" }],
    take: limit,
    include: { ...withVisitor, messages: lastSaid },
  });
  return rows.flatMap((row) => {
    const last = row.messages[0];
    return last ? { ...toChatSummary(row, toTurn(last)), lastActivityAt: row.lastActivityAt.getTime() } : [];
  });
}

/** What comes after a chat in the order of the list. */
function olderThan({ lastActivityAt, id }: ChatCursor): ConversationWhereInput {
  const at = new Date(lastActivityAt);
  // The first alone tells the index where to begin.
  return { lastActivityAt: { lte: at }, OR: [{ lastActivityAt: { lt: at } }, { id: { lt: id } }] };
}
