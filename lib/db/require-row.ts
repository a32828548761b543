import { AppError, type AppErrorOptions } from "@/lib/errors";

/**
 * What a query with the owner in its `where` found, or how many rows it changed. Throws AppError `not_found` for none:
 * what belongs to somebody else looks the same as what isn't there.
 */
export function requireRow<T>(
  found: T | null | undefined,
  missing: string,
  options?: Pick<AppErrorOptions<"not_found">, "reason">,
): T {
  if (found === null || found === undefined || found === 0) throw new AppError("not_found", missing, options);
  return found;
}
