import { createElement, type ReactNode, useMemo } from "react";
import { parseMarkup } from "@/lib/language/markup/parse-markup";
import { renderMarkup } from "@/lib/language/markup/render-markup";

/** What was said, with its marks as a visitor sees them: paragraphs, lists, tables, emphasis, code and links. */
export function Markup({ text }: { text: string }) {
  const elements = useMemo(
    () =>
      renderMarkup<ReactNode>(
        parseMarkup(text, "shown"),
        (tag, { start, tabindex, ...attributes }, children, key) =>
          createElement(
            tag,
            {
              key,
              className: classes[tag],
              ...attributes,
              ...(start !== undefined && { start: Number(start) }),
              ...(tabindex !== undefined && { tabIndex: Number(tabindex) }),
            },
            ...children,
          ),
      ),
    [text],
  );
  return <div className="flex min-w-0 flex-col gap-2">{elements}</div>;
}

const classes: Partial<Record<string, string>> = {
  ul: "list-disc pl-5",
  ol: "list-decimal pl-6",
  a: "break-words text-accent underline underline-offset-2",
  strong: "font-semibold",
  code: "rounded bg-surface-2 px-1 font-mono text-sm",
  pre: "max-w-full overflow-x-auto rounded-control bg-surface-2 p-2",
  table: "block max-w-full overflow-x-auto [overflow-wrap:normal]",
  th: "border-line border-b py-1 pr-4 text-left align-top font-semibold whitespace-nowrap",
  td: "min-w-24 border-line border-b py-1 pr-4 align-top",
};
