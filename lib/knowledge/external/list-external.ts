import { requireBot } from "@/lib/bots/require-bot";
import type { Prisma } from "@/lib/db/generated/client";
import { requireRow } from "@/lib/db/require-row";
import type { ActorCtx, Asker } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { type ExternalKind, externalKey, externalMark, readExternalKey } from "./external-document";
import { readMark } from "./put-external";

export type ExternalItem = {
  id: string;
  externalId: string;
  title: string;
  /** Whether it is kept, but answers nothing. */
  isOff: boolean;
  version: number;
  /** Of what was put, where that is what answers. */
  hash: string | null;
  createdAt: Date;
  updatedAt: Date;
};

/**
 * What programs put into a bot, the oldest first, so that a list that is read page by page misses nothing that stays.
 * Throws AppError `forbidden` without `knowledge.read`, `not_found`.
 * @param after the id of the last one of the page before
 */
export async function listExternal(
  ctx: ActorCtx<Asker>,
  {
    botId,
    kind,
    after,
    limit,
  }: { botId: string; kind: ExternalKind; after?: string | undefined; limit: number },
): Promise<ExternalItem[]> {
  requirePermission(ctx.actor, "knowledge.read");
  await requireBot(ctx, botId);
  const rows = await ctx.db.document.findMany({
    where: {
      ...{ teamId: ctx.actor.teamId, botId, deletedAt: null },
      externalId: { startsWith: externalMark(kind) },
      ...(after !== undefined && { id: { gt: after } }),
    },
    select: itemColumns,
    orderBy: { id: "asc" },
    take: limit,
  });
  return rows.flatMap((row) => toItem(row) ?? []);
}

/** One of them with its text. Throws AppError `forbidden` without `knowledge.read`, `not_found`. */
export async function requireExternal(
  ctx: ActorCtx<Asker>,
  { botId, kind, externalId }: { botId: string; kind: ExternalKind; externalId: string },
): Promise<ExternalItem & { content: string }> {
  requirePermission(ctx.actor, "knowledge.read");
  await requireBot(ctx, botId);
  const found = await ctx.db.document.findFirst({
    where: {
      ...{ teamId: ctx.actor.teamId, botId, deletedAt: null },
      externalId: externalKey(kind, externalId),
    },
    select: { ...itemColumns, publishedVersion: { select: { ...versionColumns, content: true } } },
  });
  const row = requireRow(found, "nothing was put under this id");
  return {
    ...requireRow(toItem(row), "nothing answers under this id"),
    content: row.publishedVersion?.content ?? "",
  };
}

const versionColumns = { title: true, number: true, createdAt: true };
const itemColumns = {
  ...{ id: true, externalId: true, offAt: true, etag: true, createdAt: true },
  publishedVersion: { select: versionColumns },
} satisfies Prisma.DocumentSelect;

function toItem({
  publishedVersion: version,
  ...row
}: Prisma.DocumentGetPayload<{ select: typeof itemColumns }>): ExternalItem | null {
  const key = readExternalKey(row.externalId);
  if (!key || !version) return null;
  const { title, number } = version;
  return {
    ...{ id: row.id, externalId: key.externalId, title, isOff: row.offAt !== null, version: number },
    hash: readMark(row.etag, number),
    ...{ createdAt: row.createdAt, updatedAt: version.createdAt },
  };
}
