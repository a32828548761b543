import type { Ctx } from "@/lib/context";
import type { Prisma } from "@/lib/db/generated/client";
import type { SourceOrigin } from "@/lib/db/generated/enums";
import { uuidv7 } from "@/lib/db/uuidv7";
import { isAppError } from "@/lib/errors";
import { type Actor, type ActorCtx, systemOf } from "@/lib/identity/actor";
import { writeAudit } from "@/lib/identity/write-audit";
import type { RunJob } from "@/lib/jobs/bind-job";
import { changeKnowledge } from "@/lib/knowledge/documents/change-knowledge";
import { requireRoomForDocument } from "@/lib/knowledge/documents/require-room-for-document";
import { type PreparedVersion, prepareVersion } from "@/lib/knowledge/documents/versions/prepare-version";
import { publishVersion } from "@/lib/knowledge/documents/versions/publish-version";
import { documentOfPart, documentsOfSource } from "./document-of-part";
import { type DocumentsOf, dropDocuments, isDropped } from "./drop-documents";
import type { SourceJobInput } from "./source-jobs";

/** Documents, and UTF-16 units of them, that appear in one transaction. */
const atOnce = { documents: 20, characters: 400_000 };

type Source = {
  id: string;
  teamId: string;
  botId: string;
  name: string;
  authorName: string;
  round: number;
  replacesId: string | null;
  origin: SourceOrigin;
};
type Part = {
  ordinal: number;
  key: string;
  title: string;
  content: string;
  place: Prisma.JsonValue;
  isWanted: boolean;
  page: { id: string; address: string } | null;
};

/**
 * Runs `publishSourceJob`: the parts of a source become documents that answer, some at a time; the rest goes on where a
 * killed process stopped. Where it is a new state of a file or of a page, the documents of the same parts get new
 * versions, and those that have no part any more go to the bin. A document that somebody deleted stays there, and one
 * that is purged isn't made again, unless it is wanted back. Parts of pages that nobody decided on wait on. Where a bot
 * has too many documents, what is left waits with that fault.
 */
export const publishParts: RunJob<SourceJobInput> = async (ctx, { sourceId }, { signal }) => {
  const source = await ctx.db.source.findFirst({
    where: { id: sourceId, state: "indexing", bot: { deletedAt: null } },
    select: {
      id: true,
      teamId: true,
      botId: true,
      name: true,
      authorName: true,
      round: true,
      replacesId: true,
      origin: true,
      progressDone: true,
    },
  });
  if (!source) return undefined;
  let done = source.progressDone ?? 0;
  const total = done + (await ctx.db.sourcePart.count({ where: toPublish(source) }));
  const actorCtx = { ...ctx, actor: systemOf(source.teamId) };
  try {
    while (!signal.aborted) {
      const parts = await nextParts(ctx, source);
      if (parts.length === 0) break;
      done += parts.length;
      if (!(await publishSome(actorCtx, source, parts, { done, total }))) return undefined;
    }
  } catch (error) {
    if (!isAppError(error) || !isFull(error.reason)) throw error;
    const data = { state: "read" as const, fault: error.reason, progressDone: null, progressTotal: null };
    await ctx.db.source.updateMany({ where: { id: sourceId, state: "indexing" }, data });
    return undefined;
  }
  if (signal.aborted) return undefined;
  await end(actorCtx, source);
  return undefined;
};

/** Why there is no room for more, which is what the source says then: whoever publishes again goes on there. */
const fullReasons: readonly unknown[] = [
  "too_many_documents",
  "plan_over",
  "plan_documents",
  "plan_characters",
];

function isFull(reason: unknown): boolean {
  return fullReasons.includes(reason);
}

async function end(ctx: ActorCtx<Actor>, source: Source): Promise<void> {
  const { id, teamId, botId, round, replacesId } = source;
  const where = { id, round, state: "indexing" as const };
  const finish = async (tx: Prisma.TransactionClient) => {
    const waiting = await tx.sourcePart.count({ where: { sourceId: id } });
    const state = waiting > 0 ? ("read" as const) : ("ready" as const);
    const data = { state, fault: null, publishedAt: new Date(), progressDone: null, progressTotal: null };
    return (await tx.source.updateMany({ where, data })).count > 0;
  };
  if (source.origin === "file" && replacesId === null) return void (await finish(ctx.db));
  await changeKnowledge(ctx, botId, async (tx) => {
    if (!(await finish(tx))) return;
    if (replacesId !== null) await dropDocuments(tx, { teamId, botId, sourceId: replacesId });
    if (source.origin !== "file") await dropPiecesOfPages(tx, { teamId, botId, sourceId: id });
  });
}

