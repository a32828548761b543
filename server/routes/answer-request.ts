import type { IncomingMessage, ServerResponse } from "node:http";
import type { WidgetRequest } from "@/lib/http/widget/widget-request";
import { payloadOf, type WidgetHandler } from "@/lib/http/widget/widget-route";
import { canDrain } from "@/server/entry/handle-request";

/** Answers Node's request with what a handler of ours makes of it, sending a stream as it comes. */
export async function answerRequest(
  req: IncomingMessage,
  res: ServerResponse,
  handle: WidgetHandler,
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
