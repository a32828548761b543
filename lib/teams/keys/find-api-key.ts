import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { ApiKey } from "@/lib/identity/actor";
import { readScopes } from "@/lib/scopes";
import { hashApiKey, keyMark } from "./hash-api-key";

/** How often its use is noted. */
const touchMs = 60_000;

const secretPattern = /^[\w-]{43}$/;

/**
 * For whom a key's secret stands right now. Throws AppError `unauthenticated`: `key_unknown`, or `key_revoked` and
 * `key_expired`, which only who has the whole secret is told.
 */
export async function findApiKey({ db, now }: Pick<Ctx, "db" | "now">, secret: string): Promise<ApiKey> {
  const isWellFormed = secret.startsWith(keyMark) && secretPattern.test(secret.slice(keyMark.length));
  const row = isWellFormed ? await db.apiKey.findUnique({ where: { secretHash: hashApiKey(secret) } }) : null;
  if (!row) throw new AppError("unauthenticated", "no such key", { reason: "key_unknown" });
  if (row.revokedAt) throw new AppError("unauthenticated", "a revoked key", { reason: "key_revoked" });
  if (row.expiresAt && row.expiresAt.getTime() <= now())
    throw new AppError("unauthenticated", "a key past its end", { reason: "key_expired" });
  const { id: keyId, name: keyName, teamId, scopes } = row;
  const before = new Date(now() - touchMs);
  if (row.lastUsedAt === null || row.lastUsedAt <= before)
    await db.apiKey.updateMany({
      where: { id: keyId, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: before } }] },
      data: { lastUsedAt: new Date(now()) },
    });
  return { kind: "api_key", keyId, keyName, teamId, scopes: readScopes(scopes) };
}
