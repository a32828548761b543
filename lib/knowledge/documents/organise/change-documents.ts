import { z } from "zod";
import { binStart } from "@/lib/bin/bin-days";
import { requireBot } from "@/lib/bots/require-bot";
import type { Prisma } from "@/lib/db/generated/client";
import { requireRow } from "@/lib/db/require-row";
import { AppError } from "@/lib/errors";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { changeKnowledge } from "@/lib/knowledge/documents/change-knowledge";
import { documentLimits } from "@/lib/knowledge/documents/document-limits";
import { requireRoomForDocument } from "@/lib/knowledge/documents/require-room-for-document";
import { tagName } from "@/lib/language/tag-name";
import { fold } from "@/lib/language/words/fold";
import { holdTeam } from "@/lib/teams/hold-team";
import { readDocumentQuery } from "./document-query";
import { findDocuments } from "./find-documents";
import { readBotTags } from "./read-bot-tags";

/** Of a document. */
const maxDocumentTags = 20;
/** Different ones of a bot's documents. */
const maxBotTags = 200;

const most = documentLimits.documentsInBot;

const chosenDocuments = z
  .string()
  .max(most * 37)
  .transform((text) => [...new Set(text.split(",").filter(Boolean))])
  .refine((ids) => ids.length <= most && ids.every(isId));

export const changeDocumentsInput = z.strictObject({
  botId: z.string("required"),
  /** Ids with commas between them. */
  documentIds: chosenDocuments.default([]),
  /** Instead of ids: all that the list's address wants, such as `kind=file&tag=門市`; empty for all of the bot. */
  matching: z.string().max(2_000).optional(),
  change: z.enum(["tag", "untag", "on", "off", "delete", "restore"]),
  /** Of `tag` and `untag`. */
  tag: tagName.optional(),
});
export type ChangeDocumentsInput = z.output<typeof changeDocumentsInput>;
type Change = ChangeDocumentsInput["change"];

/**
 * Does something with many documents of a bot at once: gives them a tag or takes it off, turns them off (they are kept,
 * but answer nothing) or on, moves them to the bin or back. Gives the ids of those that it changed. A tag that the bot
 * has already, whatever its case, width and Han form, stays as it is spelt there. Throws AppError `not_found` where
 * none of them is there, `invalid_input` for a tag that lacks, `limit_exceeded` past 20 tags of one document
 * (`too_many_document_tags`), 200 different ones of the bot (`too_many_bot_tags`), or where there is no room for all
 * that come back (`too_many_documents`).
 */
export async function changeDocuments(
  ctx: ActorCtx,
  { botId, documentIds, matching, change, tag }: ChangeDocumentsInput,
): Promise<{ changed: string[] }> {
  requirePermission(ctx.actor, "knowledge.write");
  await requireBot(ctx, botId);
  const ids = matching === undefined ? documentIds : await idsOf(ctx, botId, matching);
  const of: Chosen = { teamId: ctx.actor.teamId, botId, ids };
  const work = async (tx: Prisma.TransactionClient) => {
    await requireAny(tx, of, change);
    const { changed, detail } = await changes[change](tx, of, tag);
    if (changed.length > 0)
      await writeAudit(tx, ctx.actor, {
        action: `documents.${change}`,
        ...(changed.length === 1 && { targetId: changed[0] }),
        detail: { botId, documentIds: changed, ...detail },
      });
    return { changed };
  };
  // Tags are nothing that answers depend on.
  return change === "tag" || change === "untag"
    ? ctx.db.$transaction(work)
    : changeKnowledge(ctx, botId, work);
}

type Chosen = { teamId: string; botId: string; ids: string[] };
type Outcome = { changed: string[]; detail?: Prisma.InputJsonObject };
type Run = (tx: Prisma.TransactionClient, of: Chosen, tag: string | undefined) => Promise<Outcome>;

const changes: Record<Change, Run> = {
  tag: addTag,
  untag: removeTag,
  on: async (tx, of) => update(tx, whereOf(of, { offAt: { not: null } }), { offAt: null }),
  off: async (tx, of) => update(tx, whereOf(of, { offAt: null }), { offAt: new Date() }),
  delete: async (tx, of) => update(tx, whereOf(of), { deletedAt: new Date() }),
  restore: restoreAll,
};

