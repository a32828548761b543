import type { QueryContext } from "@/lib/knowledge/query/query-context";
import type { BotSearch } from "@/lib/knowledge/search/search-bot";
import type { Span } from "@/lib/language/passage";
import type { Table } from "@/lib/language/tables/table";
import { fold } from "@/lib/language/words/fold";
import type { FoundPassage } from "../extract/extract-candidates";
import { tablesOf } from "../extract/layout/tables-of";
import type { Quote } from "../extract/quote/quote";
import type { Part } from "../part/part";
import { surenessOf } from "../part/sureness";
import { speak } from "../saying/speak";
import { type AskedValues, askedValues, type ValueKind } from "./asked-values";
import { daysOf } from "./days-of";
import { holdsOwn, holdsValue, type ValueLine, valueLines } from "./value-lines";

/**
 * What answers who asks for the place's own address, telephone number, e-mail address or hours, and for nothing else,
 * where what was found has none: the line that is one, though no document names it so. Sure where there is one such
 * line; a part of another question stays as it is.
 * @param look searches the bot's documents for other words
 * @param least how sure an answer is at least
 */
export async function withValues(
  part: Part,
  context: QueryContext | null,
  look: (words: string, limit: number) => Promise<BotSearch>,
  least: number,
): Promise<Part> {
  const asked = askedValues(part.question);
  if (!asked || isAnswered(part, asked)) return part;
  const search = await look(asked.kinds.map((kind) => wordsOf[kind]).join(" "), passagesRead);
  const found = asked.kinds.map((kind) => findLines(search.passages, kind, asked));
  if (found.some(({ quotes }) => quotes.length === 0)) return part;
  const isSeveral = found.some((one) => one.isSeveral);
  // What was talked about may have its own.
  if (isSeveral && context) return part;
  const quotes = inOrder(found.flatMap((one) => one.quotes));
  const telling = { absent: [], isApart: false, isOther: false, isComplete: true };
  return {
    question: part.question,
    search,
    telling,
    sureness: Math.max(surenessOf(search), least),
    extracted: { state: isSeveral ? "maybe" : "answer", quotes, more: null },
  };
}

/** Whether what is said for sure has each of them. */
function isAnswered({ search, extracted: { state, quotes } }: Part, { kinds, day }: AskedValues): boolean {
  if (state !== "answer") return false;
  const said = fold(quotes.flatMap((quote) => speak(search, quote)).join("\n"));
  return kinds.every(
    (kind) => said.split("\n").some((line) => holdsOwn(line, kind)) || (kind === "hours" && day !== ""),
  );
}

const passagesRead = 10;
const wordsOf: Record<ValueKind, string> = {
  address: "地址 位置 路 街 號 縣 市 區 鄉 鎮 address street road lane where we are",
  phone: "電話 專線 聯絡 tel phone 02 03 04 05 06 07 08 037 049 089 0800",
  email: "email mail 信箱 聯絡 com tw gmail net org service info hello support contact 地址 電話 路 號",
  hours:
    "營業時間 週一 週二 週三 週四 週五 週六 週日 平日 假日 每天 公休 09 10 11 12 17 18 19 20 21 00 30 am pm opening hours open daily",
};

type Found = { quotes: Quote[]; isSeveral: boolean };

/** The lines of the first passage that has some, and whether another has other ones. */
function findLines(passages: readonly FoundPassage[], kind: ValueKind, asked: AskedValues): Found {
  const each = passages.map((found, passage) => {
    const table = kind === "hours" ? weekOf(found, asked) : null;
    if (table) return { quotes: [{ passage, ...table }], values: [table.value], told: 2 };
    const lines = valueLines(found, kind).filter((line) => kind !== "hours" || isOf(line, asked));
    return {
      quotes: lines.slice(0, mostLines).map(({ start, end }) => ({ passage, start, end })),
      values: lines.map(({ value }) => value),
      told: Math.max(0, ...lines.map(({ told }) => told)),
    };
  });
  const held = each.filter(({ quotes }) => quotes.length > 0);
  // Hours that nothing names, beside the days on which a place is open, are those of something else.
  const most = kind === "hours" ? Math.max(0, ...held.map(({ told }) => told)) : 0;
  const [first, ...others] = held.filter(({ told }) => told >= most);
  const own = new Set(first?.values);
  return {
    quotes: first?.quotes ?? [],
    isSeveral: others.some(({ values }) => values.some((value) => !own.has(value))),
  };
}

const mostLines = 3;

/** Whether hours are those of the day and its part that are asked for. */
function isOf({ folded }: ValueLine, { day, part }: AskedValues): boolean {
  if (part !== "" && anyPart.test(folded) && !folded.includes(part)) return false;
  if (day === "") return true;
  const days = daysOf(folded);
  return [...daysOf(day)].some((one) => days.has(one));
}

const anyPart = new RegExp(fold("早上|上午|中午|下午|晚上"), "u");

/** Of a table whose columns are days of the week, the rows with hours: the column of the day that is asked for. */
function weekOf(
  found: FoundPassage,
  { day }: AskedValues,
): (Span & Pick<Quote, "columns"> & { value: string }) | null {
  for (const table of tablesOf(found)) {
    const column = dayColumn(table, day);
    if (column === null) continue;
    const rows = table.rows.filter(({ cells }) =>
      cells.some(
        ({ text }, at) => at > 0 && (column === 0 || at === column) && holdsValue(fold(text), "hours"),
      ),
    );
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last) continue;
    const span = { start: first.start, end: last.end };
    return {
      ...span,
      ...(column > 0 && { columns: [column] }),
      value: found.text.slice(span.start, span.end),
    };
  }
  return null;
}

/** The column of a day; 0 for all of them where none is asked for; null where columns are no days. */
function dayColumn({ columns }: Table, day: string): number | null {
  const days = (columns ?? []).map(({ name }) => daysOf(fold(name)));
  if (days.filter(({ size }) => size > 0).length < leastDays) return null;
  if (day === "") return 0;
  const [asked] = daysOf(day);
  const at = days.findIndex((one) => asked !== undefined && one.has(asked));
  return at > 0 ? at : null;
}

const leastDays = 2;

/** As they stand in the documents, each once. */
function inOrder(quotes: readonly Quote[]): Quote[] {
  const once = quotes.filter(
    (quote, at) =>
      quotes.findIndex(({ passage, start }) => passage === quote.passage && start === quote.start) === at,
  );
  return once.sort((a, b) => a.passage - b.passage || a.start - b.start);
}
