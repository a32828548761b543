export const locales = ["zh-TW", "en"] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "zh-TW";

/** The locale that a cookie or a form names; null for anything else. */
export function findLocale(value: unknown): Locale | null {
  return locales.find((locale) => locale === value) ?? null;
}
