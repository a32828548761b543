import type { IncomingMessage, ServerResponse } from "node:http";
import { findMember } from "@/lib/accounts/sessions/find-member";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { actedAs } from "@/lib/http/acted-as";
import { pastLimit } from "@/lib/http/require-limit";
import type { Member } from "@/lib/identity/actor";
import { addSource } from "@/lib/knowledge/sources/add-source";
import { addSourceInput } from "@/lib/knowledge/sources/source-input";
import { sourceLimits } from "@/lib/knowledge/sources/source-limits";
import { limitPolicies, openCeilings } from "@/lib/kv/limits/limit-policies";
import { consumeLimit } from "@/lib/kv/limits/limits";
import { readSessionId, sessionCookieName } from "@/lib/session/session-cookie";
import type { FilePlace } from "@/lib/storage/put-file";
import { toFailure } from "@/lib/to-failure";
import { OpenCounter } from "@/server/connections/open-counter";
import type { PageHandler } from "@/server/entry/handle-request";
import { cookieOf } from "@/server/entry/headers/cookie-of";
import { uploadBot } from "@/server/entry/is-upload";

/**
 * Answers `PUT /api/bots/{bot}/files?name=&as=&replaces=`, the body of which is the file: 201 `{"id"}`. `as` says for
 * whom the page was drawn, `replaces` names the file of which it is the new state.
 * Refusals are `{"error": code, "reason"?}` with their status. The entry has checked the origin.
 */
export function createFileUpload(ctx: Ctx, place: () => FilePlace): PageHandler {
  const open = new OpenCounter(openCeilings.uploadsOfSession);
  return async (req, res) => {
    try {
      const actor = await requireMember(ctx, req);
      if (!open.open(actor.sessionId))
        throw new AppError("rate_limited", "too many files at once", { retryAfter: 10 });
      res.once("close", () => open.close(actor.sessionId));
      const query = new URLSearchParams((req.url ?? "").split("?")[1] ?? "");
      const drawnFor = query.get("as");
      if (drawnFor !== null && drawnFor !== actedAs(actor))
        throw new AppError("conflict", "the page was drawn for another actor", { reason: "acts_elsewhere" });
      const botId = uploadBot(req) ?? "";
      const input = addSourceInput.safeParse({
        botId,
        name: query.get("name") ?? "",
        replaces: query.get("replaces") ?? undefined,
      });
      if (!input.success) throw new AppError("invalid_input", "the file has no name that can be kept");
      if (Number(req.headers["content-length"] ?? 0) > sourceLimits.fileBytes)
        throw new AppError("invalid_input", "the file is too large", { reason: "file_too_large" });
      const { fileUpload } = limitPolicies;
      const limit = await consumeLimit(ctx.kv, fileUpload, actor.userId);
      if (!limit.ok) throw pastLimit(fileUpload, limit.retryAfter);
      const { sourceId } = await addSource({ ...ctx, actor }, place(), input.data, wholeBody(req));
      send(res, 201, { id: sourceId });
    } catch (error) {
      if (req.destroyed && !req.complete) return void res.destroy();
      const { code, reason, status, retryAfter } = toFailure(error, "an upload failed");
      if (retryAfter) res.setHeader("Retry-After", retryAfter);
      if (!req.complete) res.setHeader("Connection", "close");
      send(res, status, { error: code, ...(reason && { reason }) });
    }
  };
}

/** Sends the uploads to what answers them and all others to the pages. */
export function withFileUpload(pages: PageHandler, upload: PageHandler): PageHandler {
  return (req, res) => (uploadBot(req) ? upload(req, res) : pages(req, res));
}

async function requireMember(ctx: Ctx, req: IncomingMessage): Promise<Member> {
  const sessionId = await readSessionId(cookieOf(req, sessionCookieName()));
  const actor = sessionId === null ? null : await findMember(ctx, sessionId);
  if (!actor) throw new AppError("unauthenticated", "nobody is signed in");
  return actor;
}

/** What a line that broke left is no file. */
async function* wholeBody(req: IncomingMessage): AsyncGenerator<Uint8Array> {
  yield* req;
  if (!req.complete) throw new AppError("bad_request", "the file broke off");
}

function send(res: ServerResponse, status: number, body: Record<string, string>): void {
  if (res.headersSent) return void res.destroy();
  res.setHeader("Cache-Control", "private, no-store");
  res.setHeader("Content-Type", "application/json");
  res.statusCode = status;
  res.end(JSON.stringify(body));
}