async function idsOf(ctx: ActorCtx, botId: string, matching: string): Promise<string[]> {
  const address = new URLSearchParams(matching);
  const found = await findDocuments(
    ctx,
    botId,
    readDocumentQuery((name) => address.get(name)),
  );
  return found.map(({ id }) => id);
}

function whereOf(
  { teamId, botId, ids }: Chosen,
  more: Prisma.DocumentWhereInput = {},
): Prisma.DocumentWhereInput {
  return { teamId, botId, id: { in: ids }, deletedAt: null, ...more };
}

async function requireAny(tx: Prisma.TransactionClient, of: Chosen, change: Change): Promise<void> {
  const where = whereOf(of, change === "restore" ? { deletedAt: { gt: binStart() } } : {});
  requireRow(await tx.document.findFirst({ where, select: { id: true } }), "no such documents in the bot");
}

async function update(
  tx: Prisma.TransactionClient,
  where: Prisma.DocumentWhereInput,
  data: Prisma.DocumentUpdateManyMutationInput,
): Promise<Outcome> {
  const rows = await tx.document.updateManyAndReturn({ where, data, select: { id: true } });
  return { changed: rows.map(({ id }) => id) };
}

async function restoreAll(tx: Prisma.TransactionClient, of: Chosen): Promise<Outcome> {
  const where = whereOf(of, { deletedAt: { gt: binStart() } });
  await requireRoomForDocument(tx, of.teamId, of.botId, await tx.document.count({ where }));
  const outcome = await update(tx, where, { deletedAt: null });
  // From now on they are deleted only when somebody deletes them.
  await tx.$executeRaw`
    UPDATE documents SET source = source - 'isDropped'
    WHERE id = ANY (${outcome.changed}::uuid[]) AND team_id = ${of.teamId}::uuid AND source IS NOT NULL`;
  return outcome;
}

async function addTag(
  tx: Prisma.TransactionClient,
  { teamId, botId, ids }: Chosen,
  tag: string | undefined,
): Promise<Outcome> {
  const wanted = requireTag(tag);
  // Of two who bring in a tag at once the second finds the first one's spelling.
  await holdTeam(tx, teamId);
  const known = await readBotTags(tx, { teamId, botId });
  const name = known.find((each) => fold(each) === fold(wanted)) ?? wanted;
  if (!known.includes(name) && known.length >= maxBotTags)
    throw new AppError("limit_exceeded", "the bot's documents have as many tags as they may", {
      reason: "too_many_bot_tags",
    });
  const rows = await tx.$queryRaw<{ id: string; count: number }[]>`
    UPDATE documents SET tags = array_append(tags, ${name})
    WHERE team_id = ${teamId}::uuid AND bot_id = ${botId}::uuid AND deleted_at IS NULL
      AND id = ANY (${ids}::uuid[]) AND NOT tags @> ARRAY[${name}]
    RETURNING id::text AS id, cardinality(tags) AS count`;
  if (rows.some(({ count }) => count > maxDocumentTags))
    throw new AppError("limit_exceeded", "a document has as many tags as it may", {
      reason: "too_many_document_tags",
    });
  return { changed: rows.map(({ id }) => id), detail: { tag: name } };
}

async function removeTag(
  tx: Prisma.TransactionClient,
  { teamId, botId, ids }: Chosen,
  tag: string | undefined,
): Promise<Outcome> {
  const name = requireTag(tag);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE documents SET tags = array_remove(tags, ${name})
    WHERE team_id = ${teamId}::uuid AND bot_id = ${botId}::uuid AND deleted_at IS NULL
      AND id = ANY (${ids}::uuid[]) AND tags @> ARRAY[${name}]
    RETURNING id::text AS id`;
  return { changed: rows.map(({ id }) => id), detail: { tag: name } };
}

function requireTag(tag: string | undefined): string {
  if (tag === undefined)
    throw new AppError("invalid_input", "a tag is needed", { fields: { tag: { fault: "required" } } });
  return tag;
}
