import type { BlockNode, InlineNode, TableCell } from "./tree";

/** Makes an element; `key` tells it from those beside it. */
export type CreateElement<N> = (
  tag: MarkupTag,
  attributes: Record<string, string>,
  children: (N | string)[],
  key: number,
) => N;

type MarkupTag =
  | "p"
  | "ul"
  | "ol"
  | "li"
  | "pre"
  | "code"
  | "strong"
  | "em"
  | "br"
  | "a"
  | "table"
  | "tbody"
  | "tr"
  | "th"
  | "td";

/**
 * A tree as elements, the same that the widget makes (test/markdown-cases.ts). Links lead to http, https, mailto and
 * tel.
 */
export function renderMarkup<N>(blocks: readonly BlockNode[], create: CreateElement<N>): N[] {
  return blocks.flatMap((block, key) => {
    if (block.type === "nothing") return [];
    if (block.type === "code") {
      const text = block.lines.map((line) => line.text).join("\n");
      return [create("pre", { tabindex: "0" }, [create("code", {}, [text], 0)], key)];
    }
    if (block.type === "list") {
      const items = block.items.map(({ blocks: inside }, index) =>
        create("li", {}, renderItem(inside, create), index),
      );
      const start = String(block.items[0]?.number ?? 1);
      return [create(block.isOrdered ? "ol" : "ul", block.isOrdered ? { start } : {}, items, key)];
    }
    if (block.type === "table") {
      const rows: [TableCell[], "th" | "td"][] = block.rows.map((row) => [row, "td"]);
      if (block.head) rows.unshift([block.head, "th"]);
      const made = rows.map(([row, tag], index) => {
        const cells = row.map((cell, column) => create(tag, {}, renderInline(cell, create), column));
        return create("tr", {}, cells, index);
      });
      return [create("table", { tabindex: "0" }, [create("tbody", {}, made, 0)], key)];
    }
    return [create("p", {}, renderParagraph(block, create), key)];
  });
}

type Paragraph = BlockNode & { type: "paragraph" };

function renderParagraph<N>({ isHeading, children }: Paragraph, create: CreateElement<N>): (N | string)[] {
  const inline = renderInline(children, create);
  return isHeading ? [create("strong", {}, inline, 0)] : inline;
}

/** An item's first words stand in it without a paragraph around them. */
function renderItem<N>(blocks: readonly BlockNode[], create: CreateElement<N>): (N | string)[] {
  const [first, ...rest] = blocks;
  if (first?.type !== "paragraph") return renderMarkup(blocks, create);
  return [...renderParagraph(first, create), ...renderMarkup(rest, create)];
}

function renderInline<N>(nodes: readonly InlineNode[], create: CreateElement<N>): (N | string)[] {
  const made: (N | string)[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") made.push(text);
    text = "";
  };
  for (const [key, node] of nodes.entries()) {
    if (node.type === "text") {
      text += node.text;
      continue;
    }
    flush();
    if (node.type === "break") made.push(create("br", {}, [], key));
    else if (node.type === "code") made.push(create("code", {}, [node.text.text], key));
    else if (node.type === "link") {
      const children = renderInline(node.children, create);
      const href = safeHref(node.href);
      if (href === "") made.push(...children);
      else made.push(create("a", { href, target: "_blank", rel: "noopener noreferrer" }, children, key));
    } else if (node.type !== "nothing") {
      made.push(
        create(node.type === "strong" ? "strong" : "em", {}, renderInline(node.children, create), key),
      );
    }
  }
  flush();
  return made;
}

function safeHref(address: string): string {
  const url = URL.parse(address);
  return url && /^(?:https?|mailto|tel):$/.test(url.protocol) ? url.href : "";
}
