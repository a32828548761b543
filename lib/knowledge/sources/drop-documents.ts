import { z } from "zod";
import type { Prisma } from "@/lib/db/generated/client";
import { documentsOfSource } from "./document-of-part";

export type DocumentsOf = {
  teamId: string;
  botId: string;
  sourceId: string;
  /** Of one of its pages only. */
  pageId?: string;
};

/**
 * Moves the documents of a source to the bin, inside `changeKnowledge`, because their source has them no more: they
 * come back by themselves when it has them again, unlike those that somebody deleted.
 */
export async function dropDocuments(
  tx: Prisma.TransactionClient,
  { teamId, botId, sourceId, pageId = "" }: DocumentsOf,
): Promise<number> {
  return tx.$executeRaw`
    UPDATE documents SET deleted_at = now(), source = source || '{"isDropped": true}'
    WHERE team_id = ${teamId}::uuid AND bot_id = ${botId}::uuid AND deleted_at IS NULL
      AND external_id LIKE ${`${documentsOfSource(sourceId)}%`}
      AND (${pageId} = '' OR source->>'pageId' = ${pageId})`;
}

const dropped = z.object({ isDropped: z.literal(true) });

/** Whether a document in the bin is there because its source had it no more. */
export function isDropped(source: unknown): boolean {
  return dropped.safeParse(source).success;
}
