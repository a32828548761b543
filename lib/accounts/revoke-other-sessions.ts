import type { ActorCtx } from "@/lib/auth/actor";
import { revokeSessions } from "./revoke-sessions";

/** Ends all of the actor's sessions but the current one; returns how many. */
export function revokeOtherSessions({ db, actor }: ActorCtx): Promise<number> {
  return revokeSessions(db, { userId: actor.userId, exceptId: actor.sessionId });
}
