import { isTableRow } from "@/lib/language/line-kind";
import { sliceMapped } from "@/lib/language/markup/mapped-text";
import { plainText } from "@/lib/language/markup/plain-text";
import type { Passage, Span } from "@/lib/language/passage";
import { cellsOf } from "./layout/cells-of";
import { linesOf } from "./layout/lines-of";
import { tablesOf } from "./layout/table-around";
import { readPassage } from "./read-passage";

type SpokenPassage = Passage & { title: string; text: string; key?: string };

/**
 * A quote as a chat says it: plain words, a lone list item without its mark, and a table row with the names of its columns
 * (「洗牙：費用 健保給付，備註 每半年一次」). "" where a reader sees nothing of it.
 */
export function speakQuote(passage: SpokenPassage, quote: Span): string {
  const { text } = passage;
  const { said, seen } = readPassage(passage);
  if (sliceMapped(seen, quote.start, quote.end) === "") return "";
  const lines = linesOf(text, quote.start, quote.end);
  const hasTable = lines.some(({ start, end }) => isTableRow(text.slice(start, end)));
  const spoken = hasTable ? speakLines(passage, lines) : sliceMapped(said, quote.start, quote.end);
  if (!spoken.includes("\n")) return spoken.replace(loneMark, "");
  // A quote may end within code.
  return (spoken.match(/^```$/gm)?.length ?? 0) % 2 === 1 ? `${spoken}\n\`\`\`` : spoken;
}

/** A minus needs no blank behind it: -18°C. */
const loneMark = /^(?:[-*+]\s+|[•·‧・●○■□◆◇▪▶►※★☆①-⑳]\s*)(?=\S)/u;

/** Line by line, for rows are said each by itself. */
function speakLines(passage: SpokenPassage, lines: readonly Span[]): string {
  const { text } = passage;
  const { said } = readPassage(passage);
  /** Of each line of a table; null for those that only name the columns. */
  const namesOfLine = new Map<number, string[] | null>();
  for (const { head, rows, lines: all } of tablesOf(text, passage)) {
    const names = head === null ? [] : cellsOf(head, 0).map((cell) => plainText(cell.text, "document"));
    for (const { start } of all) namesOfLine.set(start, null);
    for (const { start } of rows) namesOfLine.set(start, names);
  }
  const spoken: string[] = [];
  let last = lines[0]?.start ?? 0;
  for (const { start, end } of lines) {
    const gap = text.slice(last, start);
    last = end;
    const row = text.slice(start, end);
    const names = namesOfLine.get(start);
    // What names the columns is said with each row.
    if (names === null) continue;
    if (/\n\s*\n/u.test(gap) && spoken.length > 0) spoken.push("");
    const line = names
      ? speakRow(
          cellsOf(row, start).map((cell) => sliceMapped(said, cell.from, cell.to)),
          names,
        )
      : sliceMapped(said, start, end);
    if (line !== "") spoken.push(line);
  }
  return spoken.join("\n");
}

function speakRow(cells: readonly string[], names: readonly string[]): string {
  const isCjk = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(
    [...cells, ...names].join(" "),
  );
  const [colon, comma] = isCjk ? ["：", "，"] : [": ", ", "];
  const [subject = "", ...rest] = cells;
  const values = rest.flatMap((cell, index) => {
    if (cell === "") return [];
    const name = rest.length > 1 ? names[index + 1] : "";
    return [name ? `${name} ${cell}` : cell];
  });
  return values.length > 0 ? [subject, values.join(comma)].filter(Boolean).join(colon) : subject;
}
