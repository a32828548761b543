import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import type { DiffPart } from "@/lib/language/diff-texts";
import { languageOf } from "@/lib/language/language-of";

const shownAround = 3;

/** Two texts as one: what went is struck out, what came is marked; long stretches that stayed are folded. */
export function VersionDifference({ parts, locale }: { parts: DiffPart[]; locale: Locale }) {
  return (
    <div
      lang={languageOf(parts.map(({ text }) => text).join(""))}
      className="break-words whitespace-pre-wrap"
    >
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, never reordered
        <Part key={index} part={part} locale={locale} />
      ))}
    </div>
  );
}

function Part({ part: { kind, text }, locale }: { part: DiffPart; locale: Locale }) {
  if (kind === "added") return <ins className="bg-good-soft text-good no-underline">{text}</ins>;
  if (kind === "removed") return <del className="bg-bad-soft text-bad">{text}</del>;
  const lines = text.split("\n");
  const folded = lines.length - 2 * shownAround;
  if (folded < shownAround) return <span>{text}</span>;
  return (
    <>
      <span>{lines.slice(0, shownAround).join("\n")}</span>
      <details className="my-1 rounded-control border border-line bg-paper px-3 text-ink-soft">
        <summary lang={locale} className="cursor-pointer py-1 text-sm">
          {getCatalog(locale).knowledge.versions.unchanged(folded)}
        </summary>
        {lines.slice(shownAround, -shownAround).join("\n")}
      </details>
      <span>{lines.slice(-shownAround).join("\n")}</span>
    </>
  );
}
