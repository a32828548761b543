import type { Span } from "@/lib/language/passage";

/** What stands between the cells of a row. */
export type RowForm = "pipes" | "tabs" | "gaps" | "commas";

/** Without the blanks around it; an empty one stands where it would. */
export type Cell = Span & { text: string };

/**
 * The cells of the row `text.slice(start, end)`. Several tabs are one border where `isWide`. Pipes may be full-width,
 * those at the ends may be missing, and an escaped one is no border; nor is a comma in quotes or within a number.
 */
export function splitRow(text: string, { start, end }: Span, form: RowForm, isWide = false): Cell[] {
  const line = text.slice(start, end);
  if (form === "pipes") return splitPipes(line, start);
  if (form === "commas") return splitCommas(line, start);
  const border = form === "gaps" ? /[ \u3000]{2,}|\u3000/gu : isWide ? /\t+/gu : /\t/gu;
  const cells: Cell[] = [];
  let from = 0;
  for (const match of line.matchAll(border)) {
    // What is indented has nothing in its first column.
    cells.push(toCell(line, from, match.index, start));
    from = match.index + match[0].length;
  }
  cells.push(toCell(line, from, line.length, start));
  return cells;
}

function splitPipes(line: string, offset: number): Cell[] {
  const cells: Cell[] = [];
  let from = line.length - line.trimStart().length;
  const end = line.trimEnd().length;
  if (isPipe(line.charAt(from))) from++;
  for (let at = from; at < end; at++) {
    if (line.charAt(at) === "\\") at++;
    else if (isPipe(line.charAt(at))) {
      cells.push(toCell(line, from, at, offset));
      from = at + 1;
    }
  }
  if (from < end) cells.push(toCell(line, from, end, offset));
  return cells;
}

function isPipe(character: string): boolean {
  return character === "|" || character === "｜";
}

function splitCommas(line: string, offset: number): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  let isQuoted = false;
  const push = (to: number) => {
    const cell = toCell(line, from, to, offset);
    const isWhole = cell.text.length > 1 && cell.text.startsWith('"') && cell.text.endsWith('"');
    cells.push(
      isWhole ? { text: cell.text.slice(1, -1).trim(), start: cell.start + 1, end: cell.end - 1 } : cell,
    );
    from = to + 1;
  };
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    if (character === '"') isQuoted = !isQuoted;
    else if (character === "," && !isQuoted && !isThousands(line, at)) push(at);
  }
  push(line.length);
  return cells;
}

/** 「1,200」 */
function isThousands(line: string, at: number): boolean {
  return (
    /^\d{3}(?!\d)/.test(line.slice(at + 1, at + 5)) &&
    /(?<!\d)[1-9]\d{0,2}$/.test(line.slice(Math.max(0, at - 4), at))
  );
}

function toCell(line: string, from: number, to: number, offset: number): Cell {
  const text = line.slice(from, to).trim();
  const start = text === "" ? from : from + line.slice(from, to).search(/\S/u);
  return { text, start: offset + start, end: offset + start + text.length };
}
