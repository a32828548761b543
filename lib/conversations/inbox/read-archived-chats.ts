import type { Ctx } from "@/lib/context";
import { toTurn } from "@/lib/conversations/turns/archived-turn";
import type { ChatSummary } from "@/lib/conversations/turns/turn";
import { toChatSummary, withVisitor } from "./to-chat-summary";

/** Where a page of the list begins: after this chat, in the order of newest activity first. */
export type ChatCursor = { lastActivityAt: number; id: string };

/** A team's chats as the archive has them, newest activity first. */
export async function readArchivedChats(
  { db }: Pick<Ctx, "db">,
  teamId: string,
  { limit, before, botId, ids }: { limit: number; before?: ChatCursor; botId?: string; ids?: string[] },
): Promise<ChatSummary[]> {
  const rows = await db.conversation.findMany({
    where: {
      teamId,
      bot: { deletedAt: null },
      ...(botId ? { botId } : {}),
      ...(ids ? { id: { in: ids } } : {}),
      ...(before ? olderThan(before) : {}),
    },
    orderBy: [{ lastActivityAt: "desc" }, { id: "desc" }],
    take: limit,
    include: { ...withVisitor, messages: { orderBy: { id: "desc" }, take: 1 } },
  });
  return rows.flatMap((row) => {
    const last = row.messages[0];
    return last ? { ...toChatSummary(row, toTurn(last)), lastActivityAt: row.lastActivityAt.getTime() } : [];
  });
}

function olderThan({ lastActivityAt, id }: ChatCursor) {
  const at = new Date(lastActivityAt);
  return { OR: [{ lastActivityAt: { lt: at } }, { lastActivityAt: at, id: { lt: id } }] };
}
