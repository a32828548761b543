import { cookies, headers } from "next/headers";
import { findLocale, type Locale } from "@/lib/i18n/locale";
import { localeHeader } from "@/lib/i18n/locale-address";
import { negotiateLocale } from "@/lib/i18n/negotiate-locale";

/**
 * The locale of the request at hand: what its address names, else what somebody chose in this browser, else what the
 * browser asks for.
 */
export async function getRequestLocale(): Promise<Locale> {
  const chosen = (await getAddressLocale()) ?? findLocale((await cookies()).get("locale")?.value);
  return chosen ?? negotiateLocale((await headers()).get("accept-language"));
}

/** The locale that the address names, as `/en/features` does; null where it names none. */
export async function getAddressLocale(): Promise<Locale | null> {
  return findLocale((await headers()).get(localeHeader));
}
