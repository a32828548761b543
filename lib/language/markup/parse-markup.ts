import { parseInline } from "./parse-inline";
import { isRuleRow, isTableLine, splitCells } from "./table-line";
import {
  type BlockNode,
  type InlineNode,
  type ListItem,
  type MarkupMode,
  maxDepth,
  type Place,
  type TableCell,
} from "./tree";

/**
 * Reads Markdown as a small tree: paragraphs, lists, tables, code, and in them emphasis, links and code. What it leaves
 * aside of CommonMark, and why, is in docs/decisions/041-one-reader-of-markdown.md. Places are offsets in `source`.
 * Takes time linear in its length.
 * @param isInFence whether the text begins within a fence of code
 */
export function parseMarkup(source: string, mode: MarkupMode, isInFence = false): BlockNode[] {
  return new BlockParser(mode === "shown" ? source : hideComments(source), mode).parse(isInFence);
}

type Line = Place & { text: string };
type Level = { indent: number; list: BlockNode & { type: "list" }; item: ListItem };

class BlockParser {
  readonly #mode: MarkupMode;
  readonly #lines: Line[];
  readonly #root: BlockNode[] = [];
  readonly #labels = new Map<string, string>();
  /** Done when all definitions are known. */
  readonly #later: (() => void)[] = [];
  #levels: Level[] = [];
  #paragraph: Line[] = [];
  #table: (BlockNode & { type: "table" }) | null = null;
  #isApart = false;

  constructor(source: string, mode: MarkupMode) {
    this.#mode = mode;
    this.#lines = readLines(source);
  }

