import type { Row, Table } from "@/lib/language/tables/table";
import { fold } from "@/lib/language/words/fold";
import { forEachTerm, isCjkBigram, termKind } from "@/lib/language/words/tokens";
import { coverText } from "../cover-text";

type Weights = ReadonlyMap<number, number>;

/** What of a table a question names. */
export type AskedCells = {
  /** By what they are of, in order; none where it names all or nothing. */
  rows: Row[];
  /** But the first, in order; null where it names none, or more than half of several. */
  columns: number[] | null;
};

export function askedCells({ rows, columns }: Table, termWeights: Weights): AskedCells {
  const named =
    columns && columns.length > 2
      ? askedOf(
          columns.slice(1).map(({ name }) => name),
          termWeights,
        )
      : [];
  const isKnown = named.some((at) => sharesWord(columns?.[at + 1]?.name ?? "", termWeights));
  const isSome = isKnown && (named.length === 1 || named.length * 2 < (columns?.length ?? 0));
  const subjects = rows.map(({ subject }) => subject.text);
  const asked = askedOf(subjects, termWeights);
  // One character is little to know a row by.
  const isSure =
    asked.some((at) => sharesWord(subjects[at] ?? "", termWeights)) || (asked.length === 1 && isSome);
  const isApart = asked.length < rows.length || rows.length === 1;
  return {
    rows: isSure && isApart ? asked.flatMap((at) => rows[at] ?? []) : [],
    columns: isSome ? named.map((at) => at + 1) : null,
  };
}

/** Which of several names a question has most of; those that it has whole before others. */
function askedOf(names: readonly string[], termWeights: Weights): number[] {
  const shares = names.map((name) => coverText(bare(name), termWeights));
  const most = Math.max(0, ...shares);
  if (most < leastShare) return [];
  const asked = shares.flatMap((share, at) => (share >= most * asMuch ? [at] : []));
  const whole = asked.filter((at) => isWhole(bare(names[at] ?? ""), termWeights));
  return whole.length > 0 ? whole : asked;
}

/** Of all that is asked, and of what is named most. */
const leastShare = 0.06;
const asMuch = 0.7;

/** Whether a name shares more with a question than lone characters, or is one itself. */
function sharesWord(name: string, termWeights: Weights): boolean {
  let isShared = [...name].length === 1;
  forEachTerm(fold(name), (term) => {
    if (termWeights.has(term) && (isCjkBigram(term) || termKind(term) === "word")) isShared = true;
  });
  return isShared;
}

/** 「（白毫烏龍）」 tells no more than what stands before it. */
export function bare(name: string): string {
  return name.replace(/(?<=\S)\s*[（(][^（()）]{1,15}[)）]$/u, "");
}

/** Whether the question has every character and word of it, of which there are several. */
function isWhole(name: string, termWeights: Weights): boolean {
  let terms = 0;
  let asked = 0;
  forEachTerm(fold(name), (term) => {
    terms++;
    if (termWeights.has(term)) asked++;
  });
  return terms > 1 && asked === terms;
}
