import { requireRow } from "@/lib/db/require-row";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import type { WantPartInput } from "@/lib/knowledge/web/web-input";

/** Lets what was read become a document though that document was deleted once. Throws AppError `not_found`. */
export async function wantPart(ctx: ActorCtx, { botId, sourceId, ordinal }: WantPartInput): Promise<void> {
  const { actor, db } = ctx;
  requirePermission(actor, "knowledge.write");
  const source = { botId, state: "read" as const, bot: { deletedAt: null } };
  const { count } =
    isId(sourceId) && isId(botId)
      ? await db.sourcePart.updateMany({
          where: { sourceId, ordinal, teamId: actor.teamId, source },
          data: { isWanted: true },
        })
      : { count: 0 };
  requireRow(count, "no such part of a source that waits");
}
