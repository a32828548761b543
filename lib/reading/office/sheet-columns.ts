import { z } from "zod";
import { columnRoles } from "./column-roles";

/** Columns of a table, as its head names them; of each what it holds, or may hold where nobody said so. */
export const sheetColumns = z.array(z.object({ name: z.string().max(200), role: z.enum(columnRoles) }));
export type SheetColumns = z.output<typeof sheetColumns>;

/** By the names of columns what they hold; empty for a sheet that is read as a table. */
export const columnMapping = z
  .record(z.string().max(200), z.enum(columnRoles))
  .refine((mapping) => Object.keys(mapping).length <= mostColumns);
export type ColumnMapping = z.output<typeof columnMapping>;

/** As a source keeps it; undefined where nobody said any. */
export function readColumns(stored: unknown): ColumnMapping | undefined {
  return columnMapping.safeParse(stored).data;
}

/** So many columns are offered. */
const mostColumns = 30;

export const questionHead = /^(?:(?:常見)?(?:問題|題目|提問)|問|question|q)(?:內容|描述)?$/i;
export const answerHead = /^(?:(?:標準|參考)?(?:答案|回答|回覆|解答|答覆)|答|answer|a|reply)(?:內容)?$/i;
const askHead =
  /^(?:其他|相似|類似|別的)?(?:問法|說法|相似問題|類似問題|similar questions?|other wordings?|variants?)$/i;
const ignoredHead = /^(?:#|no\.?|id|編號|序號|項次)$/i;
/** Rows that are looked at. */
const looked = 50;

/**
 * What each column may hold, by its name; where no name says it, what most often ends in a question mark may be the
 * question, and the longest of the others its answer.
 */
export function guessColumns(head: readonly string[], rows: readonly (readonly string[])[]): SheetColumns {
  const names = head.slice(0, mostColumns).map(columnName);
  const some = rows.slice(0, looked);
  const asks = names.map(
    (_, at) => some.filter((row) => /[?？]\s*$/.test((row[at] ?? "").slice(-20))).length,
  );
  const lengths = names.map((_, at) => some.reduce((sum, row) => sum + (row[at] ?? "").length, 0));
  const named = names.findIndex((name) => questionHead.test(name));
  const question = named >= 0 ? named : indexOfMost(asks, some.length / 3);
  const told = names.findIndex((name, at) => at !== question && answerHead.test(name));
  const answer =
    told >= 0 || question < 0
      ? told
      : indexOfMost(
          lengths.map((length, at) => (at === question ? 0 : length)),
          1,
        );
  return names.map((name, at) => ({
    name,
    role:
      at === question
        ? "question"
        : at === answer
          ? "answer"
          : askHead.test(name)
            ? "ask"
            : ignoredHead.test(name) || name === ""
              ? "ignore"
              : "extra",
  }));
}

/** As mappings have it. */
export function columnName(cell: string): string {
  return cell.slice(0, 1_000).replace(/\s+/gu, " ").trim().slice(0, 200);
}

function indexOfMost(values: readonly number[], least: number): number {
  const most = Math.max(...values, 0);
  return most >= Math.max(1, least) ? values.indexOf(most) : -1;
}
