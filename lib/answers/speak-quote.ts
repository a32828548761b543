import { isTableRow, listMarker } from "@/lib/knowledge/chunk/line-kind";
import type { Passage, Span } from "@/lib/knowledge/chunk/passage";
import { linesOf } from "./lines-of";
import { tableAround } from "./table-around";

/**
 * A quote as a chat says it: without the marks of a heading or of a lone list item, and a table row with the names of its
 * columns (「洗牙：費用 健保給付，備註 每半年一次」). The quote itself stays as it is stored, in the sources.
 */
export function speakQuote(text: string, quote: Span, passage: Passage): string {
  const said: string[] = [];
  const lines = linesOf(text, quote.start, quote.end);
  let end = quote.start;
  for (const line of lines) {
    const gap = text.slice(end, line.start);
    end = line.end;
    const written = text.slice(line.start, line.end);
    const table = isTableRow(written) ? tableAround(text, line.start, passage) : null;
    if (table && !table.rows.some(({ start }) => start === line.start)) continue;
    const isBreak = /\n\s*\n/u.test(gap) && said.length > 0;
    if (isBreak) said.push("");
    said.push(table ? speakRow(written, table.head) : written.replace(/^#{1,6}\s+/u, ""));
  }
  const [first = ""] = said;
  const bullet = lines.length === 1 ? listMarker(first) : null;
  return bullet?.style === "bullet" ? first.slice(bullet.length) : said.join("\n");
}

function speakRow(row: string, head: string | null): string {
  const cells = cellsOf(row);
  const names = head === null ? [] : cellsOf(head);
  const isCjk = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(row + (head ?? ""));
  const [colon, comma] = isCjk ? ["：", "，"] : [": ", ", "];
  const [subject = "", ...rest] = cells;
  const values = rest.flatMap((cell, index) => {
    if (cell === "") return [];
    const name = rest.length > 1 ? names[index + 1] : "";
    return [name ? `${name} ${cell}` : cell];
  });
  return values.length > 0 ? [subject, values.join(comma)].filter(Boolean).join(colon) : subject;
}

function cellsOf(row: string): string[] {
  const plain = row.trim();
  const cells = plain.startsWith("|") ? plain.replace(/^\||\|$/gu, "").split("|") : plain.split("\t");
  return cells.map((cell) => cell.trim());
}
