import { fold } from "@/lib/language/words/fold";
import { runSteps } from "@/lib/run-steps";
import { findContradictions } from "./find-contradictions";
import { findDuplicates } from "./find-duplicates";
import { findStale } from "./find-stale";
import type { Finding, TruthDocument } from "./finding";
import { contentOf } from "./read-saying";
import { readSaid, type Said } from "./read-statements";

export type TruthOptions = {
  /** `2026-11-30`, in the bot's time zone. */
  today: string;
  /** What the bot and its place call themselves: they tell no two things apart. */
  names: readonly string[];
};

/** {@link checkTruthInSteps} at once. */
export function checkTruth(documents: readonly TruthDocument[], options: TruthOptions): Finding[] {
  return runSteps(checkTruthInSteps(documents, options));
}

/**
 * What somebody should look at in documents: what they say twice, what they say of one thing in two ways, and what has
 * gone by. The surest first, one for each pair of places, a bounded number. A generator, which yields after a few
 * milliseconds of work; time and memory are linear in the length of the texts.
 */
export function* checkTruthInSteps(
  documents: readonly TruthDocument[],
  { today, names }: TruthOptions,
): Generator<void, Finding[], void> {
  const known = knownWords(documents, names, today);
  const said: Said = { statements: [], facts: [], pairs: [] };
  for (const [at, document] of documents.entries()) {
    const { statements, facts, pairs } = yield* readSaid(document, at);
    for (const statement of statements)
      if (said.statements.length < mostRead) said.statements.push(statement);
    for (const fact of facts) if (said.facts.length < mostRead) said.facts.push(fact);
    for (const pair of pairs) if (said.pairs.length < mostRead) said.pairs.push(pair);
  }
  const findings = [
    ...(yield* findContradictions(documents, said, known)),
    ...(yield* findStale(documents, today)),
    ...(yield* findDuplicates(documents)),
  ];
  return once(findings.sort((one, other) => other.sureness - one.sureness)).slice(0, mostFindings);
}

/** One for what stands in the same places; passages that contradict each other are no near duplicates besides. */
function once(findings: readonly Finding[]): Finding[] {
  const kept = new Map<string, Finding[]>();
  return findings.filter((finding) => {
    const key = finding.places.map(({ versionId, ordinal }) => `${versionId}/${ordinal}`).join(" ");
    const others = kept.get(key) ?? [];
    const isCopy = finding.kind === "duplicate" || finding.kind === "near_duplicate";
    if (others.some((other) => isCopy || overlaps(other, finding))) return false;
    kept.set(key, [...others, finding]);
    return true;
  });
}

function overlaps({ places }: Finding, other: Finding): boolean {
  return places.every((place, at) => {
    const opposite = other.places[at];
    return opposite !== undefined && place.start < opposite.end && opposite.start < place.end;
  });
}

/** This year, the words of the names, and those that most titles have. */
function knownWords(
  documents: readonly TruthDocument[],
  names: readonly string[],
  today: string,
): Set<string> {
  const counts = new Map<string, number>();
  for (const { title } of documents)
    for (const piece of new Set(contentOf(fold(title)))) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  const common = [...counts].filter(([, count]) => count >= 4 && count * 2 > documents.length);
  return new Set([
    today.slice(0, 4),
    ...names.flatMap((name) => contentOf(fold(name))),
    ...common.map(([piece]) => piece),
  ]);
}

/** Of each sort. */
const mostRead = 400_000;
const mostFindings = 500;
