import { AppError, isAppError } from "@/lib/errors";

const reason = "kv_down";

/** The error every call on the KV store throws while the store can't be reached. */
export function kvDown(cause?: unknown): AppError {
  return new AppError("unavailable", "the KV store can't be reached", { reason, cause });
}

/** Whether an error says that the KV store can't be reached, and not that it refused a command. */
export function isKvDown(error: unknown): boolean {
  return isAppError(error) && error.reason === reason;
}
