import { z } from "zod";
import { requireRow } from "@/lib/db/require-row";
import { idInput } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";

export const revokeApiKeyInput = z.strictObject({ keyId: idInput });

/** Ends a key of the actor's team at once and for good. Throws AppError `forbidden` or `not_found`. */
export async function revokeApiKey(
  { db, now, actor }: ActorCtx,
  { keyId }: z.output<typeof revokeApiKeyInput>,
): Promise<void> {
  requirePermission(actor, "team.manage");
  await db.$transaction(async (tx) => {
    const { count } = await tx.apiKey.updateMany({
      where: { id: keyId, teamId: actor.teamId, revokedAt: null },
      data: { revokedAt: new Date(now()) },
    });
    requireRow(count, "no such key in this team that isn't revoked");
    await writeAudit(tx, actor, { action: "key.revoke", targetId: keyId });
  });
}
