import type { Ctx } from "@/lib/context";

/** Where each of these people's pictures is, by their id: a path on this server. Who has none is not in it. */
export async function listFaces(
  { db }: Pick<Ctx, "db">,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await db.userPicture.findMany({
    where: { userId: { in: [...new Set(userIds)] } },
    select: { id: true, userId: true },
  });
  return new Map(rows.map(({ id, userId }) => [userId, `/api/faces/${id}`]));
}
