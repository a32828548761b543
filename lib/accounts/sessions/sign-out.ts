import type { Ctx } from "@/lib/context";
import { isId } from "@/lib/id-input";
import { announceAccess } from "@/lib/identity/announce-access";

/** Ends one session; one that has ended already, or never was, is no error. */
export async function signOut(ctx: Pick<Ctx, "db" | "kv">, sessionId: string): Promise<void> {
  if (!isId(sessionId)) return;
  const [ended] = await ctx.db.session.updateManyAndReturn({
    where: { id: sessionId, revokedAt: null },
    data: { revokedAt: new Date() },
    select: { teamId: true },
  });
  if (ended) await announceAccess(ctx, ended.teamId);
}
