import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { findMember } from "@/lib/accounts/sessions/find-member";
import type { Ctx } from "@/lib/context";
import { subscribeFeed } from "@/lib/conversations/feed/team-feed";
import { AppError } from "@/lib/errors";
import { openEventStream } from "@/lib/http/event-stream";
import type { Member } from "@/lib/identity/actor";
import { can, requirePermission } from "@/lib/identity/permissions";
import { openCeilings } from "@/lib/kv/limits/limit-policies";
import { readSessionId, sessionCookieName } from "@/lib/session/session-cookie";
import { toFailure } from "@/lib/to-failure";
import { OpenCounter } from "@/server/connections/open-counter";
import type { PageHandler } from "@/server/entry/handle-request";
import { cookieOf } from "@/server/entry/headers/cookie-of";

const liveFeedPath = "/api/live";

const recheckMs = 25_000;
/** While the database fails, a screen stays this long after it was last found to be allowed: to the second look. */
const trustMs = 45_000;
/** A lookup that takes longer counts as failed. */
const lookupMs = 5_000;

/** Seconds after which a session that has too many streams may ask for another. */
const retryAfter = 10;

type Screen = { sessionId: string; teamId: string; confirmedAt: number; close: () => void };

/**
 * Answers `GET /api/live`: the team's live events as server-sent events, from after `Last-Event-ID` (or `?after=`) on.
 * A screen that names its team (`?team=`) gets no other's: 403 when its session has moved on.
 * Every session that has screens open is looked up again each 25 s, and at once when the team's access changed; the
 * screens of one that has ended are closed. A session has 50 at most (429). Refusals are `{"error": code}` with their
 * status.
 */
export function createLiveFeed(ctx: Ctx): PageHandler {
  const screens = new Set<Screen>();
  const changedTeams = new Set<string>();
  const open = new OpenCounter(openCeilings.liveStreamsOfSession);

  const recheck = async (some: Iterable<Screen>) => {
    const bySession = Map.groupBy(some, (screen) => screen.sessionId);
    await Promise.all(
      [...bySession].map(async ([sessionId, ofSession]) => {
        const actor = await Promise.race([
          findMember(ctx, sessionId).catch(() => undefined),
          sleep(lookupMs, undefined, { ref: false }),
        ]);
        for (const screen of ofSession) if (!isStillAllowed(screen, actor)) screen.close();
      }),
    );
  };
  // The lookup must begin after the news of the change: one in flight may have read the state before it.
  const recheckTeam = (teamId: string) => {
    if (changedTeams.size === 0) {
      setImmediate(() => {
        const teams = new Set(changedTeams);
        changedTeams.clear();
        void recheck([...screens].filter((screen) => teams.has(screen.teamId)));
      });
    }
    changedTeams.add(teamId);
  };
  setInterval(() => void recheck([...screens]), recheckMs).unref();

  return async (req, res) => {
    try {
      const { sessionId, teamId } = await requireViewer(ctx, req);
      if (res.destroyed) return;
      if (req.method === "HEAD") return beginAndEnd(res);
      if (!open.open(sessionId)) throw new AppError("rate_limited", "too many streams", { retryAfter });
      res.once("close", () => open.close(sessionId));
      const sink = openEventStream(res);
      const screen = { sessionId, teamId, confirmedAt: Date.now(), close: sink.close };
      screens.add(screen);
      let stop = () => {};
      res.once("close", () => {
        screens.delete(screen);
        stop();
      });
      const stopFeed = await subscribeFeed(ctx, teamId, positionOf(req), {
        ...sink,
        onAccessChange: () => recheckTeam(teamId),
      });
      if (res.destroyed) stopFeed();
      else stop = stopFeed;
    } catch (error) {
      refuse(res, error);
    }
  };
}

/** Sends the live feed's requests to it and all others to the pages. */
export function withLiveFeed(pages: PageHandler, liveFeed: PageHandler): PageHandler {
  return (req, res) => (pathOf(req) === liveFeedPath ? liveFeed(req, res) : pages(req, res));
}

async function requireViewer(ctx: Ctx, req: IncomingMessage): Promise<Member> {
  if (req.method !== "GET" && req.method !== "HEAD") throw new AppError("method_not_allowed", "GET");
  const sessionId = await readSessionId(cookieOf(req, sessionCookieName()));
  const actor = sessionId === null ? null : await findMember(ctx, sessionId);
  if (!actor) throw new AppError("unauthenticated", "nobody is signed in");
  requirePermission(actor, "chat.read");
  const expected = searchOf(req).get("team");
  if (expected !== null && expected !== actor.teamId) throw new AppError("forbidden", "of another team now");
  return actor;
}

function beginAndEnd(res: ServerResponse): void {
  openEventStream(res);
  res.end();
}

/** @param actor undefined when it could not be looked up */
function isStillAllowed(screen: Screen, actor: Member | null | undefined): boolean {
  if (actor === undefined) return Date.now() - screen.confirmedAt < trustMs;
  if (actor?.teamId !== screen.teamId || !can(actor, "chat.read")) return false;
  screen.confirmedAt = Date.now();
  return true;
}

function refuse(res: ServerResponse, error: unknown): void {
  const { code, status } = toFailure(error, "live feed failed");
  if (res.headersSent) return void res.destroy();
  if (code === "rate_limited") res.setHeader("Retry-After", retryAfter);
  if (code === "method_not_allowed") res.setHeader("Allow", "GET, HEAD");
  res.setHeader("Cache-Control", "private, no-store");
  res.setHeader("Content-Type", "application/json");
  res.statusCode = status;
  res.end(JSON.stringify({ error: code }));
}

function positionOf(req: IncomingMessage): string {
  const asked = req.headers["last-event-id"] ?? searchOf(req).get("after");
  return typeof asked === "string" && /^\d{1,15}-\d{1,15}$/.test(asked) ? asked : "0-0";
}

function searchOf(req: IncomingMessage): URLSearchParams {
  return new URLSearchParams((req.url ?? "").split("?")[1] ?? "");
}

function pathOf(req: IncomingMessage): string {
  return (req.url ?? "").split("?")[0] ?? "";
}
