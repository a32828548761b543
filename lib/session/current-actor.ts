import { cookies } from "next/headers";
import { cache } from "react";
import { findMember } from "@/lib/accounts/sessions/find-member";
import { getContext } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { ActorCtx, Member } from "@/lib/identity/actor";
import { readSessionId, sessionCookieName } from "./session-cookie";

/** Who is signed in, read from the database once a request; null for nobody. */
export const getActor = cache(async (): Promise<Member | null> => {
  const sessionId = await readSessionId((await cookies()).get(sessionCookieName())?.value);
  return sessionId === null ? null : findMember(await getContext(), sessionId);
});

/** The context of a server action or route handler. Throws AppError `unauthenticated` when nobody is signed in. */
export async function requireActorCtx(): Promise<ActorCtx> {
  const actor = await getActor();
  if (!actor) throw new AppError("unauthenticated", "nobody is signed in");
  return { ...(await getContext()), actor };
}
