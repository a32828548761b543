import type { ReasonOf } from "@/lib/error-reasons";
import { AppError } from "@/lib/errors";

export type StorageReason = Extract<ReasonOf<"unavailable">, `storage_${string}`>;

/** What the store of files failed at; what it said stands in the message, for the log. */
export function storageFault(reason: StorageReason, cause?: unknown): AppError {
  const said = cause instanceof Error ? cause.message : String(cause ?? "");
  return new AppError("unavailable", `storage failed (${reason}): ${said.slice(0, 300)}`, { reason });
}
