import { requestLimits } from "@/lib/contract/request-fields";
import { AppError } from "@/lib/errors";
import { readBody } from "./read-body";
import type { WidgetRequest } from "./widget-request";

const readTimeoutMs = 10_000;

/**
 * Reads a request's body as a JSON object, whatever its content type says, counting bytes while reading.
 * Throws AppError `bad_request` when it is longer than 64 KiB, not UTF-8, not JSON, not an object, or slower than 10 s.
 */
export async function readJsonBody(request: Pick<WidgetRequest, "body">): Promise<Record<string, unknown>> {
  const bytes = await readBody(request, {
    maxBytes: requestLimits.bodyBytes,
    ms: readTimeoutMs,
    tooLarge: "too_large",
    broken: "not_json",
  });
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
