import type { Locale } from "@/lib/i18n/locale";

/**
 * Words that come in a file a language. `give` is told them when the file is there, and draws nothing; `read` is a
 * promise of them, the same each time, for React's `use`.
 */
export function createWords<Words>() {
  const files = { "zh-TW": Promise.withResolvers<Words>(), en: Promise.withResolvers<Words>() };
  return {
    give: (locale: Locale, words: Words) => {
      files[locale].resolve(words);
      return () => null;
    },
    read: (locale: Locale): Promise<Words> => files[locale].promise,
  };
}
