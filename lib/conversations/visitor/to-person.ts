import { listFaces } from "@/lib/accounts/picture/list-faces";
import type { Ctx } from "@/lib/context";
import type { Person } from "@/lib/contract/person";
import type { ChatDesk } from "@/lib/conversations/turns/turn";

/** What a visitor reads of who has their chat; undefined where nobody does. */
export async function toPerson(
  ctx: Pick<Ctx, "db">,
  { assignee }: Pick<ChatDesk, "assignee">,
): Promise<Person | undefined> {
  if (!assignee) return undefined;
  const { id, name } = assignee;
  return personNamed(name, (await listFaces(ctx, [id])).get(id));
}

/** As visitors see a member of staff. */
export function personNamed(name: string, face = ""): Person {
  return { name, avatar_url: face };
}

/** Which members wrote them. */
export function listAuthors(rows: readonly { author: string; authorId: string | null }[]): string[] {
  return rows.flatMap(({ author, authorId }) => (author === "agent" && authorId !== null ? [authorId] : []));
}
