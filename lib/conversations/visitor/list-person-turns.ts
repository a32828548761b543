import type { Ctx } from "@/lib/context";
import { toTurn } from "@/lib/conversations/turns/archived-turn";
import type { Turn } from "@/lib/conversations/turns/turn";

const most = 50;

/** What members wrote to a chat after one of its turns, oldest first, at most 50. */
export async function listPersonTurns(
  { db }: Pick<Ctx, "db">,
  conversationId: string,
  since: string,
): Promise<Turn[]> {
  const rows = await db.message.findMany({
    where: { conversationId, author: "agent", kind: "message", id: { gt: since } },
    orderBy: { id: "asc" },
    take: most,
  });
  return rows.map(toTurn);
}
