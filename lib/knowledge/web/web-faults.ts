import { isAppError } from "@/lib/errors";

/** Why a page of the web wasn't read, or what lacks in a site; `lib/i18n/words/fetching-words` says what to do. */
const webFaults = [
  ...(["address_malformed", "address_refused", "redirected_too_often"] as const),
  ...(["fetch_too_large", "fetch_timed_out", "fetch_failed"] as const),
  ...(["not_found", "needs_login", "forbidden", "asked_too_often", "server_error", "http_error"] as const),
  ...(["robots", "drawn_by_scripts", "elsewhere", "same_as", "other_language"] as const),
  ...(["site_bound", "site_slow", "site_stopped", "no_sitemap"] as const),
] as const;
export type WebFault = (typeof webFaults)[number];

/** What a fetch that failed is called; it throws what is no fault of the address. */
export function toWebFault(error: unknown): WebFault {
  const found = isAppError(error) ? webFaults.find((fault) => fault === error.reason) : undefined;
  if (!found) throw error;
  return found;
}
