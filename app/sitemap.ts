import type { MetadataRoute } from "next";
import { connection } from "next/server";
import { getBaseUrl } from "@/lib/base-url";
import { getContext } from "@/lib/context";
import { env } from "@/lib/env";
import { locales } from "@/lib/i18n/locale";
import { localeAddress } from "@/lib/i18n/locale-address";
import { paths, type SitePath, sitePaths } from "@/lib/paths";
import { getDemoToken } from "./demo/get-demo-token";

/** The pages that a stranger may open here: no sign-up where it is not open, no demo where none was seeded. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  await connection();
  const hasDemo = (await getDemoToken(await getContext())) !== null;
  const others = [
    ...(hasDemo ? [paths.demo] : []),
    paths.signIn,
    ...(env().SIGNUP === "open" ? [paths.signUp] : []),
  ];
  return [
    ...(env().SITE === "1" ? sitePaths.flatMap(addressesOf) : []),
    ...others.map((path) => ({ url: getBaseUrl() + path })),
  ];
}

/** A page's address for every reader, and that in each language, each with all of them. */
function addressesOf(path: SitePath): MetadataRoute.Sitemap {
  const whole = (address: string) => getBaseUrl() + address;
  const languages = {
    ...Object.fromEntries(locales.map((locale) => [locale, whole(localeAddress(locale, path))])),
    "x-default": whole(path === "/" ? "" : path),
  };
  return Object.values(languages).map((url) => ({ url, alternates: { languages } }));
}
