import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import { getFetchingWords } from "@/lib/i18n/words/fetching-words";
import { findWords } from "@/lib/i18n/words/find-words";
import { getReadingWords, type ReadingWords } from "@/lib/i18n/words/reading-words";
import { readingFaults } from "@/lib/reading/reading";

/** What is said of a file that wasn't read or published, by the name of its fault; `text` is all of it. */
export function fileFault(locale: Locale, fault: string): ReadingWords & { text: string } {
  const words = wordsOf(locale, fault);
  return { ...words, text: [words.what, words.advice].filter(Boolean).join(locale === "zh-TW" ? "" : " ") };
}

function wordsOf(locale: Locale, fault: string): ReadingWords {
  const ofReading = readingFaults.find((name) => name === fault);
  if (ofReading) return getReadingWords(locale, ofReading);
  const ofFetching = findWords(getFetchingWords(locale), fault);
  if (ofFetching) return ofFetching;
  const { faults } = getCatalog(locale).knowledge.files;
  return findWords(faults, fault) ?? faults.other;
}
