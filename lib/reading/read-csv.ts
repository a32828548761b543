import papaparse from "papaparse";
import { decodeText } from "./decode-text";
import type { ColumnMapping } from "./office/sheet-columns";
import { type Merge, writeSheet } from "./office/write-sheet";
import type { Read } from "./reading";
import { ReadingError } from "./reading-error";
import { readingLimits } from "./reading-limits";
import type { TextEncoding } from "./text-encodings";

/** A table in a file of text. Throws ReadingError `line_too_long` or `too_many_rows`. */
export function readCsv(bytes: Buffer, encoding?: TextEncoding, mapping?: ColumnMapping): Read {
  const { text } = decodeText(bytes, encoding);
  if (longestLine(text) > readingLimits.lineCharacters) throw new ReadingError("line_too_long");
  const declared = /^sep=(.)\r?\n/i.exec(text.slice(0, 10))?.[1];
  const body = declared ? text.slice(text.indexOf("\n") + 1) : text;
  const delimiter = declared ?? findDelimiter(body);
  const { data } = papaparse.parse(body, {
    delimiter,
    preview: readingLimits.rows + 1,
    skipEmptyLines: false,
  });
  if (data.length > readingLimits.rows) throw new ReadingError("too_many_rows");
  const rows = data.map((row) => row.map((cell) => cell.trim()));
  const { text: written, columns, notes } = writeSheet(rows, mergedHead(rows), mapping);
  return { parts: [{ text: written, ...(columns && { columns }) }], notes };
}

/**
 * What was merged in a sheet's head of two rows before it became text: each column without a name in the first row
 * has one in the second, below the name to its left.
 */
function mergedHead([first = [], second = []]: string[][]): Merge[] {
  const width = Math.max(first.length, second.length);
  const columns = Array.from({ length: width }, (_, at) => at);
  const isNamed = (at: number) => Boolean(first[at]);
  const isBelow = (at: number) => Boolean(second[at]);
  const isHead = isNamed(0) && !isBelow(0) && columns.every((at) => isNamed(at) || isBelow(at));
  if (!isHead || !columns.some((at) => !isNamed(at))) return [];
  return columns.filter(isNamed).map((startCol) => {
    const next = columns.find((at) => at > startCol && isNamed(at)) ?? width;
    return { startRow: 0, endRow: isBelow(startCol) ? 0 : 1, startCol, endCol: next - 1 };
  });
}

/** What stands in the first lines outside of quotes, most often and in most of them; lists in cells have commas too. */
function findDelimiter(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]{0,10000}"/g, "")
    .split(/[\r\n]+/, 30)
    .filter((line) => line.trim() !== "");
  const scores = ["\t", ",", ";", "|"].map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const most = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    return {
      delimiter,
      score: most > 0 ? counts.filter((count) => count === most).length / counts.length : 0,
    };
  });
  return scores.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ",";
}

function longestLine(text: string): number {
  let longest = 0;
  let start = 0;
  for (const end of text.matchAll(/[\r\n]/g)) {
    longest = Math.max(longest, end.index - start);
    start = end.index + 1;
  }
  return Math.max(longest, text.length - start);
}
