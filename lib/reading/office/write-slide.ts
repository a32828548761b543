import { escapeText } from "../escape-text";
import { writeTable } from "../write-table";

const tokens = /<(\/?)([\w:]{1,60})((?:\s[^<>]{0,5000})?)>|([^<]+)/g;

/** What is read of a shape: its place among the others, whether it is the slide's title, and its text as Markdown. */
type Shape = { isTitle: boolean; blocks: string[] };

/**
 * A slide's text, from its XML: the title as a heading, then each shape's paragraphs, lists and tables in
 * the file's order.
 */
export function writeSlide(xml: string): string {
  const shapes: Shape[] = [];
  let shape: Shape = { isTitle: false, blocks: [] };
  let isSkipped = false;
  let isText = false;
  let paragraph = "";
  let level = 0;
  let cell: string[] | null = null;
  let row: string[] | null = null;
  let rows: string[][] | null = null;
  for (const [, close, name = "", attributes = "", text] of xml.matchAll(tokens)) {
    if (text !== undefined) {
      if (isText && !isSkipped) paragraph += decodeEntities(text);
      continue;
    }
    const isOpen = close === "";
    const isEmpty = attributes.endsWith("/");
    if (name === "p:sp" || name === "p:graphicFrame" || name === "p:cxnSp") {
      if (isOpen) shape = { isTitle: false, blocks: [] };
      else if (!isSkipped) shapes.push(shape);
      isSkipped = false;
    } else if (name === "p:ph" && isOpen) {
      shape.isTitle = /\stype="(?:title|ctrTitle)"/.test(attributes);
      // What stands on every slide.
      isSkipped = /\stype="(?:ftr|sldNum|dt|hdr)"/.test(attributes);
    } else if (name === "a:t") isText = isOpen && !isEmpty;
    else if (name === "a:br" && isOpen) paragraph += "\n";
    else if (name === "a:pPr" && isOpen) level = Number(/\slvl="(\d)"/.exec(attributes)?.[1] ?? 0);
    else if (name === "a:tbl") {
      if (rows && !isOpen) shape.blocks.push(writeTable(rows));
      rows = isOpen ? [] : null;
    } else if (name === "a:tr") {
      if (row && !isOpen) rows?.push(row);
      row = isOpen ? [] : null;
    } else if (name === "a:tc") {
      if (cell && !isOpen) row?.push(escapeText(cell.join(" ")));
      cell = isOpen && !isEmpty ? [] : null;
    } else if (name === "a:p" && !isOpen) {
      const said = paragraph.trim();
      if (said && cell) cell.push(said);
      else if (said && !isSkipped)
        shape.blocks.push(level > 0 ? `${"  ".repeat(level - 1)}- ${escapeText(said)}` : escapeText(said));
      paragraph = "";
      level = 0;
    }
  }
  const titles = shapes
    .filter(({ isTitle }) => isTitle)
    .map(({ blocks }) => `# ${blocks.join(" ").replace(/\s+/gu, " ")}`);
  const bodies = shapes.filter(({ isTitle }) => !isTitle).map(({ blocks }) => joinBlocks(blocks));
  return [...titles.filter((title) => title !== "# "), ...bodies.filter(Boolean)].join("\n\n");
}

function joinBlocks(blocks: readonly string[]): string {
  return blocks
    .map((block, at) => {
      const isInList = /^\s*- /.test(block) && /^\s*- /.test(blocks[at - 1] ?? "");
      return (at === 0 ? "" : isInList ? "\n" : "\n\n") + block;
    })
    .join("");
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (whole, decimal, hex, name) => {
      if (name) return entities[String(name).toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
    },
  );
}
