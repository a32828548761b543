"use client";

import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { languageOf } from "@/lib/language/language-of";

/** In a row there is room for so many. */
const mostShown = 3;

/** Tags, small, in one line: the first ones, and how many more there are. Nothing where it has none. */
export function TagMarks({ names }: { names: readonly string[] }) {
  const words = useDashboardCatalog().chats.tags;
  if (names.length === 0) return null;
  const more = names.length - mostShown;
  return (
    <span className="flex min-w-0 items-center gap-1 overflow-hidden text-sm text-ink-soft">
      <span className="sr-only">{words.title}</span>
      {names.slice(0, mostShown).map((name) => (
        <span
          key={name}
          translate="no"
          lang={languageOf(name)}
          className="min-w-8 truncate rounded-control border border-line px-1.5"
        >
          {name}
        </span>
      ))}
      {more > 0 && (
        <span translate="no" className="shrink-0 tabular-nums">
          <span aria-hidden>{`+${more}`}</span>
          <span className="sr-only">{words.more(more)}</span>
        </span>
      )}
    </span>
  );
}
