import type { Ctx } from "@/lib/context";
import type { ChatSummary } from "./turn";

/** Where a page of the list begins: after this chat, in the order of newest activity first. */
export type ChatCursor = { lastActivityAt: number; id: string };

/** A team's chats as the archive has them, newest activity first. */
export async function readArchivedChats(
  { db }: Pick<Ctx, "db">,
  teamId: string,
  { limit, before, botId }: { limit: number; before?: ChatCursor; botId?: string },
): Promise<ChatSummary[]> {
  const rows = await db.conversation.findMany({
    where: {
      teamId,
      bot: { deletedAt: null },
      ...(botId ? { botId } : {}),
      ...(before ? olderThan(before) : {}),
    },
    orderBy: [{ lastActivityAt: "desc" }, { id: "desc" }],
    take: limit,
    include: { messages: { orderBy: { id: "desc" }, take: 1 } },
  });
  return rows.flatMap((row) => {
    const last = row.messages[0];
    if (!last) return [];
    return {
      id: row.id,
      botId: row.botId,
      chatId: row.chatId,
      domain: row.domain,
      startedAt: row.createdAt.getTime(),
      lastActivityAt: row.lastActivityAt.getTime(),
      lastTurn: { author: last.author, text: last.bubbles[0] ?? "", answered: last.answered },
      visitorTurns: row.visitorTurns,
    };
  });
}

function olderThan({ lastActivityAt, id }: ChatCursor) {
  const at = new Date(lastActivityAt);
  return { OR: [{ lastActivityAt: { lt: at } }, { lastActivityAt: at, id: { lt: id } }] };
}
