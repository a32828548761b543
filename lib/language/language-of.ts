const read = 2_000;

/**
 * The language tag of a text that a person wrote, by its script: kana is Japanese, Hangul Korean, other Han letters are
 * Traditional Chinese, Latin letters English. Undefined where there are no letters: the text takes its surroundings'
 * then.
 */
export function languageOf(text: string): "zh-Hant" | "ja" | "ko" | "en" | undefined {
  const start = text.slice(0, read);
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(start)) return "ja";
  if (/\p{Script=Hangul}/u.test(start)) return "ko";
  if (/[\p{Script=Han}\p{Script=Bopomofo}]/u.test(start)) return "zh-Hant";
  return /\p{Script=Latin}/u.test(start) ? "en" : undefined;
}
