import { AppError, isAppError } from "@/lib/errors";
import { readBody } from "@/lib/http/widget/read-body";
import type { WidgetRequest } from "@/lib/http/widget/widget-request";

/** Bytes: 200,000 characters, each as `\uXXXX` or a pair of them. */
const maxApiBodyBytes = 3 * 1024 * 1024;

const readTimeoutMs = 30_000;

/**
 * A program's body as a JSON object. Throws AppError `bad_request` (`body_not_json`, `body_too_slow`) or
 * `content_too_large` past 3 MiB.
 */
export async function readApiBody(request: Pick<WidgetRequest, "body">): Promise<Record<string, unknown>> {
  const value = parse(await readBytes(request));
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw notJson();
  return Object.fromEntries(Object.entries(value));
}

async function readBytes(request: Pick<WidgetRequest, "body">): Promise<Uint8Array> {
  const bounds = { maxBytes: maxApiBodyBytes, ms: readTimeoutMs } as const;
  try {
    return await readBody(request, { ...bounds, tooLarge: "too_large", broken: "not_json" });
  } catch (cause) {
    if (!isAppError(cause)) throw cause;
    if (cause.reason === "too_large")
      throw new AppError("content_too_large", cause.message, { reason: "body_too_large" });
    if (cause.reason === "too_slow")
      throw new AppError("bad_request", cause.message, { reason: "body_too_slow" });
    throw notJson(cause);
  }
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw notJson(cause);
  }
}

function notJson(cause?: unknown): AppError {
  return new AppError("bad_request", "the body is no JSON object", { reason: "body_not_json", cause });
}
