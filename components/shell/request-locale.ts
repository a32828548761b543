import { cookies, headers } from "next/headers";
import { findLocale, type Locale } from "@/lib/i18n/locale";
import { negotiateLocale } from "@/lib/i18n/negotiate-locale";

/** The locale of the request at hand: what somebody chose in this browser, else what the browser asks for. */
export async function getRequestLocale(): Promise<Locale> {
  const chosen = findLocale((await cookies()).get("locale")?.value);
  return chosen ?? negotiateLocale((await headers()).get("accept-language"));
}
