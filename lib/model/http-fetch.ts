import { pipeline, type Readable } from "node:stream";
import { constants, createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { Agent, request } from "undici";
import { ModelError } from "./model-error";

export type HttpFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

export type HttpFetchOptions = {
  /** Of an answer's body; one that is longer ends as ModelError `broken`. */
  maxBytes: number;
};

const connectMs = 8_000;
/** Between two pieces of an answer. Who calls has an earlier deadline for everything. */
const idleMs = 30_000;

/**
 * As much of `fetch` as calls of a model need, with connections kept open: Next's patched fetch is slower. Follows no
 * redirects, so that a key goes to the configured address only. Throws ModelError `unavailable` when there is no
 * connection or it breaks, and the signal's reason when it was aborted.
 */
export function createHttpFetch({ maxBytes }: HttpFetchOptions): HttpFetch {
  const dispatcher = new Agent({
    connect: { timeout: connectMs },
    headersTimeout: idleMs,
    bodyTimeout: idleMs,
    maxHeaderSize: 16 * 1024,
  });
  return async (input, { method = "GET", headers, body, signal = null } = {}) => {
    const toFault = () => (signal?.aborted ? signal.reason : new ModelError("unavailable"));
    try {
      const answer = await request(input instanceof Request ? input.url : input, {
        method,
        headers: toRecord(headers),
        body: typeof body === "string" ? body : null,
        signal,
        dispatcher,
      });
      // Without a listener an answer that breaks while nobody reads it would end the process.
      answer.body.on("error", () => {});
      const status = answer.statusCode;
      const hasBody = ![204, 205, 304].includes(status);
      if (!hasBody) answer.body.destroy();
      const given = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as const);
      const plain = unpacked(answer.body, String(answer.headers["content-encoding"] ?? ""));
      return new Response(hasBody ? toWebStream(plain, maxBytes, toFault) : null, {
        status,
        headers: Object.fromEntries(given.filter(([name]) => !/^content-(?:encoding|length)$/.test(name))),
      });
    } catch {
      throw toFault();
    }
  };
}

/** As the provider gives them they are a record already; by way of `Headers` it costs as much as to send it. */
function toRecord(headers: HeadersInit = {}): Record<string, string> {
  return headers instanceof Headers || Array.isArray(headers)
    ? Object.fromEntries(new Headers(headers))
    : { ...headers };
}

/** Some endpoints and what stands before them compress what nobody asked them to. */
function unpacked(body: Readable, encoding: string): Readable {
  const flush = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
  const name = encoding.trim().toLowerCase();
  const unpack =
    name === "gzip" || name === "x-gzip"
      ? createGunzip(flush)
      : name === "deflate"
        ? createInflate(flush)
        : name === "br"
          ? createBrotliDecompress()
          : null;
  if (!unpack) return body;
  unpack.on("error", () => {});
  return pipeline(body, unpack, () => {});
}

/** Read as fast as its reader reads. */
function toWebStream(body: Readable, maxBytes: number, toFault: () => unknown): ReadableStream<Uint8Array> {
  const pieces: AsyncIterator<Buffer> = body[Symbol.asyncIterator]();
  let bytes = 0;
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next().catch(() => Promise.reject(toFault()));
      if (done) return controller.close();
      bytes += value.byteLength;
      if (bytes <= maxBytes) return controller.enqueue(new Uint8Array(value));
      body.destroy();
      throw new ModelError("broken");
    },
    cancel: () => {
      body.destroy();
    },
  });
}
