import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { readScopes, type Scope } from "@/lib/scopes";

export type ApiKeyItem = {
  id: string;
  name: string;
  prefix: string;
  scopes: Scope[];
  authorName: string;
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
  isGood: boolean;
};

/** The team's keys, newest first; those that ended stay for 30 days. Throws AppError `forbidden`. */
export async function listApiKeys({ db, now, actor }: ActorCtx): Promise<ApiKeyItem[]> {
  requirePermission(actor, "team.manage");
  const rows = await db.apiKey.findMany({
    where: { teamId: actor.teamId },
    omit: { secretHash: true, teamId: true },
    orderBy: { id: "desc" },
    take: 200,
  });
  return rows.map((row) => ({
    ...row,
    scopes: readScopes(row.scopes),
    isGood: row.revokedAt === null && (row.expiresAt === null || row.expiresAt.getTime() > now()),
  }));
}
