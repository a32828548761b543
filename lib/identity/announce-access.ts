import type { Ctx } from "@/lib/context";
import { toJsonField } from "@/lib/kv/json-value";
import { feedKey, kvMaxLength } from "@/lib/kv/keys";
import { unlessDown } from "@/lib/kv/kv-down";

/**
 * Has every live screen of a team looked up again at once, on every instance: call it after a role, a membership or a
 * session changed. While the store is away screens are looked up every 25 s anyway.
 */
export async function announceAccess({ kv }: Pick<Ctx, "kv">, teamId: string): Promise<void> {
  const trim = { type: "MAXLEN", comparison: "~", threshold: kvMaxLength.feed } as const;
  await unlessDown(() => kv.redis.xadd(feedKey(teamId), "*", toJsonField({ type: "access" }), { trim }));
}

/** The same for every team that a user is in or was signed in to. */
export async function announceAccessOfUser(ctx: Pick<Ctx, "db" | "kv">, userId: string): Promise<void> {
  const sessions = await ctx.db.session.findMany({
    where: { userId },
    distinct: ["teamId"],
    select: { teamId: true },
  });
  await Promise.all(sessions.map(({ teamId }) => announceAccess(ctx, teamId)));
}
