import { uuidv7 } from "@/lib/db/uuidv7";
import type { ActorCtx } from "@/lib/identity/actor";
import type { createTestShop } from "./test-conversations";

/** An agent of the shop's team, with a row of their own. */
export async function createTestMember(
  { ctx, teamId }: Pick<Awaited<ReturnType<typeof createTestShop>>, "ctx" | "teamId">,
  userName: string,
): Promise<ActorCtx> {
  const userId = uuidv7();
  const email = `${userId}@example.com`;
  await ctx.db.user.create({ data: { id: userId, email, name: userName, passwordHash: "" } });
  await ctx.db.membership.create({ data: { teamId, userId, role: "agent" } });
  const actor = { kind: "member" as const, sessionId: uuidv7(), userId, userName, email, teamName: "茶行" };
  return { ...ctx, actor: { ...actor, teamId, role: "agent" } };
}
