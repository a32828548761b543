import type { Ctx } from "@/lib/context";
import { isId } from "@/lib/id-input";

/** The JPEG of somebody's picture, for whoever has its address; null when it is nobody's, or no longer. */
export async function readPicture(
  { db }: Pick<Ctx, "db">,
  id: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!isId(id)) return null;
  const found = await db.userPicture.findUnique({ where: { id }, select: { content: true } });
  return found && new Uint8Array(found.content);
}
