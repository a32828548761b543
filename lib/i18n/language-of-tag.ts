import type { GreetingLanguage } from "./words/answer-words";

/** The language of a tag such as `zh-Hant-TW`, in any case; undefined where there are no words in it. */
export function languageOfTag(tag: string): GreetingLanguage | undefined {
  const name = tag.trim().toLowerCase();
  if (/^zh\b/.test(name)) return /-(hans|cn|sg|my)\b/.test(name) && !/-hant\b/.test(name) ? "zh-CN" : "zh-TW";
  if (/^en\b/.test(name)) return "en";
  return /^ja\b/.test(name) ? "ja" : undefined;
}
