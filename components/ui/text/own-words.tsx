import { languageOf } from "@/lib/language/language-of";
import { splitByScript } from "./split-by-script";

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
