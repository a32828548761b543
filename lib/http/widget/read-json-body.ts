import type { Readable } from "node:stream";
import { requestLimits } from "@/lib/contract/request-fields";
import { AppError, isAppError } from "@/lib/errors";
import type { WidgetRequest } from "./widget-request";

const maxBodyBytes = requestLimits.bodyBytes;
const readTimeoutMs = 10_000;

/**
 * Reads a request's body as a JSON object, whatever its content type says, counting bytes while reading.
 * Throws AppError `bad_request` when it is longer than 64 KiB, not UTF-8, not JSON, not an object, or slower than 10 s.
 */
export async function readJsonBody(request: Pick<WidgetRequest, "body">): Promise<Record<string, unknown>> {
  const bytes = await readCapped(request);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new AppError("bad_request", "the body is not JSON", { reason: "not_json", cause });
  }
  if (!isRecord(value))
    throw new AppError("bad_request", "the body is no JSON object", { reason: "not_json" });
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

async function readCapped({ body }: Pick<WidgetRequest, "body">): Promise<Uint8Array> {
  if (!body) return new Uint8Array();
  const { promise: late, reject } = Promise.withResolvers<never>();
  const tooSlow = () => reject(new AppError("bad_request", "the body took too long", { reason: "too_slow" }));
  const timer = setTimeout(tooSlow, readTimeoutMs);
  try {
    return await Promise.race([readWhole(body), late]);
  } catch (cause) {
    if (isAppError(cause)) throw cause;
    throw new AppError("bad_request", "the body could not be read", { reason: "not_json", cause });
  } finally {
    clearTimeout(timer);
  }
}

/** What comes after the limit is let through, unread: on a connection cut off the client would not see the answer. */
function readWhole(body: Readable): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks = new Chunks();
    body.on("data", (chunk: Buffer) => {
      if (!chunks.add(chunk)) reject(tooLarge());
    });
    body.once("end", () => resolve(chunks.join()));
    body.once("error", reject);
    body.once("close", () => reject(new Error("the connection was closed")));
  });
}

class Chunks {
  #chunks: Uint8Array[] = [];
  #length = 0;

  /** Keeps the chunk; false when it is one too many. */
  add(chunk: Uint8Array): boolean {
    this.#length += chunk.byteLength;
    if (this.#length > maxBodyBytes) this.#chunks = [];
    else this.#chunks.push(chunk);
    return this.#length <= maxBodyBytes;
  }

  join(): Uint8Array {
    const [only] = this.#chunks;
    return this.#chunks.length === 1 && only ? only : Buffer.concat(this.#chunks);
  }
}

function tooLarge(): AppError {
  return new AppError("bad_request", "the body is over 64 KiB", { reason: "too_large" });
}
