/**
 * The words of another language under the keys of `words`: the lines are its texts in the same order
 * (scripts/build/build-widget.mjs writes them). Takes what it uses from the lines; without any the words stay.
 */
export function translate<W extends Record<string, string>>(words: W, lines: string[]): W {
  const translated = { ...words };
  for (const key in words) Reflect.set(translated, key, lines.shift() ?? words[key]);
  return translated;
}
