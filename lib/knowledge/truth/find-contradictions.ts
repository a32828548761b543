import type { Span } from "@/lib/language/passage";
import { fold, foldWithOffsets } from "@/lib/language/words/fold";
import { plainOf } from "./find-duplicates";
import type { Finding, Place, TruthDocument } from "./finding";
import { isSame, type Quantity, readQuantities } from "./read-quantities";
import { askingWords, contentOf, readSaying, type Saying } from "./read-saying";
import type { Fact, Pair, Said, Statement } from "./read-statements";
import { meets, type Scope, scopeOf } from "./scope";

/**
 * What documents say of the same thing with another number, hour or day, or allow and refuse. Only what stands under
 * the same key is held against each other, so time is linear. A generator, which yields between keys.
 */
export function* findContradictions(
  documents: readonly TruthDocument[],
  said: Said,
  known: ReadonlySet<string>,
): Generator<void, Finding[], void> {
  const findings: Finding[] = [];
  for (const group of yield* groupBy(said.pairs, (pair) => keyOfPair(pair, known)))
    for (const [one, other] of pairsOf(group)) {
      yield;
      const found = comparePairs(documents, one, other);
      if (found) findings.push(found);
    }
  for (const group of yield* groupBy(said.facts, (fact) => keyOfFact(fact, known)))
    for (const [one, other] of pairsOf(group)) {
      yield;
      const found = compareFacts(documents, one, other);
      if (found) findings.push(found);
    }
  const manifold = yield* manifoldOf(said.statements);
  const keyOf = (statement: Statement) =>
    manifold.has(formOf(statement.saying)) ? null : keyOfStatement(statement, known);
  for (const group of yield* groupBy(said.statements, keyOf)) {
    yield;
    for (const [one, other] of pairsOf(group)) {
      const found = compareStatements(documents, one, other);
      if (found) findings.push(found);
    }
  }
  return findings;
}

type Documents = readonly TruthDocument[];
type Where = Span & { document: number; ordinal: number };

function placeOf(
  documents: Documents,
  { document, ordinal, start, end }: Where,
  marks: readonly Span[] = [],
): Place {
  const { documentId = "", versionId = "" } = documents[document] ?? {};
  return { documentId, versionId, ordinal, start, end, marks };
}

type Grouped<T> = { one: T; scope: Scope };

