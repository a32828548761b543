import type { Failure } from "@/lib/to-failure";
import type { CoreCatalog } from "./catalog/zh-TW/core";
import { findWords } from "./words/find-words";

type Told = Pick<Failure, "code"> & Partial<Pick<Failure, "reason" | "retryAfter">>;

/** What happened, why, and what to do: one or two sentences for the person at the screen. */
export function errorMessage(catalog: CoreCatalog, { code, reason, retryAfter }: Told): string {
  const { errors } = catalog;
  if (code === "rate_limited" && retryAfter) return errors.retryIn(retryAfter);
  return findWords(errors.byReason, reason) ?? errors.byCode[code];
}
