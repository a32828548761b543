const letter = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}`;
/** Letters with the full-width punctuation around them. */
const eastAsian = new RegExp(`[${letter}\u3000-\u303f\uff00-\uffef]+`, "gu");

/** The stretches of a text, those of East Asian writing and those between them, each with where it begins. */
export function splitByScript(text: string): { text: string; at: number }[] {
  const parts: { text: string; at: number }[] = [];
  let end = 0;
  for (const { 0: stretch, index } of text.matchAll(eastAsian)) {
    if (index > end) parts.push({ text: text.slice(end, index), at: end });
    parts.push({ text: stretch, at: index });
    end = index + stretch.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), at: end });
  return parts;
}
