import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Env } from "@/lib/env";
import { withClientAddress } from "@/lib/http/client-ip";
import { isSameOrigin } from "@/lib/http/is-same-origin";
import type { RefusalStatus } from "@/lib/i18n/refusal-text";
import { logError } from "@/lib/log";
import { allowedMethods, createRefusal } from "./refusal";
import { isMeantForWidget, parseRequestTarget } from "./request-target";
import { setResponseHeaders } from "./response-headers";
import { dropInternalHeaders, sanitizeHeaders } from "./sanitize-headers";

const bodyDeadlineMs = 30_000;
const maxDrainedLength = 1024 * 1024;

export type PageHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

export type RequestEntryOptions = {
  env: Pick<Env, "TRUSTED_PROXY_HOPS" | "BASE_URL">;
  isDev: boolean;
  /** Next's request handler, once it is ready; requests that come earlier wait. */
  pages: Promise<PageHandler>;
};

/** Everything before Next: method, target and host are checked and brought to one form, headers set, failures answered. */
export function createRequestEntry({ env, isDev, pages }: RequestEntryOptions): RequestListener {
  const headerOptions = { isDev, isHttps: env.BASE_URL?.startsWith("https:") ?? false };
  const methods: readonly string[] = allowedMethods;

  return async (req, res) => {
    const rawTarget = req.url ?? "";
    const target = parseRequestTarget(rawTarget);
    const isWidget = target ? target.kind === "widget-api" : isMeantForWidget(rawTarget);
    if (!methods.includes(req.method ?? "")) return refuse(req, res, 405, isWidget);
    if (rawTarget === "*" && req.method === "OPTIONS") return answerServerOptions(res);
    const hasHost = sanitizeHeaders(req.headers, {
      httpVersion: req.httpVersion,
      hasProxy: env.TRUSTED_PROXY_HOPS > 0,
    });
    if (!target || !hasHost) return refuse(req, res, 400, isWidget);
    // Next would answer such a server action with a 500.
    if (target.kind === "page" && isWrite(req) && !isSameOrigin(req.headers))
      return refuse(req, res, 403, isWidget);

    req.url = target.url;
    setResponseHeaders(req, res, target.kind, headerOptions);
    if (isWidget) {
      dropInternalHeaders(req.headers);
      limitBodyTime(req, res);
    }
    try {
      const handle = await pages;
      const connection = {
        remoteAddress: req.socket.remoteAddress,
        forwardedFor: req.headers["x-forwarded-for"],
      };
      await withClientAddress(connection, () => handle(req, res));
    } catch (error) {
      logError("request failed", error, { method: req.method, path: target.url.split("?")[0] });
      refuse(req, res, 500, isWidget);
    }
  };
}

/** Ends the response with a refusal; when one has begun already there is nothing left but to cut it off. */
function refuse(req: IncomingMessage, res: ServerResponse, status: RefusalStatus, isWidget: boolean): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  const { headers, body } = createRefusal(status, isWidget);
  if (!canDrain(req)) res.setHeader("Connection", "close");
  res.writeHead(status, headers).end(req.method === "HEAD" ? undefined : body);
}

function isWrite({ method }: IncomingMessage): boolean {
  return method !== "GET" && method !== "HEAD" && method !== "OPTIONS";
}

/**
 * Whether the rest of the body may be read and thrown away, as Node does on a connection that stays. On one that is closed
 * a client that is still sending sees it break off, and never the answer.
 */
export function canDrain(req: IncomingMessage): boolean {
  return (
    req.headers["transfer-encoding"] === undefined &&
    Number(req.headers["content-length"] ?? 0) <= maxDrainedLength
  );
}

/** A visitor's body is small: one that is still not here after half a minute never comes. */
function limitBodyTime(req: IncomingMessage, res: ServerResponse): void {
  const timer = setTimeout(() => {
    if (!req.complete && !res.headersSent) refuse(req, res, 408, true);
  }, bodyDeadlineMs);
  res.once("close", () => clearTimeout(timer));
}

function answerServerOptions(res: ServerResponse): void {
  res.writeHead(204, { Allow: allowedMethods.join(", ") }).end();
}
