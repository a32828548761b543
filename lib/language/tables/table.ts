import type { Span } from "@/lib/language/passage";
import { trimSpan } from "@/lib/language/split-sentences";
import type { Cell, RowForm } from "./split-row";

export type Column = {
  /** As it is said: without its unit, two heads as one, the days of a week whole; "" for one without a name. */
  name: string;
  /** Of the bare numbers below: 「元」 of 「價格（元）」. */
  unit: string;
};

export type Row = Span & {
  /** One for each column, in order. */
  cells: Cell[];
  /** What it is of: its first cell, or the one above that goes on. */
  subject: Cell;
};

export type Table = Span & {
  /** Null where no row names the columns. */
  columns: Column[] | null;
  /** Those of its own rows that name the columns, as they stand. */
  heads: readonly (readonly Cell[])[];
  rows: Row[];
  /** How it is written: a row of records and of HTML may be several lines, or a part of one. */
  form: RowForm | "records" | "html";
  /** All its lines, none of HTML: the names of the columns and the rule below them too. */
  lines: readonly Span[];
  /** Whether its rows are what is told of the things that its columns are. */
  isTurned: boolean;
  /** Whether what names its columns stands elsewhere. */
  isLed: boolean;
};

export type Line = Span & {
  text: string;
  isCode: boolean;
  /** How many cells blanks align in it, 0 where it is no such row; kept once it was counted. */
  gapCells?: number;
};

/** The line under the head of a Markdown table. */
export function isRule(line: string): boolean {
  return line.includes("-") && /[|｜]/u.test(line) && /^[\s|｜:-]+$/u.test(line);
}

/** The span of a line without the blanks around it. */
export function spanOf(text: string, line: Line): Span {
  return trimSpan(text, line.start, line.end) ?? line;
}
