import { languageOfTag } from "@/lib/i18n/language-of-tag";
import type { AnswerLanguage } from "@/lib/i18n/words/answer-words";
import { FOLD_FROM } from "@/lib/language/words/fold-map";
import { plainWords } from "@/lib/language/words/plain-words";
import { CHARACTERS_FROM, SIMPLIFIED_ONLY } from "@/lib/language/words/taiwan/taiwan-words";
import { isNoise } from "../small-talk/is-noise";

/**
 * The language in which a visitor is spoken to: that of their newest words that tell one, else the first known one of
 * the tags, else Chinese as in Taiwan.
 * @param said what the visitor wrote, the newest first
 * @param tags language tags and `Accept-Language` values, the most telling first
 */
export function spokenLanguage(said: readonly string[], tags: readonly (string | null)[]): AnswerLanguage {
  let isChinese = false;
  for (const text of said) {
    const read = text.slice(0, longest);
    const language = languageOfText(read);
    if (isChinese && language === "en") continue;
    if (language) return language;
    isChinese ||= han.test(read);
  }
  const named = tags
    .flatMap((list) => list?.slice(0, longest).split(",") ?? [])
    .map((tag) => languageOfTag(tag.split(";")[0] ?? ""));
  return named.find((language) => language && (!isChinese || language.startsWith("zh"))) ?? "zh-TW";
}

/** UTF-16 units. */
const longest = 1_200;

/** Undefined where nothing tells: Han letters that both ways of writing share, numbers, signs, a single letter. */
function languageOfText(text: string): AnswerLanguage | undefined {
  if (kana.test(text)) return "ja";
  if (hangul.test(text)) return "ko";
  if (han.test(text)) {
    if (traditional.test(text)) return "zh-TW";
    return simplified.test(text) ? "zh-CN" : undefined;
  }
  if (/\p{Script=Bopomofo}/u.test(text)) return "zh-TW";
  return latin.test(text) && !isNoise(plainWords(text)) ? "en" : undefined;
}

const han = /\p{Script=Han}/u;
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const hangul = /\p{Script=Hangul}/u;
const latin = /(?<![\p{L}\p{N}])\p{Script=Latin}{2}/u;
const simplified = new RegExp(`[${SIMPLIFIED_ONLY}]`, "u");
const written = new Set(SIMPLIFIED_ONLY + CHARACTERS_FROM);
/** What folds to another letter and isn't written in Simplified text itself. */
const traditional = new RegExp(`[${[...FOLD_FROM].filter((letter) => !written.has(letter)).join("")}]`, "u");
