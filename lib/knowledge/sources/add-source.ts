import { requireBot } from "@/lib/bots/require-bot";
import type { Ctx } from "@/lib/context";
import { requireRow } from "@/lib/db/require-row";
import { uuidv7 } from "@/lib/db/uuidv7";
import { AppError } from "@/lib/errors";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { enqueue } from "@/lib/jobs/enqueue";
import { type FilePlace, putFile } from "@/lib/storage/put-file";
import type { AddSourceInput } from "./source-input";
import { readSourceJob } from "./source-jobs";
import { sourceLimits } from "./source-limits";

/**
 * Keeps a file for a bot's knowledge and has it read soon; nothing of it answers before somebody publishes it.
 * Throws AppError `not_found`, `limit_exceeded` (`too_many_files`), `invalid_input` (`file_too_large`), or
 * `unavailable` (`storage_…`).
 * @param source its bytes, read as they come
 */
export async function addSource(
  ctx: ActorCtx,
  place: FilePlace,
  { botId, name, replaces: replacesId }: AddSourceInput,
  source: AsyncIterable<Uint8Array>,
): Promise<{ sourceId: string }> {
  const { db, actor } = ctx;
  const { teamId } = actor;
  requirePermission(actor, "knowledge.write");
  await requireBot(ctx, botId);
  const replaced =
    replacesId === undefined ? null : await requirePublished(ctx, { teamId, botId, id: replacesId });
  await requireRoomForFile(ctx, teamId, botId);
  const maxBytes = sourceLimits.fileBytes;
  const file = await putFile(ctx, place, { teamId, botId, name, source, maxBytes });
  const sourceId = uuidv7();
  await db.$transaction(async (tx) => {
    const data = {
      id: sourceId,
      teamId,
      botId,
      fileId: file.id,
      name,
      replacesId,
      authorName: actor.userName,
      // What was said of the file before goes for its new state too.
      ...(replaced?.columns && { columns: replaced.columns }),
    };
    await tx.source.create({ data });
    await enqueue(tx, readSourceJob, { sourceId }, { teamId, key: sourceId });
    const detail = { botId, name, bytes: file.bytes };
    await writeAudit(tx, actor, { action: "source.add", targetId: sourceId, detail });
  });
  return { sourceId };
}

async function requirePublished({ db }: Ctx, where: Record<"teamId" | "botId" | "id", string>) {
  const found = isId(where.id)
    ? await db.source.findFirst({
        where: { ...where, origin: "file", state: "ready" },
        select: { columns: true },
      })
    : null;
  return requireRow(found, "no such published file of the bot");
}

async function requireRoomForFile({ db }: Ctx, teamId: string, botId: string): Promise<void> {
  const [count, { _sum: sum }] = await Promise.all([
    db.source.count({ where: { teamId, botId } }),
    db.storedFile.aggregate({ where: { teamId, sources: { some: {} } }, _sum: { bytes: true } }),
  ]);
  if (count < sourceLimits.filesInBot && (sum.bytes ?? 0) < sourceLimits.teamBytes) return;
  throw new AppError("limit_exceeded", "as many files as there may be", { reason: "too_many_files" });
}
