import { type SitePath, sitePaths } from "@/lib/paths";
import { findLocale, type Locale } from "./locale";

/** Of a request as the entry hands it to its page: the language that its address named. */
export const localeHeader = "x-address-locale";

/**
 * The address of a page of the site in one language, for search engines and links: `/features` → `/en/features`. The
 * page itself, `/features`, is in the reader's language.
 */
export function localeAddress(locale: Locale, path: SitePath): string {
  return path === "/" ? `/${locale}` : `/${locale}${path}`;
}

/** What such an address is of: `/en/features?x=1` → `{ locale: "en", url: "/features?x=1" }`; null for any other. */
export function readLocaleAddress(address: string): { locale: Locale; url: string } | null {
  const [path = ""] = address.split("?", 1);
  const [, name, ...rest] = path.split("/");
  const locale = findLocale(name);
  const page = `/${rest.join("/")}`;
  if (!locale || !sitePaths.some((known) => known === page)) return null;
  return { locale, url: page + address.slice(path.length) };
}
