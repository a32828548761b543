import type { Failure } from "@/lib/to-failure";
import { findWords } from "./find-words";
import { getCatalog } from "./get-catalog";
import type { Locale } from "./locale";

type Told = Pick<Failure, "code"> & Partial<Pick<Failure, "reason" | "retryAfter">>;

/** What happened, why, and what to do: one or two sentences for the person at the screen. */
export function errorMessage(locale: Locale, { code, reason, retryAfter }: Told): string {
  const { errors } = getCatalog(locale);
  if (code === "rate_limited" && retryAfter) return errors.retryIn(retryAfter);
  return findWords(errors.byReason, reason) ?? errors.byCode[code];
}
