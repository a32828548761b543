import { createHash } from "node:crypto";
import { requireBot } from "@/lib/bots/require-bot";
import type { Prisma } from "@/lib/db/generated/client";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { ActorCtx, Asker } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { changeKnowledge } from "@/lib/knowledge/documents/change-knowledge";
import { requireRoomForDocument } from "@/lib/knowledge/documents/require-room-for-document";
import { prepareVersion } from "@/lib/knowledge/documents/versions/prepare-version";
import { publishVersion } from "@/lib/knowledge/documents/versions/publish-version";
import { type ExternalKind, externalKey } from "./external-document";

export type PutExternalInput = {
  botId: string;
  kind: ExternalKind;
  externalId: string;
  title: string;
  content: string;
  /** Of what the program sent, see `hashSent`. */
  hash: string;
};

export type PutOutcome = "created" | "updated" | "restored" | "unchanged";

/**
 * What a program puts under an id of its own answers from when this returns. What answers already makes no version;
 * what lies in the bin comes back. Throws AppError `forbidden`, `not_found` for a bot that the team doesn't have,
 * `limit_exceeded` as `requireRoomForDocument` does; then nothing has changed.
 */
export async function putExternal(
  ctx: ActorCtx<Asker>,
  { botId, kind, externalId, title, content, hash }: PutExternalInput,
): Promise<PutOutcome> {
  requirePermission(ctx.actor, "knowledge.write");
  await requireBot(ctx, botId);
  const { teamId } = ctx.actor;
  const key = externalKey(kind, externalId);
  const where = { teamId, botId, externalId: key };
  const isSame = (known: Known | null) =>
    known?.deletedAt === null &&
    known.publishedVersion?.title === title &&
    known.publishedVersion.content === content;

  const before = await ctx.db.document.findFirst({ where, select: columns });
  if (before?.publishedVersion && isSame(before)) {
    const etag = markOf(before.publishedVersion.number, hash);
    if (before.etag !== etag)
      await ctx.db.document.updateMany({
        where: { id: before.id, teamId, publishedVersion: { number: before.publishedVersion.number } },
        data: { etag },
      });
    return "unchanged";
  }
  const prepared = await prepareVersion(title, content);
  return changeKnowledge(ctx, botId, async (tx) => {
    const known = await tx.document.findFirst({ where, select: columns });
    if (isSame(known)) return "unchanged";
    if (known === null || known.deletedAt) await requireRoomForDocument(tx, teamId, botId);
    const id = known?.id ?? uuidv7();
    const number = known ? (await newestNumber(tx, id)) + 1 : 1;
    const state = { etag: markOf(number, hash), fetchedAt: new Date(ctx.now()), deletedAt: null };
    if (known) await tx.document.update({ where: { id, teamId }, data: state });
    else await tx.document.create({ data: { id, teamId, botId, name: title, externalId: key, ...state } });
    await publishVersion(tx, ctx.actor, id, number, prepared);
    await writeAudit(tx, ctx.actor, {
      action: known ? "document.update" : "document.create",
      targetId: id,
      detail: { botId, title, number, externalId },
    });
    return known === null ? "created" : known.deletedAt ? "restored" : "updated";
  });
}

/**
 * SHA-256 of what a program sent, as hexadecimal: of the title, a line end and the content, or of the question, a line
 * end and the answer, before anything of it is cleaned. A program that knows it needs not send it again.
 */
export function hashSent(head: string, text: string): string {
  return createHash("sha256").update(`${head}\n${text}`).digest("hex");
}

/** The hash of what was put, where that is what answers; null once somebody wrote another version here. */
export function readMark(etag: string | null, number: number): string | null {
  const [of, hash] = etag?.split(":") ?? [];
  return of === String(number) ? (hash ?? null) : null;
}

function markOf(number: number, hash: string): string {
  return `${number}:${hash}`;
}

async function newestNumber(tx: Prisma.TransactionClient, documentId: string): Promise<number> {
  const newest = await tx.documentVersion.aggregate({ where: { documentId }, _max: { number: true } });
  return newest._max.number ?? 0;
}

const columns = {
  ...{ id: true, deletedAt: true, etag: true },
  publishedVersion: { select: { title: true, content: true, number: true } },
} satisfies Prisma.DocumentSelect;

type Known = Prisma.DocumentGetPayload<{ select: typeof columns }>;
