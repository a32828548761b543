import { randomBytes } from "node:crypto";
import { z } from "zod";
import { uuidv7 } from "@/lib/db/uuidv7";
import { AppError } from "@/lib/errors";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { lineInput } from "@/lib/language/text-input";
import { readScopes, scopeNames } from "@/lib/scopes";
import { holdTeam } from "@/lib/teams/hold-team";
import { hashApiKey, keyMark } from "./hash-api-key";

/** After how many days a key ends; "" for one that is good until somebody revokes it. */
const keyLifetimes = ["30", "90", "365", ""] as const;

const maxKeysInTeam = 50;

/** Characters of the secret that lists show. */
const shownLength = 12;

export const createApiKeyInput = z.strictObject({
  name: lineInput(60),
  /** Names with commas between them, as a form's field holds them. */
  scopes: z
    .string("required")
    .max(400, "invalid")
    .transform((text) => text.split(",").filter((name) => name !== ""))
    .pipe(z.array(z.enum(scopeNames, "invalid")).min(1, "required").transform(readScopes)),
  days: z.enum(keyLifetimes, "invalid"),
});

/**
 * A new key of the actor's team. Its secret, 32 random bytes, is given only now. Throws AppError `forbidden` without
 * `team.manage`, `limit_exceeded` (`too_many_keys`) past 50 that are good.
 */
export async function createApiKey(
  { db, now, actor }: ActorCtx,
  { name, scopes, days }: z.output<typeof createApiKeyInput>,
): Promise<{ id: string; secret: string }> {
  requirePermission(actor, "team.manage");
  const { teamId } = actor;
  const id = uuidv7();
  const secret = keyMark + randomBytes(32).toString("base64url");
  const at = new Date(now());
  const expiresAt = days === "" ? null : new Date(now() + Number(days) * 24 * 60 * 60_000);
  await db.$transaction(async (tx) => {
    await holdTeam(tx, teamId);
    const good = { teamId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: at } }] };
    if ((await tx.apiKey.count({ where: good })) >= maxKeysInTeam)
      throw new AppError("limit_exceeded", "the team has as many keys as it may", {
        reason: "too_many_keys",
      });
    const prefix = secret.slice(0, shownLength);
    await tx.apiKey.create({
      data: {
        ...{ id, teamId, name, prefix, scopes, expiresAt, createdAt: at },
        ...{ secretHash: hashApiKey(secret), authorName: actor.userName },
      },
    });
    const after = { name, prefix, scopes, expiresAt: expiresAt?.toISOString() ?? null };
    await writeAudit(tx, actor, { action: "key.create", targetId: id, after });
  });
  return { id, secret };
}
