import type { ActorCtx } from "@/lib/identity/actor";
import { announceAccessOfUser } from "@/lib/identity/announce-access";
import { revokeSessions } from "./revoke-sessions";

/** Ends all of the actor's sessions but the current one; returns how many. */
export async function revokeOtherSessions(ctx: ActorCtx): Promise<number> {
  const { userId, sessionId } = ctx.actor;
  const count = await revokeSessions(ctx.db, { userId, exceptId: sessionId });
  await announceAccessOfUser(ctx, userId);
  return count;
}
