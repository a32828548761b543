import { AppError } from "@/lib/errors";

const maxBodyBytes = 64 * 1024;
const readTimeoutMs = 10_000;

/**
 * Reads a request's body as a JSON object, whatever its content type says, counting bytes while reading.
 * Throws AppError `bad_request` when it is longer than 64 KiB, not UTF-8, not JSON, not an object, or slower than 10 s.
 */
export async function readJsonBody(request: Request): Promise<Record<string, unknown>> {
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

async function readCapped(request: Request): Promise<Uint8Array> {
  if (!request.body) return new Uint8Array();
  const reader = request.body.getReader();
  const timer = setTimeout(() => reader.cancel("too slow").catch(() => {}), readTimeoutMs);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const started = Date.now();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.byteLength;
      if (length > maxBodyBytes) {
        await reader.cancel("too large").catch(() => {});
        throw new AppError("bad_request", "the body is over 64 KiB", { reason: "too_large" });
      }
      chunks.push(value);
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError("bad_request", "the body could not be read", { reason: "not_json", cause });
  } finally {
    clearTimeout(timer);
  }
  if (Date.now() - started >= readTimeoutMs) {
    throw new AppError("bad_request", "the body took too long", { reason: "too_slow" });
  }
  return Buffer.concat(chunks);
}
