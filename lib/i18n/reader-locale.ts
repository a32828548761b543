import type { Locale } from "./locale";

/** Whom an error is answered to that has no page around it: English where the reader's first language is, else Chinese. */
export function readerLocale(acceptLanguage: string | null | undefined): Locale {
  return /^\s*en\b/i.test(acceptLanguage ?? "") ? "en" : "zh-TW";
}
