import { listFaces } from "@/lib/accounts/picture/list-faces";
import type { Ctx } from "@/lib/context";
import type { Person } from "@/lib/contract/person";
import { toTurn } from "@/lib/conversations/turns/archived-turn";
import type { Turn } from "@/lib/conversations/turns/turn";
import { listAuthors, personNamed } from "./to-person";

export type PersonTurn = Turn & { person: Person };

const most = 50;

/** What members wrote to a chat after one of its turns, oldest first, at most 50. */
export async function listPersonTurns(
  ctx: Pick<Ctx, "db">,
  conversationId: string,
  since: string,
): Promise<PersonTurn[]> {
  const rows = await ctx.db.message.findMany({
    where: { conversationId, author: "agent", kind: "message", id: { gt: since } },
    orderBy: { id: "asc" },
    take: most,
  });
  const faces = await listFaces(ctx, listAuthors(rows));
  return rows.map((row) => ({
    ...toTurn(row),
    person: personNamed(row.authorName, faces.get(row.authorId ?? "")),
  }));
}
