import type { Passage, Span } from "@/lib/language/passage";
import { readTables } from "@/lib/language/tables/read-tables";
import type { Row, Table } from "@/lib/language/tables/table";
import { keepPerPassage, type PromptPassage } from "../keep-per-passage";

/** The tables of a passage, in order. */
export const tablesOf = keepPerPassage(({ text, start, end, headings }: PromptPassage): Table[] =>
  readTables(text, { start, end }, headings.at(-1) ?? ""),
);

/** The headings above a passage, without what names the columns of a table that it goes on with. */
export function headingsAbove(passage: PromptPassage): readonly string[] {
  const { headings } = passage;
  return tablesOf(passage)[0]?.isLed ? headings.slice(0, -1) : headings;
}

/**
 * The table in which a sentence of a passage stands, with its row, null for the names of the columns; null for
 * other sentences.
 */
export function tableAround(
  passage: PromptPassage & Passage,
  { start }: Pick<Span, "start">,
): { table: Table; row: Row | null } | null {
  const table = tablesOf(passage).find((one) => one.start <= start && start < one.end);
  if (!table) return null;
  return { table, row: table.rows.find((row) => row.start <= start && start < row.end) ?? null };
}
