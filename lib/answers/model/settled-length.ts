import { parseMarkup } from "@/lib/language/markup/parse-markup";
import type { BlockNode, InlineNode, Place } from "@/lib/language/markup/tree";

/**
 * How much of a reply that goes on is read the same whatever follows, so that it can be shown cleaned: up to the first
 * bracket, tag or backtick that nothing has closed yet, and not into what may be an address.
 */
export function settledLength(reply: string): number {
  const comment = reply.lastIndexOf("<!--");
  let settled = comment > reply.lastIndexOf("-->") ? comment : reply.length;
  const fences = [...reply.matchAll(/^[ \t]*(?:```|~~~)/gm)];
  if (fences.length % 2 === 1) settled = Math.min(settled, fences.at(-1)?.index ?? 0);
  const tail = reply.lastIndexOf("\n\n", settled - 1) + 1;
  const { open, closed, unseen } = findMarks(
    parseMarkup(reply.slice(tail, settled), "reply"),
    settled - tail,
  );
  if (open !== null) settled = tail + open;

  let at = settled;
  while (at > tail + closed) {
    // What is taken out joins what stands before it with what follows.
    const last = unseen.at(-1);
    if (last && tail + last.to >= at) {
      at = Math.min(at, tail + last.from);
      unseen.pop();
    } else if (inWord.test(reply.charAt(at - 1))) at--;
    else break;
  }
  if (/[!-~]|[\p{L}\p{N}]$/u.test(reply.slice(at, settled))) settled = at;
  // Marks alone may become a heading's or a rule.
  const line = reply.lastIndexOf("\n", settled - 1) + 1;
  const isOnlyMarks = line >= tail + closed && !/[\p{L}\p{N}]/u.test(reply.slice(line, settled));
  return isOnlyMarks ? line : settled;
}

const inWord = /[!-~．｡。／：＠？＝＆＃％－＿\p{L}\p{N}]/u;

type Marks = {
  /** Where the first mark stands that may still become more than text. */
  open: number | null;
  /** Where the last link or code ends before it. */
  closed: number;
  /** Tags and comments before it. */
  unseen: Place[];
};

function findMarks(blocks: readonly BlockNode[], length: number): Marks {
  const marks: Marks = { open: null, closed: 0, unseen: [] };
  const visit = (nodes: readonly InlineNode[]) => {
    for (const node of nodes) {
      if (marks.open !== null) return;
      const { type, from, to } = node;
      if (type === "strong" || type === "emphasis") visit(node.children);
      else if (type === "nothing" || (type === "break" && to - from > 2)) marks.unseen.push({ from, to });
      else if (type === "text" && node.text.length === to - from) {
        const at = node.text.search(/[[\]<`]/);
        if (at >= 0) marks.open = from + at;
      } else if (type === "text") marks.unseen.push({ from, to });
      // One more backtick, and code is not closed.
      else if (type === "code" && to === length) marks.open = from;
      else if (type === "code" || (type === "link" && from < (node.children[0]?.from ?? to)))
        marks.closed = to;
    }
  };
  const visitBlocks = (inside: readonly BlockNode[]) => {
    for (const block of inside) {
      if (block.type === "list") for (const item of block.items) visitBlocks(item.blocks);
      else if (block.type === "table")
        for (const row of [block.head ?? [], ...block.rows]) row.forEach(visit);
      else if (block.type === "paragraph") visit(block.children);
    }
  };
  visitBlocks(blocks);
  return marks;
}
