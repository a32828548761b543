import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { type LimitPolicy, limitOf } from "@/lib/kv/limits/limit-policies";

/** What a limit allows on this server, in words: "20 a minute", or that there is none. */
export function sayLimit(policy: LimitPolicy, locale: Locale): string {
  const words = getCatalog(locale).developers.limits;
  const limit = limitOf(policy);
  if (limit === null) return words.none;
  const minutes = policy.windowMs / 60_000;
  const count = limit.toLocaleString(locale);
  return minutes === 1 ? words.perMinute(count) : minutes === 60 ? words.perHour(count) : words.perDay(count);
}
