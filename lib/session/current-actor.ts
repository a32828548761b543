import { cookies } from "next/headers";
import { cache } from "react";
import { findActor } from "@/lib/accounts/sessions/find-actor";
import { getContext } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { Actor, ActorCtx } from "@/lib/identity/actor";
import { readSessionId, sessionCookieName } from "./session-cookie";

/** Who is signed in, read from the database once a request; null for nobody. */
export const getActor = cache(async (): Promise<Actor | null> => {
  const sessionId = await readSessionId((await cookies()).get(sessionCookieName())?.value);
  return sessionId === null ? null : findActor(await getContext(), sessionId);
});

/** The context of a server action or route handler. Throws AppError `unauthenticated` when nobody is signed in. */
export async function requireActorCtx(): Promise<ActorCtx> {
  const actor = await getActor();
  if (!actor) throw new AppError("unauthenticated", "nobody is signed in");
  return { ...(await getContext()), actor };
}
