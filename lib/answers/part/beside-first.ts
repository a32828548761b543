import { cleanQuery } from "@/lib/knowledge/query/parse-query";
import type { Column, Row } from "@/lib/language/tables/table";
import { forEachTerm, isCjkBigram } from "@/lib/language/words/tokens";
import { countedForm } from "../extract/extract-expected";
import { tableAround } from "../extract/layout/tables-of";
import { termsOf } from "../extract/read-sentences";
import { says } from "../extract/says";
import { speak } from "../saying/speak";
import type { Part } from "./part";

/**
 * A question that goes on about the thing of one before it in the message and has no sure answer, with what tells of
 * that thing beside the first answer: 「多久拿」 of the same row for 「證件照多少錢 要等幾天」, 「身高 110 公分以上」 in the same
 * line for 「滑草一次多少 有身高限制嗎」. As it was where nothing there says it.
 */
export function besideFirst(part: Part, first: Part): Part {
  const [quote] = first.extracted.quotes;
  const passage = first.search.passages[quote?.passage ?? -1];
  if (!quote || !passage || part.telling.isApart || part.question.length > longest) return part;
  const { table, row } = tableAround(passage, quote.best ?? quote) ?? {};
  const told = row ? columnOf(part.question, table?.columns ?? [], row.cells) : 0;
  const found =
    row && told > 0
      ? { passage: quote.passage, start: row.start, end: row.end, columns: [told] }
      : isSaid(part, first)
        ? quote
        : null;
  if (!found) return part;
  return {
    ...first,
    question: part.question,
    extracted: { state: "answer", quotes: [found], more: null },
  };
}

/** UTF-16 units: what goes on about a thing names little of its own. */
const longest = 12;

/** The column that tells so many of what is counted, or how long, as is asked; 0 for none. */
function columnOf(question: string, columns: readonly Column[], cells: Row["cells"]): number {
  const form = countedForm(question);
  if (!form) return 0;
  return cells.findIndex(({ text }, at) => {
    const { name = "", unit = "" } = columns[at] ?? {};
    return at > 0 && (says(form, `${text}${unit}`) || says(form, `${text}${name}`));
  });
}

/** Whether what is asked of, as far as the documents know it, stands in what the first quote says. */
function isSaid({ question, search }: Part, first: Part): boolean {
  const [quote] = first.extracted.quotes;
  const form = countedForm(question);
  if (!quote) return false;
  const said = speak(first.search, quote).join("\n");
  const held = new Set(termsOf(said));
  const asked: number[] = [];
  forEachTerm(cleanQuery(question.replace(limits, " ")), (term) => {
    if (isCjkBigram(term) && search.terms.some((one) => one.term === term && one.weight >= ownWeight))
      asked.push(term);
  });
  return asked.length > 0 && asked.every((term) => held.has(term)) && (form === null || says(form, said));
}

const ownWeight = 1;
/** 「限制」 and the like say nothing beside what is limited. */
const limits = /限制|規定|规定|要求|條件|条件/gu;
