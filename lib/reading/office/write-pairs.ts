import { escapeText } from "../escape-text";
import type { ReadingNote } from "../reading";
import type { ColumnRole } from "./column-roles";
import { type ColumnMapping, columnName } from "./sheet-columns";

type Row = { cells: readonly string[]; number: number };

/** Code points. */
const longest = { question: 300, answer: 5_000 };

/**
 * Rows as pairs by what somebody said of their columns; null where none of them is the question, or the answer. A row
 * without a question or an answer, with a question that stood above, or that is too long is left out, and noted.
 */
export function writeMappedPairs(
  head: readonly string[],
  rows: readonly Row[],
  mapping: ColumnMapping,
): { text: string; notes: ReadingNote[] } | null {
  const roles = head.map((name) => roleIn(mapping, name));
  const question = roles.indexOf("question");
  const answer = roles.indexOf("answer");
  if (question < 0 || answer < 0) return null;
  const seen = new Set<string>();
  const notes: ReadingNote[] = [];
  const pairs: string[] = [];
  for (const { cells, number } of rows) {
    const cell = (at: number) => (cells[at] ?? "").trim();
    const asked = oneLine(cell(question));
    const told = cell(answer).replace(/\n{2,}/g, "\n");
    const key = asked.toLowerCase();
    const fault =
      asked === ""
        ? "row_no_question"
        : told === ""
          ? "row_no_answer"
          : [...asked].length > longest.question || [...told].length > longest.answer
            ? "row_long"
            : seen.has(key)
              ? "row_doubled"
              : null;
    if (fault) {
      notes.push({ fault, row: number });
      continue;
    }
    seen.add(key);
    const others = roles.flatMap((role, at) =>
      role === "ask"
        ? cell(at)
            .split(/[\n;；]/)
            .map(oneLine)
            .filter(Boolean)
        : [],
    );
    const extras = roles.flatMap((role, at) =>
      role === "extra" && cell(at) ? [`${oneLine(head[at] ?? "")}：${escapeText(cell(at))}`] : [],
    );
    const questions = [asked, ...others].map((text) => `Q：${escapeText(text)}`);
    pairs.push([...questions, `A：${escapeText(told)}`, ...extras].join("\n"));
  }
  return { text: pairs.join("\n\n"), notes };
}

/** What a mapping says of a column of that name. */
export function roleIn(mapping: ColumnMapping, name: string): ColumnRole {
  const key = columnName(name);
  return (Object.hasOwn(mapping, key) ? mapping[key] : undefined) ?? "ignore";
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
