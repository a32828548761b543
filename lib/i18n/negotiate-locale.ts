import { defaultLocale, type Locale } from "./locale";
import { readAcceptLanguage } from "./read-accept-language";

/**
 * The locale that an `Accept-Language` value asks for: of Chinese and English the one it prefers, English where it
 * names only other languages, the default where it names none.
 */
export function negotiateLocale(acceptLanguage: string | null): Locale {
  const tags = readAcceptLanguage(acceptLanguage);
  for (const tag of tags) {
    const [language] = tag.split("-");
    if (language === "zh") return "zh-TW";
    if (language === "en") return "en";
  }
  return tags.length > 0 ? "en" : defaultLocale;
}
