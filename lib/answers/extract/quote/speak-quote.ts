import { sliceMapped } from "@/lib/language/markup/mapped-text";
import type { Span } from "@/lib/language/passage";
import { splitUnit } from "@/lib/language/tables/name-columns";
import type { Row, Table } from "@/lib/language/tables/table";
import { keepPerPassage, type PromptPassage } from "../keep-per-passage";
import { linesOf } from "../layout/lines-of";
import { tablesOf } from "../layout/tables-of";
import { readPassage } from "../read-passage";
import type { Quote } from "./quote";

/**
 * A quote as a chat says it: plain words, a lone list item without its mark, and a table row with the names of its
 * columns (「洗牙：費用 健保給付，備註 每半年一次」), or of those that it is to say. "" where a reader sees nothing of it.
 */
export function speakQuote(passage: PromptPassage, quote: Span & Pick<Quote, "columns">): string {
  const known = spokenQuotes(passage);
  const key = `${quote.start}-${quote.end}-${quote.columns ?? ""}`;
  const spoken = known.get(key) ?? speakAnew(passage, quote);
  if (known.size < quotesKept) known.set(key, spoken);
  return spoken;
}

/** Of each quote that was said, whatever was asked. */
const spokenQuotes = keepPerPassage((_: PromptPassage) => new Map<string, string>());
const quotesKept = 30;

function speakAnew(passage: PromptPassage, quote: Span & Pick<Quote, "columns">): string {
  const { text } = passage;
  const { said, seen } = readPassage(passage);
  if (sliceMapped(seen, quote.start, quote.end) === "") return "";
  // What has its labels itself is said as it stands, unless some of it is asked for.
  const tables = tablesOf(passage).filter(
    ({ start, end, form }) =>
      start < quote.end && quote.start < end && (form !== "records" || quote.columns !== undefined),
  );
  const spoken =
    tables.length > 0
      ? speakLines(passage, piecesOf(text, quote, tables), tables, quote.columns)
      : sliceMapped(said, quote.start, quote.end);
  if (!spoken.includes("\n")) return spoken.replace(loneMark, "");
  // A quote may end within code.
  return (spoken.match(/^```$/gm)?.length ?? 0) % 2 === 1 ? `${spoken}\n\`\`\`` : spoken;
}

/** A minus needs no blank behind it: -18°C. */
const loneMark = /^(?:[-*+]\s+|[•·‧・●○■□◆◇▪▶►※★☆①-⑳]\s*)(?=\S)/u;

/** Its lines, but the rows of tables whose rows are no lines. */
function piecesOf(text: string, quote: Span, tables: readonly Table[]): Span[] {
  const pieces: Span[] = [];
  let at = quote.start;
  for (const { form, start, end, rows } of tables) {
    if (form !== "html" && form !== "records") continue;
    if (start > at) pieces.push(...linesOf(text, at, start));
    pieces.push(...rows.filter((row) => row.start >= quote.start && row.end <= quote.end));
    at = Math.max(at, end);
  }
  if (at < quote.end) pieces.push(...linesOf(text, at, quote.end));
  return pieces;
}

/** Line by line, for rows are said each by itself. */
function speakLines(
  passage: PromptPassage,
  lines: readonly Span[],
  tables: readonly Table[],
  columns: readonly number[] | undefined,
): string {
  const { text } = passage;
  const { said } = readPassage(passage);
  const rowOfLine = new Map<number, { table: Table; row: Row | null }>();
  for (const table of tables) {
    if (table.rows.length === 0) continue;
    for (const { start } of table.lines) rowOfLine.set(start, { table, row: null });
    for (const row of table.rows) rowOfLine.set(row.start, { table, row });
  }
  const shown = lines.filter(({ start }) => rowOfLine.get(start)?.row).length;
  const column = columns?.length === 1 && shown > 1 ? columns[0] : undefined;
  const spoken: string[] = [];
  let last = lines[0]?.start ?? 0;
  let named: Table | undefined;
  for (const { start, end } of lines) {
    const gap = text.slice(last, start);
    last = end;
    const place = rowOfLine.get(start);
    const isWhole = !place?.row || place.row.end <= end;
    // What names the columns is said with each row.
    if (place && !place.row) continue;
    if (/\n\s*\n/u.test(gap) && spoken.length > 0 && !place) spoken.push("");
    if (place?.row && isWhole && column !== undefined && named !== place.table) {
      named = place.table;
      const { name = "" } = place.table.columns?.[column] ?? {};
      if (name !== "") spoken.push(`${name}${colonOf(name)}`.trimEnd());
    }
    const line =
      place?.row && isWhole
        ? speakRow(place.table, place.row, columns, column !== undefined, (cell) =>
            sliceMapped(said, cell.start, cell.end),
          )
        : sliceMapped(said, start, end);
    if (line !== "") spoken.push(line);
  }
  return spoken.join("\n");
}

/** `isNamed`: the one column that is said has been named above. */
function speakRow(
  table: Table,
  row: Row,
  columns: readonly number[] | undefined,
  isNamed: boolean,
  say: (cell: Span) => string,
): string {
  const names = table.columns ?? [];
  const subject = say(row.subject);
  const turned = table.isTurned ? splitUnit(subject) : null;
  const label = turned?.name ?? subject;
  const told = row.cells.flatMap((cell, at) => {
    const words = at > 0 && (columns?.includes(at) ?? true) ? say(cell) : "";
    if (words === "") return [];
    const { name = "", unit = "" } = names[at] ?? {};
    return [
      { name: row.cells.length > 2 && !isNamed ? name : "", words: withUnit(words, turned?.unit || unit) },
    ];
  });
  const [only, ...others] = told;
  const isCjk = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(
    [label, ...told.flatMap(({ name, words }) => [name, words])].join(" "),
  );
  const comma = isCjk ? "，" : ", ";
  // Of one thing what is told of it: 「雙人房：價格 2,000 元」.
  if (turned && only && others.length === 0 && only.name !== "")
    return `${only.name}${colonOf(isCjk)}${label} ${only.words}`;
  const values = told.map(({ name, words }) => (name ? `${name} ${words}` : words)).join(comma);
  return [label, values].filter(Boolean).join(colonOf(isCjk));
}

function colonOf(isCjk: boolean | string): string {
  return isCjk === true || /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(String(isCjk))
    ? "："
    : ": ";
}

/** 「480」 in a column of prices is 「480 元」. */
function withUnit(words: string, unit: string): string {
  if (unit === "" || !bareNumber.test(words)) return words;
  return /^[%％°℃]/u.test(unit) ? `${words}${unit}` : `${words} ${unit}`;
}

const bareNumber = /^[約~]?\s*\d[\d,.]*(?:\s*[-~～–至]\s*\d[\d,.]*)?$/u;
