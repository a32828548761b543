import type { ErrorCode } from "@/lib/errors";
import { getCatalog } from "./get-catalog";
import type { Locale } from "./locale";

type Failure = { code: ErrorCode; reason?: string | undefined; retryAfter?: number | undefined };

/** What happened, why, and what to do: one or two sentences for the person at the screen. */
export function errorMessage(locale: Locale, { code, reason, retryAfter }: Failure): string {
  const { errors } = getCatalog(locale);
  if (code === "rate_limited" && retryAfter) return errors.retryIn(retryAfter);
  const byReason: Record<string, string> = errors.byReason;
  return (reason && Object.hasOwn(byReason, reason) ? byReason[reason] : undefined) ?? errors.byCode[code];
}
