import type { Place } from "./tree";

/** Whether a line is a row of a table by its own form: `| a | b |`. */
export function isTableLine(line: string): boolean {
  const row = line.trim();
  return row.length > 2 && row.startsWith("|") && row.endsWith("|") && !row.endsWith("\\|");
}

/** Whether it is the line below a table's head: `|---|:-:|`. */
export function isRuleRow(line: string): boolean {
  return line.includes("|") && line.includes("-") && /^[|:\- \t]+$/.test(line)
    ? splitCells({ text: line, from: 0, to: line.length }).every(({ text }) => /^:?-+:?$/.test(text))
    : false;
}

type Line = Place & { text: string };

/** The cells of a row, trimmed, without the pipes at its ends; `\|` is no border. */
export function splitCells({ text, from }: Line): Line[] {
  const cells: Line[] = [];
  let start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  if (text.charAt(start) === "|") start++;
  const push = (to: number) => {
    const raw = text.slice(start, to);
    const lead = raw.length - raw.trimStart().length;
    const cell = raw.trim();
    cells.push({ text: cell, from: from + start + lead, to: from + start + lead + cell.length });
    start = to + 1;
  };
  for (let at = start; at < end; at++) {
    if (text.charAt(at) === "\\") at++;
    else if (text.charAt(at) === "|") push(at);
  }
  if (start < end) push(end);
  return cells;
}
