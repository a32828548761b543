import type { ActorCtx } from "@/lib/identity/actor";
import { markReached } from "@/lib/request-context";
import { requireActorCtx } from "@/lib/session/current-actor";
import { toFailure } from "@/lib/to-failure";

/**
 * A dashboard read for the browser: session first, then the handler; errors become `{"error": code}` with their status.
 * Answers are private to the signed-in browser and never stored.
 */
export async function apiRoute(handle: (ctx: ActorCtx) => Promise<Response>): Promise<Response> {
  markReached();
  try {
    const response = await handle(await requireActorCtx());
    response.headers.set("Cache-Control", "private, no-store");
    return response;
  } catch (error) {
    const { code, status } = toFailure(error, "api request failed");
    return Response.json({ error: code }, { status, headers: { "Cache-Control": "private, no-store" } });
  }
}
