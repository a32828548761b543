import { APICallError, StreamProviderError } from "ai";
import { isModelError, ModelError, type ModelFault } from "./model-error";

/** What an error of the AI SDK or the network means; nothing of what the endpoint wrote is kept. */
export function toModelError(error: unknown): ModelError {
  if (isModelError(error)) return error;
  if (APICallError.isInstance(error)) {
    const { statusCode: status, responseHeaders = {}, cause } = error;
    // What broke while its answer was read.
    if (isModelError(cause)) return cause;
    if (status === undefined) return new ModelError("unavailable");
    if (status < 400) return new ModelError("broken", { status });
    return new ModelError(faultOfStatus(status), { status, retryAfterMs: parseRetryAfter(responseHeaders) });
  }
  if (StreamProviderError.isInstance(error)) {
    const { statusCode: status } = error;
    return status === undefined
      ? new ModelError("broken")
      : new ModelError(faultOfStatus(status), { status });
  }
  return new ModelError("broken");
}

export function faultOfStatus(status: number): ModelFault {
  if (status === 429) return "rate_limited";
  if (status === 401 || status === 403) return "key_refused";
  return status >= 500 || status === 408 || status === 409 ? "unavailable" : "request_refused";
}

/** `Retry-After` in seconds or as a date (RFC 9110, 10.2.3), or OpenAI's own `retry-after-ms`. */
export function parseRetryAfter(headers: Record<string, string>): number | undefined {
  const exact = Number.parseFloat(headers["retry-after-ms"] ?? "");
  if (Number.isFinite(exact)) return Math.max(0, exact);
  const value = headers["retry-after"];
  if (value === undefined) return undefined;
  const seconds = Number(value);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
