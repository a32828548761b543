import { cleanQuery } from "@/lib/knowledge/query/parse-query";
import type { Passage, Span } from "@/lib/language/passage";
import { splitSentences } from "@/lib/language/split-sentences";
import type { Row, Table } from "@/lib/language/tables/table";
import { forEachValueTerm } from "@/lib/language/values/for-each-value-term";
import { fold } from "@/lib/language/words/fold";
import { keepLast } from "@/lib/language/words/keep-last";
import { tellsTrouble } from "@/lib/language/words/tells-trouble";
import { forEachTerm } from "@/lib/language/words/tokens";
import { keepPerPassage, type PromptPassage } from "./keep-per-passage";
import { bare } from "./layout/asked-cells";
import { headingsAbove, tablesOf } from "./layout/tables-of";

/** What choosing a sentence needs to know of a passage, whatever is asked. */
export type ReadSentences = {
  sentences: ReadSentence[];
  /** The terms of each of its headings. */
  headings: Terms[];
  questions: ReadQuestion[];
};

export type ReadSentence = Span & {
  /** As it stands, and folded; of a row whose subject stands above it, that before it. */
  text: string;
  folded: string;
  /** The text alone, folded. */
  own: string;
  terms: Terms;
  /** Of what a line says it is about: 「電話：」 and the first cell of a row. */
  label: Terms | null;
  /** The same, folded; "" for none. */
  name: string;
  /** Of a row of a table, in the names of its columns. */
  columns: Terms | null;
};

type ReadQuestion = {
  terms: Terms;
  pairs: ReadonlySet<string>;
  /** What to do when something went wrong: 「刷卡失敗怎麼辦」. */
  isOnTrouble: boolean;
};

/** Each once, those of words and of values. */
export type Terms = Uint32Array;

/** The sentences of a passage, of its answer where it is a question with one. */
export const readSentences = keepPerPassage((passage: PromptPassage & Passage): ReadSentences => {
  const { text, start, end, answer, questions = [] } = passage;
  return {
    sentences: readBody(text, answer ?? { start, end }, tablesOf(passage)),
    headings: headingsAbove(passage).map(termsOf),
    questions: questions.map((span) => {
      const question = text.slice(span.start, span.end);
      const folded = fold(question);
      return {
        terms: termsOfFolded(folded),
        pairs: characterPairs(question),
        isOnTrouble: tellsTrouble(folded),
      };
    }),
  };
});

/** The pairs of characters of what a question asks about. */
export function characterPairs(question: string): ReadonlySet<string> {
  return lastPairs(question);
}

const lastPairs = keepLast((question): ReadonlySet<string> => {
  const plain = cleanQuery(question).replace(/[^\p{L}\p{N}]+/gu, "");
  if (plain.length < 2) return new Set([plain]);
  return new Set(Array.from({ length: plain.length - 1 }, (_, at) => plain.slice(at, at + 2)));
});

/** The rows of tables, each whole, and the sentences between them. What names the columns is read with each row. */
function readBody(text: string, { start, end }: Span, tables: readonly Table[]): ReadSentence[] {
  const sentences: ReadSentence[] = [];
  let from = start;
  const readUntil = (to: number) => {
    if (to > from)
      for (const span of splitSentences(text, from, to)) sentences.push(readSentence(text, span));
  };
  for (const table of tables) {
    if (table.rows.length === 0 || table.start < from || table.end > end) continue;
    readUntil(table.start);
    from = table.end;
    const columns = table.columns && termsOf(table.columns.map(({ name }) => name).join("\n"));
    for (const row of table.rows) sentences.push(readRow(text, row, table.form, columns));
  }
  readUntil(end);
  return sentences;
}

function readRow(
  text: string,
  { start, end, subject, cells }: Row,
  form: Table["form"],
  columns: Terms | null,
): ReadSentence {
  const row = form === "html" ? cells.map((cell) => cell.text).join("\t") : text.slice(start, end);
  const goesOn = subject.start < start;
  const own = fold(row);
  const folded = goesOn ? fold(`${subject.text}\n${row}`) : own;
  return {
    start,
    end,
    text: row,
    folded,
    own,
    terms: termsOfFolded(folded),
    label: termsOf(bare(subject.text)),
    name: fold(bare(subject.text)),
    columns,
  };
}

function readSentence(text: string, span: Span): ReadSentence {
  const sentence = text.slice(span.start, span.end);
  const folded = fold(sentence);
  const label = labelPattern.exec(sentence)?.[1];
  return {
    ...span,
    text: sentence,
    folded,
    own: folded,
    terms: termsOfFolded(folded),
    label: label ? termsOf(bare(label)) : null,
    name: label ? fold(bare(label)) : "",
    columns: null,
  };
}

const labelPattern = /^(?:[-*•・●○■\d.)、）\s]*|\|\s*)([^\s：:|。，,][^：:|。，,]{0,15}?)\s*(?:[：:]|\|.)/u;

/** The terms of a text. */
export function termsOf(text: string): Terms {
  return termsOfFolded(fold(text));
}

function termsOfFolded(folded: string): Terms {
  const terms = new Set<number>();
  forEachTerm(folded, (term) => terms.add(term));
  forEachValueTerm(folded, (term) => terms.add(term));
  return Uint32Array.from(terms);
}
