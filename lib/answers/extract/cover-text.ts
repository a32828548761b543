import { fold } from "@/lib/language/words/fold";
import { readTerms } from "./read-terms";

/** The share of a question, by the weights of its terms, that a text covers: 0 to 1. */
export function coverText(text: string, termWeights: ReadonlyMap<number, number>): number {
  return coverTerms(readTerms(fold(text), termWeights), termWeights);
}

/** The same of a text whose terms are known, each once. */
export function coverTerms(terms: Iterable<number>, termWeights: ReadonlyMap<number, number>): number {
  let covered = 0;
  for (const term of terms) covered += termWeights.get(term) ?? 0;
  return covered / (massOf(termWeights) || 1);
}

/** Those of one question are asked about many texts. */
const masses = new WeakMap<ReadonlyMap<number, number>, number>();

function massOf(termWeights: ReadonlyMap<number, number>): number {
  const known = masses.get(termWeights);
  if (known !== undefined) return known;
  let mass = 0;
  for (const weight of termWeights.values()) mass += weight;
  masses.set(termWeights, mass);
  return mass;
}
