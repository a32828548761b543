import { z } from "zod";
import type { Prisma } from "@/lib/db/generated/client";
import { requireRow } from "@/lib/db/require-row";
import { AppError } from "@/lib/errors";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { documentFields } from "@/lib/knowledge/documents/document-input";
import { movePageMarks } from "@/lib/knowledge/passages/move-page-marks";
import { readPageMarks } from "@/lib/knowledge/passages/page-marks";
import { partInput } from "./source-input";
import { textMark } from "./text-mark";

export const correctPartInput = partInput.extend({
  content: documentFields.content,
  /** Of the text that was corrected, as `getPart` gave it. */
  mark: z.string("required").max(64, "invalid"),
});
export type CorrectPartInput = z.output<typeof correctPartInput>;

/**
 * Corrects what was read of a source before it is published. Pages keep their places in the text as far as they are
 * found again. Throws AppError `not_found`, and `conflict` (`part_changed`) where the source doesn't wait any more, was
 * read again, or somebody else corrected the same text.
 */
export async function correctPart(
  { actor, db }: ActorCtx,
  { botId, sourceId, ordinal, content, mark }: CorrectPartInput,
): Promise<void> {
  requirePermission(actor, "knowledge.write");
  const { teamId } = actor;
  const where = { id: sourceId, teamId, botId, bot: { deletedAt: null } };
  if (!isId(botId) || !isId(sourceId)) return void requireRow(0, "no such source");
  await db.$transaction(async (tx) => {
    // Holds the row, so that no reading or publishing begins meanwhile.
    const data = { state: "read" as const };
    const { count } = await tx.source.updateMany({ where: { ...where, state: "read" }, data });
    if (count === 0) {
      requireRow(await tx.source.count({ where }), "no such source of the bot");
      throw partChanged();
    }
    const part = await tx.sourcePart.findUnique({ where: { sourceId_ordinal: { sourceId, ordinal } } });
    // The same once more, where an answer was lost.
    if (part?.content === content) return;
    if (!part || textMark(part.content) !== mark) throw partChanged();
    const place = movePlace(part.place, part.content, content);
    await tx.sourcePart.update({
      where: { sourceId_ordinal: { sourceId, ordinal } },
      data: { content, place },
      select: { ordinal: true },
    });
  });
}

function movePlace(place: Prisma.JsonValue, before: string, after: string): Prisma.InputJsonObject {
  const { pages, ...rest } = place as Prisma.InputJsonObject;
  const moved = movePageMarks(readPageMarks(pages), before, after);
  return { ...rest, ...(moved.length > 0 && { pages: moved }) };
}

function partChanged(): AppError {
  return new AppError("conflict", "the part is not the one that was shown", { reason: "part_changed" });
}
