import Link from "next/link";
import { useEffect, useRef } from "react";
import { useDashboardCatalog } from "@/components/shell/use-dashboard-catalog";
import { textLinkClass } from "@/components/ui/text-link-class";
import { languageOf } from "@/lib/language/language-of";
import { paths } from "@/lib/paths";
import type { ReadyReplies } from "./use-ready-replies";

/** The ready replies to choose from, above the field; the field keeps the focus. */
export function ReadyReplyList({ listId, shown, chosen, choose }: ReadyReplies) {
  const words = useDashboardCatalog().replies;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <div className="absolute inset-x-0 bottom-full z-10 mb-1 flex max-h-72 flex-col overflow-hidden rounded-card border border-line bg-surface shadow-float">
      <div ref={list} id={listId} role="listbox" aria-label={words.title} className="overflow-y-auto p-1">
        {[...Map.groupBy(shown, ({ stage }) => stage)].map(([stage, replies]) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset
          <div key={stage} role="group" aria-label={words.stages[stage].title}>
            <p aria-hidden className="px-3 pt-2 pb-1 text-sm text-ink-soft">
              {words.stages[stage].title}
            </p>
            {replies.map((reply) => (
              <button
                key={reply.id}
                type="button"
                id={`${listId}:${reply.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={reply.id === chosen?.id}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(reply)}
                className={`flex w-full min-h-8 cursor-pointer text-left items-baseline gap-3 rounded-control px-3 py-1 pointer-coarse:min-h-11 pointer-coarse:py-2.5 ${reply.id === chosen?.id ? "bg-accent-soft" : "hover:bg-surface-2"}`}
              >
                <span
                  translate="no"
                  lang={languageOf(reply.name)}
                  className="max-w-[40%] shrink-0 truncate font-medium"
                >
                  {reply.name}
                </span>
                <span translate="no" lang={languageOf(reply.text)} className="min-w-0 truncate text-ink-soft">
                  {reply.text}
                </span>
              </button>
            ))}
          </div>
        ))}
      </div>
      <p className="flex flex-wrap items-center justify-between gap-x-4 border-t border-line px-4 py-1.5 text-sm text-ink-soft">
        <span className="pointer-coarse:hidden">{words.keys}</span>
        {/* The field keeps the focus: the list would be gone before the click. */}
        <Link href={paths.replies} onMouseDown={(event) => event.preventDefault()} className={textLinkClass}>
          {words.manage}
        </Link>
      </p>
    </div>
  );
}