/** What a page that became shorter has no part for any more. */
async function dropPiecesOfPages(tx: Prisma.TransactionClient, { teamId, botId, sourceId }: DocumentsOf) {
  await tx.$executeRaw`
    UPDATE documents d SET deleted_at = now(), source = d.source || '{"isDropped": true}'
    FROM source_pages p
    WHERE p.team_id = ${teamId}::uuid AND p.source_id = ${sourceId}::uuid AND p.choice = 'taken'
      AND d.team_id = p.team_id AND d.bot_id = ${botId}::uuid AND d.deleted_at IS NULL
      AND d.external_id LIKE ${`${documentsOfSource(sourceId)}%`} AND d.source->>'pageId' = p.id::text
      AND NOT split_part(d.external_id, ':', 3) = ANY (p.part_keys)`;
}

function toPublish({ id }: Pick<Source, "id">): Prisma.SourcePartWhereInput {
  return { sourceId: id, OR: [{ pageId: null }, { page: { choice: "taken" } }] };
}

async function nextParts({ db }: Ctx, { id }: Source): Promise<Part[]> {
  const parts = await db.sourcePart.findMany({
    where: toPublish({ id }),
    include: { page: { select: { id: true, address: true } } },
    orderBy: { ordinal: "asc" },
    take: atOnce.documents,
  });
  let length = 0;
  return parts.filter(({ content }, at) => {
    length += content.length;
    return at === 0 || length <= atOnce.characters;
  });
}

/** False where the source is gone, or is read anew, meanwhile. `progress`: once they are published. */
async function publishSome(
  ctx: ActorCtx<Actor>,
  source: Source,
  parts: readonly Part[],
  progress: { done: number; total: number },
): Promise<boolean> {
  const prepared: PreparedVersion[] = [];
  for (const { title, content } of parts) prepared.push(await prepareVersion(title, content));
  return changeKnowledge(ctx, source.botId, async (tx) => {
    const { id, round } = source;
    const data = { state: "indexing" as const };
    const { count } = await tx.source.updateMany({ where: { id, round, state: "indexing" }, data });
    if (count === 0) return false;
    const known = await knownKeys(tx, source);
    for (const [at, part] of parts.entries()) {
      const version = prepared[at];
      if (version) await publishPart(tx, ctx.actor, source, part, version, known.has(part.key));
    }
    await tx.source.update({
      where: { id },
      data: {
        knownKeys: [...new Set([...known, ...parts.map(({ key }) => key)])],
        progressDone: progress.done,
        progressTotal: progress.total,
      },
      select: { id: true },
    });
    const pages = parts.flatMap(({ page }) => (page ? [page.id] : []));
    await tx.sourcePage.updateMany({ where: { id: { in: pages } }, data: { publishedAt: new Date() } });
    const ordinals = parts.map(({ ordinal }) => ordinal);
    await tx.sourcePart.deleteMany({ where: { sourceId: id, ordinal: { in: ordinals } } });
    return true;
  });
}

/** Of everything that it, or what it replaces, ever made documents of. */
async function knownKeys(tx: Prisma.TransactionClient, { id, replacesId }: Source): Promise<Set<string>> {
  const ids = replacesId === null ? [id] : [id, replacesId];
  const found = await tx.source.findMany({ where: { id: { in: ids } }, select: { knownKeys: true } });
  return new Set(found.flatMap((one) => one.knownKeys));
}

async function publishPart(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { id: sourceId, teamId, botId, name, authorName, replacesId, origin }: Source,
  { key, place, isWanted, page }: Part,
  version: PreparedVersion,
  isKnown: boolean,
): Promise<void> {
  const externalId = documentOfPart(sourceId, key);
  const origins = page ? { pageId: page.id, url: page.address } : {};
  const before = replacesId === null ? [] : [documentOfPart(replacesId, key)];
  const known = await tx.document.findFirst({
    where: { teamId, botId, externalId: { in: [externalId, ...before] } },
    select: {
      id: true,
      deletedAt: true,
      source: true,
      versions: { select: { number: true }, orderBy: { number: "desc" }, take: 1 },
    },
  });
  if (!known && isKnown && !isWanted) return;
  const number = (known?.versions[0]?.number ?? 0) + 1;
  const about = {
    ...{ name: version.title, externalId, fetchedAt: page && new Date() },
    // Where pages begin is so in this version only: an edit moves them.
    source: { sourceId, name, place, version: number, ...origins },
  };
  // Who brings it back from the bin finds it as it is now.
  const staysDeleted = known?.deletedAt != null && !isWanted && !isDropped(known.source);
  if (!staysDeleted && (!known || known.deletedAt)) await requireRoomForDocument(tx, teamId, botId);
  const documentId = known?.id ?? uuidv7();
  const deletedAt = staysDeleted ? known.deletedAt : null;
  if (known) await tx.document.update({ where: { id: documentId }, data: { ...about, deletedAt } });
  else {
    const sourceKind = origin === "file" ? ("file" as const) : ("page" as const);
    await tx.document.create({ data: { id: documentId, teamId, botId, sourceKind, ...about } });
  }
  await publishVersion(tx, actor, documentId, number, version, authorName);
  const detail = { botId, title: version.title, file: name };
  await writeAudit(tx, actor, { action: "document.create", targetId: documentId, detail });
}
