import { answerLabel, listMarker, questionLabel } from "@/lib/language/line-kind";
import { widthOf } from "@/lib/language/split-sentences";
import { splitUnit } from "./name-columns";
import type { Cell } from "./split-row";
import { type Line, spanOf, type Table } from "./table";

/**
 * What one thing's lines tell of it: by a label each, the first of which, or a line of its own above them,
 * says what it is.
 */
type Thing = { lines: Line[]; name: Cell; nameLabel: string; told: { label: string; value: Cell }[] };

/**
 * The tables that lines of 「標籤：值」 are from `at` on, where several things have the same labels, and behind the last of
 * those lines; null where none begins. A list of labels of one thing is no table. A generator, which yields after a few
 * milliseconds of work.
 */
export function* recordsAt(
  text: string,
  lines: readonly Line[],
  at: number,
): Generator<void, { tables: Table[]; end: number } | null, void> {
  const records: Thing[] = [];
  let open: Thing | undefined;
  let end = at;
  for (; end < lines.length; end++) {
    const line = lines[end];
    if (!line || line.isCode) break;
    if (end % linesAStep === 0) yield;
    if (line.text.trim() === "") {
      open = undefined;
      continue;
    }
    const fact = readFact(line);
    const isName = !fact && canName(line) && readFact(lines[end + 1]) !== null;
    if (!fact && !isName) break;
    if (isName || !open || (fact && fact.label === open.nameLabel)) {
      const name = fact?.value ?? { ...spanOf(text, line), text: line.text.trim() };
      open = { lines: [line], name, nameLabel: fact?.label ?? "", told: [] };
      records.push(open);
    } else {
      open.lines.push(line);
      if (fact) open.told.push(fact);
    }
  }
  if (end === at) return null;
  return { tables: yield* toTables(text, records), end };
}

/** 「電話：02-…」, behind a bullet too; null for other lines. */
function readFact(line: Line | undefined): { label: string; value: Cell } | null {
  if (!line || line.isCode || line.text.length > longestLine) return null;
  const colon = line.text.search(/[：:]/u);
  if (colon <= 0) return null;
  const from = listMarker(line.text)?.length ?? 0;
  const label = line.text.slice(from, colon).trim();
  const value = line.text.slice(colon + 1).trim();
  const isLabel =
    label.length <= longestLabel &&
    /\p{L}/u.test(label) &&
    !/[。，,；;！!？?「」（(]$|[。，,；;]/u.test(label);
  if (!isLabel || value === "" || value.startsWith("//") || isAsked(line.text)) return null;
  const start = line.start + colon + 1 + line.text.slice(colon + 1).search(/\S/u);
  return { label, value: { text: value, start, end: start + value.length } };
}

function isAsked(line: string): boolean {
  return questionLabel(line) !== null || answerLabel(line) !== null;
}

/** A short line without a stop. */
function canName({ text }: Line): boolean {
  const line = text.trim();
  return line.length <= longestName && !/[。．.！!？?；;，,、：:|｜\t]/u.test(line);
}

/** Neighbours that have most of their labels in common, and not too many labels together. */
function* toTables(text: string, records: readonly Thing[]): Generator<void, Table[], void> {
  const tables: Table[] = [];
  let alike: Thing[] = [];
  const labels = new Set<string>();
  const close = () => {
    if (alike.length > 1) tables.push(toTable(text, alike));
    alike = [];
    labels.clear();
  };
  for (const [at, record] of records.entries()) {
    if (at % linesAStep === 0) yield;
    const last = alike.at(-1);
    if (last && !isAlike(last, record)) close();
    if (record.told.length > 0 && isShort(record)) {
      // Each thing has a cell for each label of all.
      if (labels.size + record.told.filter(({ label }) => !labels.has(label)).length > mostLabels) close();
      for (const { label } of record.told) labels.add(label);
      alike.push(record);
    } else close();
  }
  close();
  return tables;
}

function isAlike(one: Thing, other: Thing): boolean {
  const shared = one.told.filter(({ label }) => other.told.some((fact) => fact.label === label)).length;
  return one.nameLabel === other.nameLabel && shared * 2 >= Math.max(one.told.length, other.told.length);
}

function isShort({ lines }: Thing): boolean {
  return lines.length <= mostFacts && lines.reduce((sum, line) => sum + widthOf(line.text), 0) <= widest;
}

function toTable(text: string, records: readonly Thing[]): Table {
  const labels = [...new Set(records.flatMap(({ told }) => told.map(({ label }) => label)))];
  const rows = records.map(({ lines, name, told }) => {
    const spans = lines.map((line) => spanOf(text, line));
    const start = spans[0]?.start ?? name.start;
    // One for all that a thing lacks: things that have few labels in common lack most.
    const none: Cell = { text: "", start, end: start };
    const values = new Map<string, Cell>();
    for (const { label, value } of told) if (!values.has(label)) values.set(label, value);
    const cells = labels.map((label) => values.get(label) ?? none);
    return { start, end: spans.at(-1)?.end ?? name.end, cells: [name, ...cells], subject: name };
  });
  return {
    start: rows[0]?.start ?? 0,
    end: rows.at(-1)?.end ?? 0,
    columns: [records[0]?.nameLabel ?? "", ...labels].map(splitUnit),
    heads: [],
    rows,
    lines: records.flatMap(({ lines }) => lines.map((line) => spanOf(text, line))),
    isTurned: false,
    isLed: false,
    form: "records",
  };
}

/** Lines that are read before other work gets a turn. */
const linesAStep = 200;
/** UTF-16 units. */
const longestLine = 200;
const longestLabel = 16;
const longestName = 24;
const mostFacts = 20;
const mostLabels = 60;
/** Columns. */
const widest = 500;
