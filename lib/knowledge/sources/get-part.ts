import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import type { PartInput } from "./source-input";
import { textMark } from "./text-mark";

/** What is corrected of a source: one part with its whole text, and what tells it from the one after a change. */
export type PartDetail = { ordinal: number; title: string; text: string; mark: string };

/** Null where there is no such part of a source of the actor's team that waits to be published. */
export async function getPart(
  { actor, db }: ActorCtx,
  { botId, sourceId, ordinal }: PartInput,
): Promise<PartDetail | null> {
  requirePermission(actor, "knowledge.write");
  if (!isId(botId) || !isId(sourceId)) return null;
  const source = { botId, state: "read" as const, bot: { deletedAt: null } };
  const part = await db.sourcePart.findFirst({
    where: { sourceId, ordinal, teamId: actor.teamId, source },
    select: { title: true, content: true },
  });
  return part && { ordinal, title: part.title, text: part.content, mark: textMark(part.content) };
}
