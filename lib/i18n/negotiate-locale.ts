import { defaultLocale, type Locale } from "./locale";

const maxHeaderLength = 1_000;
const maxRanges = 32;

/**
 * The locale that an `Accept-Language` value asks for (RFC 9110, 12.5.4): of Chinese and English the one it prefers by its
 * q-values, English where it names only other languages, the default where it names none.
 */
export function negotiateLocale(acceptLanguage: string | null): Locale {
  const ranges = (acceptLanguage ?? "")
    .slice(0, maxHeaderLength)
    .split(",", maxRanges)
    .map(parseRange)
    .filter(({ language, quality }) => language !== "" && language !== "*" && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { language } of ranges) {
    if (language === "zh") return "zh-TW";
    if (language === "en") return "en";
  }
  return ranges.length > 0 ? "en" : defaultLocale;
}

/** `zh-Hant-TW;q=0.8` → `{ language: "zh", quality: 0.8 }`; without a readable q-value the quality is 1. */
function parseRange(range: string): { language: string; quality: number } {
  const [tag = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
  const q = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  const quality = q === undefined ? 1 : Number(q);
  return {
    language: tag.split("-")[0] ?? "",
    quality: Number.isFinite(quality) ? Math.min(1, Math.max(0, quality)) : 1,
  };
}
