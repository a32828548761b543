import { isListItem, listMarker } from "@/lib/language/line-kind";
import type { Span } from "@/lib/language/passage";
import { splitSentences, trimSpan } from "@/lib/language/split-sentences";
import { readTables } from "@/lib/language/tables/read-tables";
import type { Table } from "@/lib/language/tables/table";
import { fold } from "@/lib/language/words/fold";
import type { TruthDocument } from "./finding";
import { readSaying, type Saying } from "./read-saying";
import { type Around, contrastsOf } from "./scope";

/** A clause of a document. */
export type Statement = Span & {
  document: number;
  ordinal: number;
  saying: Saying;
  around: Around;
};

/** One thing's row of a table. */
export type Fact = Span & {
  document: number;
  ordinal: number;
  subject: string;
  around: Around;
  cells: ReadonlyMap<string, Span & { text: string; unit: string }>;
};

export type Pair = Span & {
  document: number;
  ordinal: number;
  question: string;
  /** Where the question begins: the pieces of a long answer have it in common. */
  askedAt: number;
  answer: Span;
  around: Around;
};

export type Said = { statements: Statement[]; facts: Fact[]; pairs: Pair[] };

/** What a document says that can be held against others. A generator, which yields after each of its passages. */
export function* readSaid(
  { title, text, passages }: TruthDocument,
  document: number,
): Generator<void, Said, void> {
  const said: Said = { statements: [], facts: [], pairs: [] };
  for (const [ordinal, passage] of passages.entries()) {
    const tables = readTables(text, passage, passage.headings.at(-1) ?? "");
    const headings = tables[0]?.isLed ? passage.headings.slice(0, -1) : passage.headings;
    const trail = [title, ...headings];
    const [asked] = passage.questions ?? [];
    const askedAt = asked?.start ?? 0;
    const question = asked ? text.slice(asked.start, asked.end) : "";
    const answer = passage.answer ?? passage;
    if (question !== "" && question.length <= longestQuestion)
      said.pairs.push({
        ...{ document, ordinal, question, askedAt, start: passage.start, end: passage.end },
        answer: { start: answer.start, end: answer.end },
        around: { heads: headings.at(-1) === question ? trail.slice(0, -1) : trail, lines: [] },
      });
    for (const table of tables)
      said.facts.push(...factsOf(table, { document, ordinal, around: { heads: trail, lines: [] } }));
    const around =
      question === ""
        ? { heads: trail, lines: [] }
        : { heads: headings.at(-1) === question ? trail.slice(0, -1) : trail, lines: [question] };
    said.statements.push(...statementsOf(text, answer, tables, { document, ordinal, around }));
    yield;
  }
  return said;
}

type From = { document: number; ordinal: number; around: Around };

/** Rows whose subject names one thing of the table, and no size, day or number. */
function factsOf({ columns, rows, isTurned }: Table, from: From): Fact[] {
  if (!columns || isTurned || rows.length > mostRows) return [];
  const times = new Map<string, number>();
  for (const { subject } of rows) times.set(subject.text, (times.get(subject.text) ?? 0) + 1);
  return rows.flatMap(({ start, end, subject, cells }) => {
    const folded = fold(subject.text);
    if (times.get(subject.text) !== 1 || readSaying(folded).weight < 2) return [];
    const named = new Map(
      cells.flatMap((cell, at) => {
        const column = columns[at];
        return at === 0 || !column?.name || cell.text === ""
          ? []
          : [[fold(column.name), { ...cell, unit: column.unit }]];
      }),
    );
    return named.size === 0 ? [] : [{ ...from, start, end, subject: folded, cells: named }];
  });
}

function statementsOf(text: string, within: Span, tables: readonly Table[], from: From): Statement[] {
  const statements: Statement[] = [];
  let lead: string[] = [];
  const blank = text.slice(within.start, within.end).search(/\n\s*\n/u);
  const { heads, lines } = from.around;
  /** What follows on a paragraph that answers may be of something else. */
  const later = lines.length > 0 && blank >= 0 ? within.start + blank : within.end;
  const contrasting = lines.flatMap((line) => contrastsOf(fold(line), ""));
  for (const sentence of splitSentences(text, within.start, within.end)) {
    if (tables.some(({ start, end }) => start <= sentence.start && sentence.start < end)) continue;
    const written = text.slice(sentence.start, sentence.end);
    if (written.length > longestSentence) continue;
    if (isLead(written)) {
      lead = isListItem(written) ? [...lead.slice(0, 1), written] : [written];
      continue;
    }
    const before: string[] = [];
    for (const clause of clausesOf(text, sentence)) {
      const folded = fold(text.slice(clause.start, clause.end));
      statements.push({
        ...{ ...clause, document: from.document, ordinal: from.ordinal },
        saying: readSaying(folded),
        around: {
          heads,
          lines: [...(clause.start > later ? contrasting : lines), ...lead, ...before.slice(-mostBefore)],
        },
      });
      before.push(folded);
    }
  }
  return statements;
}

/** A line that says of what those below it are: 「A 方案：」, 「門市：台北店」. */
function isLead(line: string): boolean {
  const bare = line.trim();
  if (/[：:]$/u.test(bare)) return true;
  if (bare.length <= longestLead && !/[。．.！!？?；;，,、：:]/u.test(bare)) return !/\d/u.test(bare);
  return leadLabel.test(bare) && bare.length <= longestLead * 2;
}

/** What a sentence says apart, without its bullet. */
function clausesOf(text: string, { start, end }: Span): Span[] {
  const clauses: Span[] = [];
  const from = start + (listMarker(text.slice(start, end))?.length ?? 0);
  let at = from;
  for (const { 0: found, index } of text.slice(from, end).matchAll(clauseEnd)) {
    const clause = trimSpan(text, at, from + index);
    if (clause) clauses.push(clause);
    at = from + index + found.length;
  }
  const last = trimSpan(text, at, end);
  if (last) clauses.push(last);
  return clauses;
}

const clauseEnd = /[，；;。！？!?\n]|,(?!\d{3})|\.(?=\s|$)/gu;
const leadLabel =
  /^[-*・●\s]{0,4}(?:門市|分店|店名|店別|品名|品項|商品|名稱|方案|型號|房型|課程|班別|科別|醫師|對象|地區|branch|store|plan|name|model|room)\s?[：:]/iu;
/** UTF-16 units. */
const longestLead = 24;
const longestQuestion = 200;
const longestSentence = 600;
const mostRows = 2_000;
/** Clauses of a sentence that stand before another. */
const mostBefore = 4;
