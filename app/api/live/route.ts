import { findActor } from "@/lib/accounts/find-actor";
import { can, requirePermission } from "@/lib/auth/permissions";
import { subscribeFeed } from "@/lib/conversations/team-feed";
import { apiRoute } from "@/lib/http/api-route";
import { eventStream } from "@/lib/http/event-stream";

export const dynamic = "force-dynamic";

const recheckMs = 30_000;

/**
 * The team's live events as server-sent events, from after `Last-Event-ID` (or `?after=`) on. The session is looked up
 * again every 30 s, and at once when the team's access changed; when it has ended, so does the stream.
 */
export const GET = (request: Request) =>
  apiRoute(async (ctx) => {
    requirePermission(ctx.actor, "chat.read");
    const { sessionId, teamId } = ctx.actor;
    const asked =
      request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("after") ?? "";
    const after = /^\d{1,15}-\d{1,15}$/.test(asked) ? asked : "0-0";
    return eventStream(request.signal, async (sink) => {
      const recheck = async () => {
        const actor = await findActor(ctx, sessionId).catch(() => null);
        if (actor?.teamId !== teamId || !can(actor, "chat.read")) sink.close();
      };
      const stop = await subscribeFeed(ctx, teamId, after, { ...sink, onAccessChange: recheck });
      const timer = setInterval(recheck, recheckMs);
      return () => {
        clearInterval(timer);
        stop();
      };
    });
  });
