import type { Locale } from "@/lib/i18n/locale";

/** Reads the words of a language, once; the same promise each time, for React's `use`. What could not be loaded is asked for again. */
export function createWords<Words>(
  load: Record<Locale, () => Promise<Words>>,
): (locale: Locale) => Promise<Words> {
  const loaded = new Map<Locale, Promise<Words>>();
  return (locale) => {
    const known = loaded.get(locale);
    if (known) return known;
    const words = load[locale]();
    loaded.set(locale, words);
    words.catch(() => loaded.delete(locale));
    return words;
  };
}
