import { z } from "zod";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { countCodePoints } from "@/lib/language/clean-text";
import type { DocumentIdInput } from "./document-input";

export type DocumentDetail = {
  id: string;
  botId: string;
  title: string;
  content: string;
  /** Of the version that answers; grows by one with each edit. */
  number: number;
  characterCount: number;
  passageCount: number;
  /** The file, or the page of the web, that it was read from; null for what was written here. */
  file: { sourceId: string; name: string; pageId?: string } | null;
  tags: string[];
  /** It is kept, but answers nothing. */
  isOff: boolean;
  vectorModel: string | null;
  vectorFault: string | null;
  authorName: string;
  updatedAt: Date;
};

const fileSchema = z
  .object({ sourceId: z.string(), name: z.string(), pageId: z.string().optional() })
  .nullable();

/** A document as it answers now; null when there is none, it or its bot is another team's, or one was deleted. */
export async function getDocument(
  ctx: ActorCtx,
  { botId, documentId }: DocumentIdInput,
): Promise<DocumentDetail | null> {
  requirePermission(ctx.actor, "knowledge.read");
  if (!isId(botId) || !isId(documentId)) return null;
  const document = await ctx.db.document.findFirst({
    where: { id: documentId, teamId: ctx.actor.teamId, botId, deletedAt: null, bot: { deletedAt: null } },
    select: {
      ...{ source: true, tags: true, offAt: true },
      publishedVersion: {
        select: {
          title: true,
          content: true,
          number: true,
          authorName: true,
          createdAt: true,
          vectorModel: true,
          vectorFault: true,
          _count: { select: { passages: true } },
        },
      },
    },
  });
  const version = document?.publishedVersion;
  if (!version) return null;
  const {
    title,
    content,
    number,
    authorName,
    createdAt: updatedAt,
    vectorModel,
    vectorFault,
    _count,
  } = version;
  const characterCount = countCodePoints(content);
  return {
    id: documentId,
    botId,
    title,
    content,
    number,
    characterCount,
    passageCount: _count.passages,
    file: fileSchema.catch(null).parse(document.source),
    tags: document.tags,
    isOff: document.offAt !== null,
    vectorModel,
    vectorFault,
    authorName,
    updatedAt,
  };
}
