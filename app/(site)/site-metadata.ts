import type { Metadata } from "next";
import { getAddressLocale, getRequestLocale } from "@/components/shell/preferences/request-locale";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { type Locale, locales } from "@/lib/i18n/locale";
import { localeAddress } from "@/lib/i18n/locale-address";
import { paths, type SitePath } from "@/lib/paths";

type Words = { title: string; description: string; isWholeTitle?: boolean };

/**
 * What search engines and shared links are told of a page of the site: its words, its own address and that
 * in each language.
 */
export async function siteMetadata(path: SitePath, words: Words): Promise<Metadata> {
  const [locale, addressLocale] = await Promise.all([getRequestLocale(), getAddressLocale()]);
  const { common, site } = getCatalog(locale);
  const isHome = path === paths.home;
  const alt = isHome ? site.picture.label : `${words.title} · ${words.description}`;
  const address = addressLocale ? localeAddress(locale, path) : path;
  return {
    title: words.isWholeTitle ? { absolute: words.title } : words.title,
    description: words.description,
    alternates: {
      canonical: address,
      languages: {
        ...Object.fromEntries(locales.map((one) => [one, localeAddress(one, path)])),
        "x-default": path,
      },
    },
    openGraph: {
      type: "website",
      siteName: common.productName,
      locale: locale.replace("-", "_"),
      url: address,
      images: [{ url: linkPicture(path, locale), width: 1200, height: 630, alt }],
    },
  };
}

/** The picture of a shared link: one a page and language, drawn by scripts/generate/generate-pictures.mjs. */
function linkPicture(path: SitePath, locale: Locale): string {
  const name = path === paths.home ? "" : `${path.slice(1).replaceAll("/", "-")}-`;
  return `/pictures/link-${name}${locale}.png`;
}