  parse(isInFence: boolean): BlockNode[] {
    let at = isInFence ? this.#readFence(-1, { mark: "`", length: 3, indent: 0 }) + 1 : 0;
    for (; at < this.#lines.length; at++) {
      const line = this.#lines[at];
      if (line) at = this.#readLine(stripQuoteMarks(line), at);
    }
    this.#endParagraph();
    for (const work of this.#later) work();
    return this.#root;
  }

  /** Reads a line; the index of the last line that belongs to it. */
  #readLine(line: Line, at: number): number {
    const content = line.text.trim();
    if (content === "" || content === ">") {
      this.#endParagraph();
      this.#isApart = true;
      return at;
    }
    const fence = /^([ \t]*)(`{3,}|~{3,}(?!~))([^`]*)$/.exec(line.text);
    if (fence) {
      this.#enter(line);
      return this.#readFence(at, {
        mark: fence[2]?.charAt(0) ?? "`",
        length: fence[2]?.length ?? 3,
        indent: indentOf(line.text),
      });
    }
    if (this.#readTable(line, at)) return at;
    this.#table = null;
    if (/^[ \t]{0,3}(?:=={2,}|-{3,})[ \t]*$/.test(line.text) && this.#paragraph.length > 0) {
      this.#endParagraph(true, line.to);
    } else if (/^[ \t]{0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/.test(line.text)) {
      this.#endParagraph();
      this.#add({ type: "nothing", ...this.#placeOf(line) });
    } else if (this.#readItem(line) || this.#readHeading(line) || this.#readDefinition(line)) {
      return at;
    } else {
      if (this.#paragraph.length === 0) this.#enter(line);
      this.#paragraph.push(trimLine(line));
    }
    return at;
  }

  /** Leaves the list items that a line does not stand in any more. */
  #enter(line: Line): void {
    this.#endParagraph();
    const indent = indentOf(line.text);
    while ((this.#levels.at(-1)?.indent ?? -2) + 2 > indent) this.#levels.pop();
  }

  #add(block: BlockNode): void {
    this.#isApart = false;
    (this.#levels.at(-1)?.item.blocks ?? this.#root).push(block);
    for (const { list, item } of this.#levels) {
      list.to = block.to;
      item.to = block.to;
    }
  }

  #placeOf(line: Line): Place & { isApart: boolean } {
    return { from: line.from, to: line.to, isApart: this.#isApart };
  }

  #endParagraph(isHeading = false, to?: number): void {
    const lines = this.#paragraph;
    const [first, last] = [lines[0], lines.at(-1)];
    if (first && last) {
      const children: InlineNode[] = [];
      this.#paragraph = [];
      this.#add({ type: "paragraph", isHeading, children, ...this.#placeOf(first), to: to ?? last.to });
      this.#fill(children, lines);
    }
    this.#table = null;
  }

  #fill(children: InlineNode[], lines: readonly Line[]): void {
    this.#later.push(() => {
      const nodes = parseInline(lines.map(({ text }) => text).join("\n"), this.#mode, this.#labels);
      for (const node of movePlaces(nodes, lines)) children.push(node);
    });
  }

  #readFence(at: number, fence: { mark: string; length: number; indent: number }): number {
    const opening = this.#lines[at] ?? { from: 0, to: 0, text: "" };
    const lines: Line[] = [];
    let end = at + 1;
    for (; end < this.#lines.length; end++) {
      const line = this.#lines[end];
      const content = line?.text.trim() ?? "";
      const isEnd = content.length >= fence.length && content === fence.mark.repeat(content.length);
      if (!line || isEnd) break;
      const skipped = Math.min(fence.indent, line.text.length - line.text.trimStart().length);
      lines.push({ text: line.text.slice(skipped), from: line.from + skipped, to: line.to });
    }
    const code = lines.map((line) => ({ type: "text" as const, ...line }));
    this.#add({
      type: "code",
      lines: code,
      ...this.#placeOf(opening),
      to: (this.#lines[end] ?? lines.at(-1) ?? opening).to,
    });
    return end;
  }

  #readTable(line: Line, at: number): boolean {
    if (!line.text.includes("|")) return false;
    const next = this.#lines[at + 1];
    const cells = splitCells(line);
    const isHead = next !== undefined && isRuleRow(next.text) && splitCells(next).length === cells.length;
    if (!isHead && !isTableLine(line.text) && this.#table === null) return false;
    if (this.#table === null || isHead) {
      this.#enter(line);
      this.#table = { type: "table", head: null, rows: [], ...this.#placeOf(line) };
      this.#add(this.#table);
    }
    const table = this.#table;
    table.to = line.to;
    if (isRuleRow(line.text)) return true;
    const row = cells.map((cell) => {
      const children: TableCell = [];
      this.#fill(children, [cell]);
      return children;
    });
    if (isHead) table.head = row;
    else table.rows.push(row);
    return true;
  }

  #readItem(line: Line): boolean {
    const match = /^([ \t]*)(?:[-*+]|(\d{1,3})[.)])[ \t]+(?=\S)/.exec(line.text);
    if (!match) return false;
    this.#endParagraph();
    const [marker, blanks = "", digits] = match;
    const isOrdered = digits !== undefined;
    const indent = indentOf(line.text);
    let sibling: Level | undefined;
    while (
      (this.#levels.at(-1)?.indent ?? -2) + 2 > indent ||
      (sibling === undefined && this.#levels.length >= maxDepth)
    )
      sibling = this.#levels.pop();
    const from = line.from + blanks.length;
    const item: ListItem = { number: Number(digits ?? 0), blocks: [], from, to: line.to };
    const list = sibling?.list.isOrdered === isOrdered ? sibling.list : null;
    const isApart = this.#isApart;
    if (list) {
      list.items.push(item);
      list.to = line.to;
      this.#isApart = false;
      this.#levels.push({ indent: sibling?.indent ?? indent, list, item });
    } else {
      const added = { type: "list" as const, isOrdered, items: [item], from, to: line.to, isApart };
      this.#add(added);
      this.#levels.push({ indent, list: added, item });
    }
    const rest = { text: line.text.slice(marker.length), from: line.from + marker.length, to: line.to };
    if (!this.#readHeading(rest)) this.#paragraph.push(trimLine(rest));
    return true;
  }

  #readHeading(line: Line): boolean {
    const marker = /^ {0,3}#{1,6}[ \t]+/.exec(line.text)?.[0];
    if (marker === undefined) return false;
    this.#endParagraph();
    const levels = this.#levels;
    if (levels.at(-1)?.item.blocks.length !== 0) this.#enter(line);
    const title = trimLine({
      text: line.text.slice(marker.length),
      from: line.from + marker.length,
      to: line.to,
    });
    const bare = title.text.replace(/#{1,20}$/, "");
    const isClosed = bare === "" || /[ \t]$/.test(bare);
    const text = (isClosed ? bare : title.text).trimEnd();
    const children: InlineNode[] = [];
    this.#add({ type: "paragraph", isHeading: true, children, ...this.#placeOf(line) });
    this.#fill(children, [{ text, from: title.from, to: title.from + text.length }]);
    return true;
  }

  #readDefinition(line: Line): boolean {
    if (this.#mode === "shown" || this.#paragraph.length > 0) return false;
    const match = definition.exec(line.text);
    if (!match) return false;
    const [, label = "", written = ""] = match;
    const href = written.replace(/^<|>$/g, "");
    if (!/^(?:[a-z][a-z0-9+.-]{0,20}:|[/#.]|[\w-]{1,63}(?:\.[\w-]{1,63})+)/i.test(href)) return false;
    const key = label.trim().toLowerCase();
    if (this.#mode === "document" && !this.#labels.has(key)) this.#labels.set(key, href);
    this.#add({ type: "nothing", ...this.#placeOf(line) });
    return true;
  }
}

const definition = /^ {0,3}\[([^[\]\n]{1,100})\]:[ \t]*(\S{1,2000})(?:[ \t]+["'(].*)?$/;

function readLines(source: string): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from <= source.length; ) {
    const found = source.indexOf("\n", from);
    const end = found < 0 ? source.length : found;
    const to = end > from && source.charAt(end - 1) === "\r" ? end - 1 : end;
    lines.push({ text: source.slice(from, to), from, to });
    from = end + 1;
  }
  return lines;
}

function trimLine({ text, from }: Line): Line {
  const start = text.length - text.trimStart().length;
  const trimmed = text.trim();
  return { text: trimmed, from: from + start, to: from + start + trimmed.length };
}

function indentOf(text: string): number {
  let indent = 0;
  for (const char of text) {
    if (char === " ") indent++;
    else if (char === "\t") indent += 4 - (indent % 4);
    else break;
  }
  return indent;
}

/** Without the marks of a quotation, but with the `>` of 「> 1000 元」. */
function stripQuoteMarks(line: Line): Line {
  const marks =
    /^[ \t]{0,3}(?:>[ \t]?){1,8}(?![ \t]*(?:[\d>=$＄¥￥]|NT))(?=\S)/.exec(line.text)?.[0].length ?? 0;
  return marks === 0 ? line : { text: line.text.slice(marks), from: line.from + marks, to: line.to };
}

/** Comments of HTML as NULs, which no stored text has, so that all places stay; those in code stay. */
function hideComments(source: string): string {
  if (!source.includes("<!--")) return source;
  const text = `\n${source}`;
  let hidden = "";
  let from = 0;
  let isInFence = false;
  let isInCode = false;
  marksOfComments.lastIndex = 0;
  for (let match = marksOfComments.exec(text); match; match = marksOfComments.exec(text)) {
    const [mark] = match;
    if (mark === "`") isInCode = !isInCode;
    else if (mark.startsWith("\n")) {
      isInCode = false;
      if (mark !== "\n") isInFence = !isInFence;
    } else if (!isInCode && !isInFence) {
      const found = text.indexOf("-->", match.index + 4);
      const to = found < 0 ? text.length : found + 3;
      hidden += text.slice(from, match.index) + text.slice(match.index, to).replace(/[^\n]/g, "\0");
      from = to;
      marksOfComments.lastIndex = to;
    }
  }
  return (hidden + text.slice(from)).slice(1);
}

const marksOfComments = /\n(?:[ \t]{0,8}(?:```|~~~))?|`|<!--/g;

/** The places of nodes that were read from lines joined by line breaks, as places in the source; changes the nodes. */
function movePlaces(nodes: InlineNode[], lines: readonly Line[]): InlineNode[] {
  const starts: number[] = [];
  let start = 0;
  for (const { text } of lines) {
    starts.push(start);
    start += text.length + 1;
  }
  const move = (at: number) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return (lines[low]?.from ?? 0) + at - (starts[low] ?? 0);
  };
  const visit = (node: InlineNode) => {
    node.from = move(node.from);
    node.to = Math.max(node.from, move(node.to));
    if (node.type === "code") visit(node.text);
    else if ("children" in node) node.children.forEach(visit);
  };
  nodes.forEach(visit);
  return nodes;
}
