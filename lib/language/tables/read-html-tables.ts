import { plainText } from "@/lib/language/markup/plain-text";
import type { Span } from "@/lib/language/passage";
import { nameColumns } from "./name-columns";
import type { Cell } from "./split-row";
import type { Row, Table } from "./table";

/**
 * The tables of HTML that was pasted as it is written, in order; one may be cut at the stretch's ends. `names`: what
 * names the columns of the one that the stretch goes on with. Takes time linear in the length of the stretch.
 */
export function readHtmlTables(
  text: string,
  { start, end }: Span,
  names: readonly (readonly string[])[] = [],
): Table[] {
  const stretch = text.slice(start, end);
  const goesOn = names.length > 0 && /^\s*<tr[\s>]/iu.test(stretch);
  if (!goesOn && !/<table[\s>]/iu.test(stretch)) return [];
  const tables: Table[] = [];
  let from = goesOn ? start : -1;
  let rows: { span: Span; cells: Cell[]; isHead: boolean }[] = [];
  let row: { start: number; cells: Cell[]; heads: number } | null = null;
  let cell: { start: number; span: number } | null = null;
  const closeCell = (to: number) => {
    if (!cell || !row) return;
    row.cells.push(toCell(text, cell.start, to));
    // What is told of several columns stands in the first of them.
    for (let at = 1; at < cell.span; at++) row.cells.push({ text: "", start: to, end: to });
    cell = null;
  };
  const closeRow = (to: number, behind: number) => {
    closeCell(to);
    if (row && row.cells.length > 1)
      rows.push({
        span: { start: row.start, end: behind },
        cells: row.cells,
        isHead: row.heads >= row.cells.length,
      });
    row = null;
  };
  const closeTable = (to: number) => {
    const table = from >= 0 && toTable({ start: from, end: to }, rows, goesOn && from === start ? names : []);
    if (table) tables.push(table);
    rows = [];
  };
  for (const match of stretch.matchAll(tag)) {
    const at = start + match.index;
    const behind = at + match[0].length;
    const name = match[2]?.toLowerCase() ?? "";
    const isEnd = match[1] === "/";
    if (name === "table") {
      closeRow(at, at);
      closeTable(isEnd ? behind : at);
      from = isEnd ? -1 : at;
    } else if (name === "tr") {
      closeRow(at, isEnd ? behind : at);
      if (!isEnd && from >= 0) row = { start: at, cells: [], heads: 0 };
    } else if (row) {
      closeCell(at);
      if (isEnd) continue;
      if (name === "th") row.heads++;
      const span = Number(/colspan\s*=\s*["']?(\d{1,2})/iu.exec(match[0])?.[1] ?? 1);
      cell = { start: behind, span };
      if (name === "th") row.heads += span - 1;
    }
  }
  closeRow(end, end);
  closeTable(end);
  return tables;
}

const tag = /<(\/?)(table|tr|td|th)(?=[\s>/])[^<>]{0,300}>/giu;

function toCell(text: string, from: number, to: number): Cell {
  const written = text.slice(from, to);
  const start = from + Math.max(0, written.search(/\S/u));
  const end = Math.max(start, from + written.trimEnd().length);
  return {
    text: plainText(written.slice(0, longestCell), "document").replace(/\s+/gu, " ").trim(),
    start,
    end,
  };
}

/** UTF-16 units that are read of a cell. */
const longestCell = 500;

function toTable(
  span: Span,
  all: readonly { span: Span; cells: Cell[]; isHead: boolean }[],
  names: readonly (readonly string[])[],
): Table | null {
  const isLed = names.length > 0;
  const firstTold = all.findIndex(({ isHead }) => !isHead);
  const heads = all.slice(0, firstTold < 0 ? all.length : Math.min(firstTold, 2)).map(({ cells }) => cells);
  // Without a head the first row is taken for one where it has no figure and others have.
  const isNamed =
    heads.length > 0 || (!isLed && all.length > 2 && !all[0]?.cells.some(({ text }) => /\d/u.test(text)));
  const named = heads.length > 0 ? heads : isNamed ? all.slice(0, 1).map(({ cells }) => cells) : [];
  let subject: Cell | undefined;
  const rows: Row[] = all.slice(named.length).map(({ span: { start, end }, cells }) => {
    const [own] = cells;
    if (own && (own.text !== "" || !subject)) subject = own;
    return { start, end, cells, subject: subject ?? { text: "", start, end: start } };
  });
  if (rows.length === 0) return null;
  const columnNames = isLed ? names : named.map((row) => row.map(({ text }) => text));
  return {
    ...span,
    columns: columnNames.length > 0 ? nameColumns(columnNames, "") : null,
    heads: named,
    rows,
    lines: [],
    isTurned: false,
    isLed,
    form: "html",
  };
}
