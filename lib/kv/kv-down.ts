import { AppError, isAppError } from "@/lib/errors";

const reason = "kv_down";

/** The error every call on the KV store throws while the store can't be reached. */
export function kvDown(cause?: unknown): AppError {
  const detail = describeCause(cause);
  const message = `the KV store can't be reached${detail && ` (${detail})`}`;
  return new AppError("unavailable", message, { reason, cause });
}

/** Whether an error says that the KV store can't be reached, and not that it refused a command. */
export function isKvDown(error: unknown): boolean {
  return isAppError(error) && error.reason === reason;
}

/** What `call` gives; null while the store can't be reached. */
export async function unlessDown<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (isKvDown(error)) return null;
    throw error;
  }
}

/** The innermost message of an error's causes: what the system or the server said. */
export function describeCause(error: unknown): string {
  if (!(error instanceof Error)) return "";
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
  return describeCause(inner) || error.message;
}
