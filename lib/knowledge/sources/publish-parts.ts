import type { Ctx } from "@/lib/context";
import type { Prisma } from "@/lib/db/generated/client";
import { uuidv7 } from "@/lib/db/uuidv7";
import { isAppError } from "@/lib/errors";
import { type Actor, type ActorCtx, systemOf } from "@/lib/identity/actor";
import { writeAudit } from "@/lib/identity/write-audit";
import type { RunJob } from "@/lib/jobs/bind-job";
import { changeKnowledge } from "@/lib/knowledge/documents/change-knowledge";
import { type PreparedVersion, prepareVersion } from "@/lib/knowledge/documents/prepare-version";
import { publishVersion } from "@/lib/knowledge/documents/publish-version";
import { requireRoomForDocument } from "@/lib/knowledge/documents/require-room-for-document";
import { documentOfPart, documentsOfSource } from "./document-of-part";
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
};
type Part = { ordinal: number; key: string; title: string; content: string; place: Prisma.JsonValue };

/**
 * Runs `publishSourceJob`: the parts of a source become documents that answer, some at a time; the rest goes on where a killed process
 * stopped. Where it is the new state of another file, that one's documents get new versions, and those that have no part any more go to the
 * bin. Where a bot has too many documents, what is left waits with that fault.
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
    },
  });
  if (!source) return undefined;
  const actorCtx = { ...ctx, actor: systemOf(source.teamId) };
  try {
    while (!signal.aborted) {
      const parts = await nextParts(ctx, source);
      if (parts.length === 0) break;
      if (!(await publishSome(actorCtx, source, parts))) return undefined;
    }
  } catch (error) {
    if (!isAppError(error) || error.reason !== "too_many_documents") throw error;
    const data = { state: "read" as const, fault: error.reason };
    await ctx.db.source.updateMany({ where: { id: sourceId, state: "indexing" }, data });
    return undefined;
  }
  if (signal.aborted) return undefined;
  await end(actorCtx, source);
  return undefined;
};

async function end(ctx: ActorCtx<Actor>, { id, teamId, botId, round, replacesId }: Source): Promise<void> {
  const where = { id, round, state: "indexing" as const };
  const data = { state: "ready" as const, fault: null, publishedAt: new Date() };
  const leftOver = replacesId !== null && { startsWith: documentsOfSource(replacesId) };
  if (!leftOver) await ctx.db.source.updateMany({ where, data });
  else
    await changeKnowledge(ctx, botId, async (tx) => {
      if ((await tx.source.updateMany({ where, data })).count === 0) return;
      const old = { teamId, botId, deletedAt: null, externalId: leftOver };
      await tx.document.updateMany({ where: old, data: { deletedAt: new Date() } });
    });
}

async function nextParts({ db }: Ctx, { id }: Source): Promise<Part[]> {
  const parts = await db.sourcePart.findMany({
    where: { sourceId: id },
    orderBy: { ordinal: "asc" },
    take: atOnce.documents,
  });
  let length = 0;
  return parts.filter(({ content }, at) => {
    length += content.length;
    return at === 0 || length <= atOnce.characters;
  });
}

/** False where the source is gone, or is read anew, meanwhile. */
async function publishSome(ctx: ActorCtx<Actor>, source: Source, parts: readonly Part[]): Promise<boolean> {
  const prepared: PreparedVersion[] = [];
  for (const { title, content } of parts) prepared.push(await prepareVersion(title, content));
  return changeKnowledge(ctx, source.botId, async (tx) => {
    const { id, round } = source;
    const data = { state: "indexing" as const };
    const { count } = await tx.source.updateMany({ where: { id, round, state: "indexing" }, data });
    if (count === 0) return false;
    for (const [at, part] of parts.entries()) {
      const version = prepared[at];
      if (version) await publishPart(tx, ctx.actor, source, part, version);
    }
    const ordinals = parts.map(({ ordinal }) => ordinal);
    await tx.sourcePart.deleteMany({ where: { sourceId: id, ordinal: { in: ordinals } } });
    return true;
  });
}

async function publishPart(
  tx: Prisma.TransactionClient,
  actor: Actor,
  { id: sourceId, teamId, botId, name, authorName, replacesId }: Source,
  { key, place }: Part,
  version: PreparedVersion,
): Promise<void> {
  const externalId = documentOfPart(sourceId, key);
  const about = { name: version.title, externalId, source: { sourceId, name, place } };
  const before = replacesId === null ? [] : [documentOfPart(replacesId, key)];
  const known = await tx.document.findFirst({
    where: { teamId, botId, externalId: { in: [externalId, ...before] } },
    select: {
      id: true,
      deletedAt: true,
      versions: { select: { number: true }, orderBy: { number: "desc" }, take: 1 },
    },
  });
  if (!known || known.deletedAt) await requireRoomForDocument(tx, teamId, botId);
  const documentId = known?.id ?? uuidv7();
  if (known) await tx.document.update({ where: { id: documentId }, data: { ...about, deletedAt: null } });
  else {
    const data = { id: documentId, teamId, botId, sourceKind: "file" as const, ...about };
    await tx.document.create({ data });
  }
  await publishVersion(tx, actor, documentId, (known?.versions[0]?.number ?? 0) + 1, version, authorName);
  const detail = { botId, title: version.title, file: name };
  await writeAudit(tx, actor, { action: "document.create", targetId: documentId, detail });
}
