import type { IncomingMessage, ServerResponse } from "node:http";
import * as config from "@/app/api/widget/config/route";
import * as feedback from "@/app/api/widget/feedback/route";
import * as message from "@/app/api/widget/message/route";
import * as ping from "@/app/api/widget/ping/route";
import type { WidgetRequest } from "@/lib/http/widget/widget-request";
import { payloadOf } from "@/lib/http/widget/widget-route";
import { canDrain, type PageHandler } from "@/server/entry/handle-request";

const routes: Record<string, typeof message> = {
  "/api/widget/config": config,
  "/api/widget/feedback": feedback,
  "/api/widget/message": message,
  "/api/widget/ping": ping,
};

/**
 * Answers the widget's endpoints with their route handlers, straight from Node's request to its response: what Next does on
 * the way (its router, two web streams and a context) is a good part of what a message costs. All else goes to the pages.
 */
export function withWidgetRoutes(pages: PageHandler): PageHandler {
  return (req, res) => {
    const [pathname = ""] = (req.url ?? "").split("?");
    const handle = Object.hasOwn(routes, pathname) ? routes[pathname]?.[methodOf(req)] : undefined;
    return handle ? answer(req, res, handle) : pages(req, res);
  };
}

type Method = keyof typeof message & ("GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS");

/** The request's method; the entry lets none through that a route doesn't have. */
function methodOf({ method }: IncomingMessage): Method {
  switch (method) {
    case "HEAD":
    case "POST":
    case "PUT":
    case "PATCH":
    case "DELETE":
    case "OPTIONS":
      return method;
    default:
      return "GET";
  }
}

async function answer(
  req: IncomingMessage,
  res: ServerResponse,
  handle: (request: WidgetRequest) => Promise<Response>,
): Promise<void> {
  const response = await handle(toRequest(req, res));
  if (res.destroyed) return void response.body?.cancel().catch(() => {});
  res.statusCode = response.status;
  for (const [name, value] of response.headers) res.setHeader(name, value);
  if (!req.complete && !canDrain(req)) res.setHeader("Connection", "close");
  const text = payloadOf(response);
  if (text !== null) sendText(req, res, text);
  else if (!response.body || req.method === "HEAD") res.end();
  else await stream(response.body, res);
}

function toRequest(req: IncomingMessage, res: ServerResponse): WidgetRequest {
  let signal: AbortSignal | undefined;
  return {
    method: req.method ?? "GET",
    url: `http://localhost${req.url}`,
    headers: { get: (name) => req.headers[name.toLowerCase()]?.toString() ?? null },
    body: req,
    get signal() {
      signal ??= leavingSignal(res);
      return signal;
    },
  };
}

function leavingSignal(res: ServerResponse): AbortSignal {
  const leaving = new AbortController();
  const leave = () => {
    if (!res.writableFinished) leaving.abort(new DOMException("the client left", "AbortError"));
  };
  if (res.destroyed) leave();
  else res.once("close", leave);
  return leaving.signal;
}

function sendText(req: IncomingMessage, res: ServerResponse, text: string): void {
  res.setHeader("Content-Length", Buffer.byteLength(text));
  res.end(req.method === "HEAD" ? undefined : text);
}

/** Sends the pieces as they come, no faster than the client takes them. */
async function stream(body: ReadableStream<Uint8Array>, res: ServerResponse): Promise<void> {
  const reader = body.getReader();
  res.once("close", () => void reader.cancel().catch(() => {}));
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (!res.write(value)) await drained(res);
  }
  res.end();
}

function drained(res: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      res.off("drain", done).off("close", done);
      resolve();
    };
    res.once("drain", done).once("close", done);
    if (res.destroyed) done();
  });
}