function* groupBy<T>(all: readonly T[], keyOf: (one: T) => Keyed): Generator<void, Grouped<T>[][], void> {
  const groups = new Map<string, Grouped<T>[]>();
  for (const one of all) {
    yield;
    const keyed = keyOf(one);
    if (!keyed) continue;
    const group = groups.get(keyed.key);
    if (group) group.push({ one, scope: keyed.scope });
    else groups.set(keyed.key, [{ one, scope: keyed.scope }]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** Each with the first that it meets; those of many are of many things. */
function pairsOf<T>(group: readonly Grouped<T>[]): [T, T][] {
  if (group.length > mostAlike) return [];
  return group.flatMap(({ one, scope }, at): [T, T][] => {
    const first = group.slice(0, at).find((other) => meets(scope, other.scope));
    return first ? [[first.one, one]] : [];
  });
}

type Keyed = { key: string; scope: Scope } | null;

function keyOfPair({ question, around }: Pair, known: ReadonlySet<string>): Keyed {
  const folded = fold(question);
  const content = contentOf(folded.replace(askingWords, "|")).join("");
  if (content.length < 2) return null;
  const numbers = readQuantities(folded).map(({ ends, unit }) => `${ends.join("~")}${unit}`);
  const scope = scopeOf(around, content, known);
  return { scope, key: [content, numbers.join(" "), readSaying(folded).isDenied, scope.key].join("\n") };
}

function comparePairs(documents: Documents, one: Pair, other: Pair): Finding | null {
  if (one.document === other.document && one.askedAt === other.askedAt) return null;
  const [first, second] = [one, other].map((pair) => readSpan(documents, pair.document, pair.answer));
  if (!first || !second) return null;
  if (plainOf(first.written) === plainOf(second.written))
    return finding(documents, "duplicate", 0.95, one, other);
  const [grants, refuses] = [permissionOf(first.folded), permissionOf(second.folded)];
  if (grants !== null && refuses !== null && grants !== refuses)
    return finding(documents, "contradiction", 0.9, one, other);
  const differing = differOf(first.quantities, second.quantities);
  if (!differing) return finding(documents, "near_duplicate", 0.75, one, other);
  return finding(documents, "contradiction", 0.92, one, other, [
    first.spanOf(differing[0]),
    second.spanOf(differing[1]),
  ]);
}

function finding(
  documents: Documents,
  kind: Finding["kind"],
  sureness: number,
  one: Where,
  other: Where,
  marks: readonly [Span, Span] | null = null,
): Finding {
  const places = [
    placeOf(documents, one, marks ? [marks[0]] : []),
    placeOf(documents, other, marks ? [marks[1]] : []),
  ] as const;
  return { kind, sureness, places };
}

/** What stands at a span, folded, with its quantities and the way back. */
function readSpan(documents: Documents, document: number, { start, end }: Span) {
  const written = documents[document]?.text.slice(start, end) ?? "";
  const { text: folded, offsets } = foldWithOffsets(written);
  return {
    written,
    folded,
    quantities: readQuantities(folded),
    spanOf: (quantity: Span): Span => ({
      start: start + (offsets[quantity.start] ?? 0),
      end: start + (offsets[quantity.end] ?? written.length),
    }),
  };
}

function keyOfFact({ subject, around }: Fact, known: ReadonlySet<string>): Keyed {
  const scope = scopeOf(around, contentOf(subject).join("|"), known);
  return { scope, key: `${plainOf(subject)}\n${scope.key}` };
}

/** Rows of one thing that differ in one of the columns that both tables have. */
function compareFacts(documents: Documents, one: Fact, other: Fact): Finding | null {
  if (isTogether(documents, one, other)) return null;
  let marks: [Span, Span] | null = null;
  for (const [column, cell] of one.cells) {
    const opposite = other.cells.get(column);
    if (!opposite || plainOf(cell.text) === plainOf(opposite.text)) continue;
    const [first, second] = [cell, opposite].map(({ text, unit }) => readQuantities(fold(`${text}${unit}`)));
    const differing = first && second && differOf(first, second, true);
    if (!differing || marks) return null;
    marks = [cell, opposite];
  }
  return marks && finding(documents, "contradiction", 0.88, one, other, marks);
}

function keyOfStatement({ saying, around }: Statement, known: ReadonlySet<string>): Keyed {
  const { skeleton, weight, quantities } = saying;
  if (weight < (quantities.length > 0 ? 2 : leastWeight)) return null;
  const scope = scopeOf(around, skeleton, known);
  return { scope, key: `${formOf(saying)}\n${scope.key}` };
}

function formOf({ skeleton, quantities }: Saying): string {
  return `${skeleton}\n${quantities.map(({ unit }) => unit).join(" ")}`;
}

/** What is said with many values, whatever stands above it, is said of many things. */
function* manifoldOf(statements: readonly Statement[]): Generator<void, Set<string>, void> {
  const values = new Map<string, Set<string>>();
  for (const { saying } of statements) {
    yield;
    const form = formOf(saying);
    const known = values.get(form) ?? new Set();
    if (known.size <= mostValues) known.add(saying.quantities.map(({ ends }) => ends.join("~")).join(" "));
    values.set(form, known);
  }
  return new Set([...values].filter(([, { size }]) => size > mostValues).map(([form]) => form));
}

function compareStatements(documents: Documents, one: Statement, other: Statement): Finding | null {
  if (isTogether(documents, one, other)) return null;
  const [mine, yours] = [one.saying, other.saying];
  const differing = mine.quantities.flatMap((quantity, at) => {
    const opposite = yours.quantities[at];
    return opposite && isSame(quantity, opposite) && quantity.limit === opposite.limit
      ? []
      : [[quantity, opposite] as const];
  });
  if (mine.isDenied !== yours.isDenied) {
    const isPlain = mine.isDenied !== null && yours.isDenied !== null && differing.length === 0;
    return isPlain && mine.weight >= leastWeight
      ? finding(documents, "contradiction", 0.75, one, other)
      : null;
  }
  const [[first, second] = []] = differing;
  if (differing.length !== 1 || !first || !second || first.limit !== second.limit) return null;
  if (!canDiffer(first, mine, documents[one.document]?.text.slice(one.start, one.end) ?? "")) return null;
  const read = [one, other].map((statement) => readSpan(documents, statement.document, statement));
  const marks = [read[0]?.spanOf(first), read[1]?.spanOf(second)] as const;
  if (!marks[0] || !marks[1]) return null;
  const sureness = 0.7 + Math.min(mine.weight, 12) / 80 + (one.document === other.document ? -0.05 : 0);
  return finding(documents, "contradiction", sureness, one, other, [marks[0], marks[1]]);
}

/** Whether a clause of these words is of one thing: a day of the week or a date may be one of several. */
function canDiffer({ unit }: Quantity, { weight, quantities }: Saying, written: string): boolean {
  if (unit === "") return false;
  if (unit === "weekday") return quantities.length === 1 && closed.test(fold(written));
  return unit !== "date" || (quantities.length === 1 && weight >= leastWeight);
}

/** Two that stand in one passage, or below one heading of one document, are of two things. */
function isTogether(documents: Documents, one: Where, other: Where): boolean {
  if (one.document !== other.document) return false;
  const passages = documents[one.document]?.passages;
  const [first, second] = [passages?.[one.ordinal]?.headings, passages?.[other.ordinal]?.headings];
  return (
    one.ordinal === other.ordinal ||
    (first?.join("\n") === second?.join("\n") && !isAsked(passages, one, other))
  );
}

function isAsked(passages: TruthDocument["passages"] | undefined, one: Where, other: Where): boolean {
  return [one, other].every(({ ordinal }) => passages?.[ordinal]?.questions !== undefined);
}

/**
 * The two quantities in which texts on the same thing differ: of one unit that both name as often; null where they
 * differ in none, or in several.
 */
function differOf(
  mine: readonly Quantity[],
  yours: readonly Quantity[],
  isCell = false,
): [Quantity, Quantity] | null {
  let found: [Quantity, Quantity] | null = null;
  for (const unit of new Set(mine.map((quantity) => quantity.unit))) {
    if (unit === "" && !isCell) continue;
    const [own, theirs] = [mine, yours].map((all) => all.filter((quantity) => quantity.unit === unit));
    if (!own || own.length !== theirs?.length) continue;
    for (const [at, quantity] of own.entries()) {
      const opposite = theirs[at];
      if (!opposite || isSame(quantity, opposite)) continue;
      if (found || quantity.limit !== opposite.limit) return null;
      found = [quantity, opposite];
    }
  }
  return found;
}

/** What an answer begins with: whether it grants or refuses; null where it does neither. */
function permissionOf(folded: string): boolean | null {
  if (refusal.test(folded)) return false;
  return grant.test(folded) ? true : null;
}

const anyOf = (words: string) =>
  [...new Set(words.split(" ").map(fold))].sort((a, b) => b.length - a.length).join("|");
const polite = `^(?:${anyOf("您好 很抱歉 抱歉 不好意思 目前 現在 本店 我們 是的 有的 好的")}|[,，。!！:：\\s])*`;
const refusal = new RegExp(
  `${polite}(?:${anyOf("不可以 不可 不行 不能 沒有 無法 沒辦法 不會 不用 不需要 不需 不必 無須 無需 不提供 未提供 不接受 不收 不支援 恕不")}|no\\b|sorry|we (?:do not|don't|cannot|can't))`,
  "u",
);
const grant = new RegExp(
  `${polite}(?:${anyOf("可以 可 能 有 會 要 需要 需 當然 提供 接受 支援 歡迎")}|yes\\b|of course|we (?:do|can|accept|offer)\\b)`,
  "u",
);
const closed = new RegExp(`${anyOf("休 不營業 店休")}|closed`, "u");
/** UTF-16 units of words. */
const leastWeight = 4;
/** Those of one key that are held against each other. */
const mostAlike = 30;
const mostValues = 3;
