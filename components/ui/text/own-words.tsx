import { languageOf } from "@/lib/language/language-of";

/**
 * What people wrote, inside our own sentence or alone: each stretch of Chinese, Japanese or Korean says its language,
 * so that its letters and punctuation keep their forms in an English interface.
 */
export function OwnWords({ children }: { children: string }) {
  const parts = splitByScript(children);
  return (
    // One element, whatever the layout around it does with its children.
    <span>
      {parts.map(({ text, at }) => (
        <span key={at} lang={eastAsianOf(text)}>
          {text}
        </span>
      ))}
    </span>
  );
}

function eastAsianOf(text: string): string | undefined {
  const language = languageOf(text);
  return language === "en" ? undefined : language;
}

const letter = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}`;
/** Letters with the full-width punctuation around them. */
const eastAsian = new RegExp(`[${letter}\u3000-\u303f\uff00-\uffef]+`, "gu");

function splitByScript(text: string): { text: string; at: number }[] {
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
