import { type MappedText, MappedWriter } from "./mapped-text";
import type { BlockNode, InlineNode, TableCell } from "./tree";

/**
 * `seen`: what a reader sees: no marks, no images, no tags; the cells of a row with a tab between. `said`: the same as
 * a chat says it: an item of a list keeps its mark, code its backticks, and a link's address stands behind its words.
 * `plain`: nothing but words, without the numbers of a list.
 */
export type Form = "seen" | "said" | "plain";

/**
 * Writes a tree as text, with the way back to where each character stands; `base` is the offset of the tree's source.
 */
export function writeText(blocks: readonly BlockNode[], form: Form, base = 0): MappedText {
  const writer = new MappedWriter(base);
  writeBlocks(writer, blocks, form, "");
  return writer.end();
}

function writeBlocks(writer: MappedWriter, blocks: readonly BlockNode[], form: Form, indent: string): void {
  for (const [index, block] of blocks.entries()) {
    if (block.type === "nothing") continue;
    if (index > 0 || block.isApart) writer.startLine(block.isApart && indent === "", block.from);
    if (block.type === "list") writeList(writer, block, form, indent);
    else if (block.type === "table") writeTable(writer, block, form);
    else if (block.type === "code") writeCode(writer, block, form);
    else writeInline(writer, block.children, form, indent);
  }
}

function writeList(
  writer: MappedWriter,
  { items, isOrdered }: BlockNode & { type: "list" },
  form: Form,
  indent: string,
): void {
  for (const [index, item] of items.entries()) {
    const marker = markerOf(isOrdered, item.number, form);
    if (index > 0) writer.startLine(false, item.from);
    writer.add(`${form === "said" ? indent : ""}${marker}`, item.from);
    writeBlocks(writer, item.blocks, form, `${indent}${isOrdered ? "   " : "  "}`);
  }
}

function markerOf(isOrdered: boolean, number: number, form: Form): string {
  if (isOrdered) return form === "plain" ? "" : `${number}. `;
  return form === "said" ? "- " : "";
}

function writeTable(writer: MappedWriter, { head, rows }: BlockNode & { type: "table" }, form: Form): void {
  const all: TableCell[][] = head ? [head, ...rows] : rows;
  for (const [index, row] of all.entries()) {
    const start = row.flat()[0]?.from;
    if (index > 0 && start !== undefined) writer.startLine(false, start);
    for (const [column, cell] of row.entries()) {
      if (column > 0) writer.add("\t", cell[0]?.from ?? writer.lastOffset);
      writeInline(writer, cell, form, "");
    }
  }
}

function writeCode(writer: MappedWriter, { lines, from }: BlockNode & { type: "code" }, form: Form): void {
  if (form === "said") writer.add("```\n", from);
  for (const [index, line] of lines.entries()) {
    if (index > 0) writer.add("\n", line.from);
    writer.addPlain(line);
  }
  if (form === "said") writer.add("\n```", lines.at(-1)?.to ?? from);
}

function writeInline(writer: MappedWriter, nodes: readonly InlineNode[], form: Form, indent: string): void {
  for (const node of nodes) {
    if (node.type === "text") writer.addPlain(node);
    else if (node.type === "break") writer.addBreak(node.from, form === "said" ? indent : "");
    else if (node.type === "code") {
      if (form === "said") writer.add(fenceOf(node.text.text), node.text.from);
      writer.addPlain(node.text);
      if (form === "said") writer.add(fenceOf(node.text.text), writer.lastOffset);
    } else if (node.type === "link") {
      writeInline(writer, node.children, form, indent);
      if (form === "said") writer.addAddress(node.href, wordsOf(node.children));
    } else if ("children" in node) writeInline(writer, node.children, form, indent);
  }
}

function wordsOf(nodes: readonly InlineNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return node.text;
      if (node.type === "code") return node.text.text;
      return "children" in node ? wordsOf(node.children) : "";
    })
    .join("");
}

/** As many backticks as the code itself has not in a row. */
function fenceOf(code: string): string {
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).slice(0, 100).map(({ length }) => length));
  return "`".repeat(longest + 1);
}
