import { splitCells } from "@/lib/language/markup/table-line";

/** The cells of a row of pipes, full-width ones too, or tabs that begins at `from`, trimmed, and where they stand. */
export function cellsOf(row: string, from: number): { text: string; from: number; to: number }[] {
  if (/[|｜]/u.test(row)) {
    const text = row.replaceAll("｜", "|");
    return splitCells({ text, from, to: from + text.length });
  }
  let start = from;
  return row.split("\t").map((text) => {
    const cell = { text: text.trim(), from: start, to: start + text.length };
    start += text.length + 1;
    return cell;
  });
}
