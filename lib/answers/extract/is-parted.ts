import { fold } from "@/lib/language/words/fold";

/**
 * Whether a folded text has a verb with its noun between which a number stands: 「分期」 in 「可分 6 期」, 「打折」 in 「打八五折」.
 */
export function isParted(word: string, text: string): boolean {
  const [verb, noun] = word;
  if (word.length !== 2 || !verb || !noun) return false;
  for (let at = text.indexOf(verb); at >= 0; at = text.indexOf(verb, at + 1))
    if (
      text.startsWith(noun, at + 1 + (number.exec(text.slice(at + 1, at + longest))?.[0].length ?? longest))
    )
      return true;
  return false;
}

/** UTF-16 units behind the verb. */
const longest = 10;
const number = new RegExp(
  `^${fold("成")}?\\s?(?:\\d{1,4}|[${fold("一二三四五六七八九十兩半幾")}]{1,4})\\s?`,
  "u",
);
