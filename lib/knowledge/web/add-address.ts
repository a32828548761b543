import { requireBot } from "@/lib/bots/require-bot";
import { uuidv7 } from "@/lib/db/uuidv7";
import { AppError } from "@/lib/errors";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { enqueue } from "@/lib/jobs/enqueue";
import { fetchSourceJob } from "@/lib/knowledge/sources/source-jobs";
import { sourceLimits } from "@/lib/knowledge/sources/source-limits";
import { cutText } from "@/lib/language/cut-text";
import { hostOf } from "./page-address";
import type { AddAddressInput } from "./web-input";

/**
 * Has a page of the web or a site fetched soon; nothing of it answers before somebody publishes it. An address that the
 * bot has already is that one. Throws AppError `not_found`, `limit_exceeded` (`too_many_addresses`).
 */
export async function addAddress(
  ctx: ActorCtx,
  { botId, address, origin, ...settings }: AddAddressInput,
): Promise<{ sourceId: string }> {
  const { db, actor } = ctx;
  const { teamId } = actor;
  requirePermission(actor, "knowledge.write");
  await requireBot(ctx, botId);
  const known = await db.source.findFirst({
    where: { teamId, botId, origin, address },
    select: { id: true },
  });
  if (known) return { sourceId: known.id };
  const count = await db.source.count({ where: { teamId, botId, origin: { not: "file" } } });
  if (count >= sourceLimits.addressesInBot)
    throw new AppError("limit_exceeded", "as many addresses as there may be", {
      reason: "too_many_addresses",
    });
  const sourceId = uuidv7();
  const name = cutText(origin === "site" ? hostOf(address) : address, sourceLimits.name);
  await db.$transaction(async (tx) => {
    const about = { id: sourceId, teamId, botId, origin, address, name, authorName: actor.userName };
    await tx.source.create({ data: { ...about, settings: origin === "site" ? settings : {} } });
    await enqueue(tx, fetchSourceJob, { sourceId }, { teamId, key: sourceId });
    await writeAudit(tx, actor, { action: "source.add", targetId: sourceId, detail: { botId, address } });
  });
  return { sourceId };
}
