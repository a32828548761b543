import type { ActorCtx } from "@/lib/identity/actor";
import { markReached } from "@/lib/request-context";
import { requireActorCtx } from "@/lib/session/current-actor";
import { toFailure } from "@/lib/to-failure";
import { requireSameOrigin } from "./require-same-origin";

const readingMethods = ["GET", "HEAD"];

/**
 * A dashboard's request from the browser: session first, then the origin of what isn't a mere read, then the handler;
 * errors become `{"error": code, "reason"?}` with their status. Answers are private to the signed-in browser and never
 * stored.
 */
export async function apiRoute(
  { method }: Pick<Request, "method">,
  handle: (ctx: ActorCtx) => Promise<Response>,
): Promise<Response> {
  markReached();
  try {
    const ctx = await requireActorCtx();
    if (!readingMethods.includes(method)) await requireSameOrigin();
    const response = await handle(ctx);
    response.headers.set("Cache-Control", "private, no-store");
    return response;
  } catch (error) {
    const { code, reason, status } = toFailure(error, "api request failed");
    return Response.json(
      { error: code, ...(reason && { reason }) },
      { status, headers: { "Cache-Control": "private, no-store" } },
    );
  }
}
