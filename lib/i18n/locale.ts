export const locales = ["zh-TW", "en"] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "zh-TW";

/** The locale a cookie, a form or a header names; the default for anything else. */
export function parseLocale(value: unknown): Locale {
  return locales.find((locale) => locale === value) ?? defaultLocale;
}
