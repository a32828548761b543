import http from "node:http";
import https from "node:https";
import { ModelError } from "./model-error";

export type HttpFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/**
 * As much of `fetch` as calls of a model need, on Node's own client with connections kept open: Next's patched fetch is
 * slower. Follows no redirects, so that a key goes to the configured address only. Throws ModelError `unavailable` when
 * there is no connection or it breaks.
 */
export function createHttpFetch(): HttpFetch {
  const options = { keepAlive: true, keepAliveMsecs: 10_000, timeout: 30_000 };
  const clients = {
    "http:": { request: http.request, agent: new http.Agent(options) },
    "https:": { request: https.request, agent: new https.Agent(options) },
  };
  return (input, { method = "GET", headers, body, signal } = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const { request, agent } = clients[url.protocol === "http:" ? "http:" : "https:"];
    return new Promise((resolve, reject) => {
      const fail = () => reject(signal?.aborted ? signal.reason : new ModelError("unavailable"));
      const call = request(
        url,
        { method, agent, headers: toNodeHeaders(headers), ...(signal && { signal }) },
        (answer) => resolve(toResponse(answer, signal)),
      );
      call.once("error", fail);
      call.end(typeof body === "string" ? body : undefined);
    });
  };
}

function toNodeHeaders(headers: HeadersInit | undefined): Record<string, string> {
  const isPlain = !Array.isArray(headers) && !(headers instanceof Headers);
  return isPlain ? { ...headers } : Object.fromEntries(new Headers(headers));
}

function toResponse(answer: http.IncomingMessage, signal: AbortSignal | null | undefined): Response {
  const headers = new Headers();
  for (const [name, value = ""] of Object.entries(answer.headers)) headers.set(name, String(value));
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      answer.on("data", (chunk: Buffer) => controller.enqueue(new Uint8Array(chunk)));
      answer.once("end", () => controller.close());
      answer.once("error", () => {
        controller.error(signal?.aborted ? signal.reason : new ModelError("unavailable"));
      });
    },
    cancel: () => {
      answer.destroy();
    },
  });
  const status = answer.statusCode ?? 502;
  return new Response([204, 205, 304].includes(status) ? null : body, { status, headers });
}
