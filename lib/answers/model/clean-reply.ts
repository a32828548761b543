import type { AddressBook } from "@/lib/language/addresses/create-address-book";
import { parseMarkup } from "@/lib/language/markup/parse-markup";
import type { BlockNode, InlineNode } from "@/lib/language/markup/tree";

/**
 * A whole reply of a model without what could reach out or pose as something else: no HTML, images, link definitions or
 * unseen characters, and no address but the book's; a link to another keeps its words. The marks of lists, tables,
 * links, emphasis and code stay as they were written. Takes time linear in the reply's length.
 */
export function cleanReply(reply: string, book: AddressBook): string {
  const written = reply.replace(unseen, "");
  const edits: Edit[] = [];
  collectEdits(parseMarkup(written, "reply"), { written, book, edits });
  const text = applyEdits(written, edits)
    // What only arose, or only looks like it: as text.
    .replace(/!(?=\[)/g, "")
    .replace(/<(?=[a-z/!?])/gi, "＜")
    .replace(/^([ \t]*\[[^\]\n]*\]):/gm, "$1：");
  return applyEdits(
    text,
    book.findUnknown(text).map(({ start, end }) => {
      const isInBrackets = text.charAt(start - 1) === "(" && text.charAt(end) === ")";
      return isInBrackets ? { from: start - 1, to: end + 1, by: "" } : { from: start, to: end, by: "" };
    }),
  );
}

const unseen =
  /[^\P{C}\n\t\u200d]|[\u{e0100}-\u{e01ef}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2028\u2029]/gu;

type Edit = { from: number; to: number; by: string };
type Editing = { written: string; book: AddressBook; edits: Edit[]; isInRow?: boolean };

function collectEdits(blocks: readonly BlockNode[], editing: Editing): void {
  const { edits } = editing;
  for (const block of blocks) {
    if (block.type === "nothing") edits.push({ from: block.from, to: block.to, by: "" });
    else if (block.type === "list")
      for (const { blocks: inside } of block.items) collectEdits(inside, editing);
    else if (block.type === "table") {
      for (const row of [block.head ?? [], ...block.rows])
        for (const cell of row) editInline(cell, { ...editing, isInRow: true });
    } else if (block.type === "paragraph") {
      const [first, last] = [block.children[0], block.children.at(-1)];
      const isMarked = block.isHeading && first !== undefined;
      if (isMarked && first.from > block.from) edits.push({ from: block.from, to: first.from, by: "" });
      editInline(block.children, editing);
      if (isMarked && last && last.to < block.to) edits.push({ from: last.to, to: block.to, by: "" });
    }
  }
}

function editInline(nodes: readonly InlineNode[], editing: Editing): void {
  const { written, book, edits, isInRow = false } = editing;
  for (const node of nodes) {
    const { from, to } = node;
    const first = written.charAt(from);
    if (node.type === "nothing") edits.push({ from, to, by: "" });
    else if (node.type === "text" && (first === "&" || first === "<") && node.text.length !== to - from)
      edits.push({ from, to, by: node.text });
    else if (node.type === "break" && first === "<") edits.push({ from, to, by: isInRow ? " " : "\n" });
    else if (node.type === "link") {
      const [start, end] = [node.children[0]?.from ?? to, node.children.at(-1)?.to ?? to];
      const isKept = first === "[" && isLink(node.href) && book.knows(node.href);
      if (!isKept && start > from) edits.push({ from, to: start, by: "" });
      editInline(node.children, editing);
      if (!isKept && end < to) edits.push({ from: end, to, by: "" });
    } else if ("children" in node) editInline(node.children, editing);
  }
}

function isLink(href: string): boolean {
  return /^(?:https?:\/\/|mailto:|tel:)/i.test(href);
}

/** Edits come in order and don't overlap. */
function applyEdits(text: string, edits: readonly Edit[]): string {
  let edited = "";
  let at = 0;
  const keep = (to: number) => {
    // No link may arise where something was taken out, and no address go on.
    if (at > 0 && at < to && /[!-~]$/.test(edited) && /[([]/.test(text.charAt(at))) edited += " ";
    edited += text.slice(at, to);
  };
  for (const { from, to, by } of edits) {
    if (from < at) continue;
    keep(from);
    edited += by;
    at = to;
  }
  keep(text.length);
  return edited;
}
