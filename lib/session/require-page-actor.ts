import { forbidden, unauthorized } from "next/navigation";
import { getContext } from "@/lib/context";
import type { ActorCtx } from "@/lib/identity/actor";
import { can, type Permission } from "@/lib/identity/permissions";
import { getActor } from "./current-actor";

/**
 * The context of a page: 401 with the sign-in form in its place when nobody is signed in, 403 when the role lacks the
 * permission. Call it before anything is streamed: no `loading.tsx` above, no Suspense around.
 */
export async function requirePageActor(permission?: Permission): Promise<ActorCtx> {
  const actor = await getActor();
  if (!actor) unauthorized();
  if (permission && !can(actor, permission)) forbidden();
  return { ...(await getContext()), actor };
}
