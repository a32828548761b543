import { z } from "zod";
import { requireBot } from "@/lib/bots/require-bot";
import { uuidv7 } from "@/lib/db/uuidv7";
import { idInput } from "@/lib/id-input";
import type { Actor, ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { changeKnowledge } from "./change-knowledge";
import { documentFields } from "./document-input";
import { requireRoomForDocument } from "./require-room-for-document";
import { prepareVersion } from "./versions/prepare-version";
import { publishVersion } from "./versions/publish-version";

export const createDocumentInput = z.strictObject({
  botId: z.string("required"),
  ...documentFields,
  /** The id it will have: the same once more is the same document, not another. */
  documentId: idInput.optional(),
});
export type CreateDocumentInput = z.output<typeof createDocumentInput>;

/** A new text document, answering from when this returns. Throws AppError `limit_exceeded` (`too_many_documents`). */
export async function createDocument(
  ctx: ActorCtx<Actor>,
  { botId, title, content, documentId: wishedId }: CreateDocumentInput,
): Promise<{ documentId: string; number: number }> {
  requirePermission(ctx.actor, "knowledge.write");
  await requireBot(ctx, botId);
  const prepared = await prepareVersion(title, content);
  const { teamId } = ctx.actor;
  return changeKnowledge(ctx, botId, async (tx) => {
    const known = wishedId
      ? await tx.document.findUnique({ where: { id: wishedId }, select: knownFields })
      : null;
    const version = known?.publishedVersion;
    const isSame = known?.teamId === teamId && known.botId === botId && !known.deletedAt;
    if (known && version && isSame && version.title === title && version.content === content)
      return { documentId: known.id, number: version.number };
    await requireRoomForDocument(tx, teamId, botId);
    const documentId = wishedId && !known ? wishedId : uuidv7();
    await tx.document.create({ data: { id: documentId, teamId, botId, name: title } });
    await publishVersion(tx, ctx.actor, documentId, 1, prepared);
    await writeAudit(tx, ctx.actor, {
      action: "document.create",
      targetId: documentId,
      detail: { botId, title },
    });
    return { documentId, number: 1 };
  });
}

const knownFields = {
  ...{ id: true, teamId: true, botId: true, deletedAt: true },
  publishedVersion: { select: { title: true, content: true, number: true } },
};
