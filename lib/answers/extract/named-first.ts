import { thingIn } from "@/lib/knowledge/query/find-context";
import { fold } from "@/lib/language/words/fold";
import type { Candidate, FoundPassage } from "./extract-candidates";
import { readSentences } from "./read-sentences";
import { says } from "./says";

/**
 * Before a best sentence that is of something else (「冷藏宅配（東方美人茶凍）」), the one whose own name is the thing that is
 * asked of: 「東方美人：50 公克 NT$680」, else the one that has it in its name. It has what is asked for, and is worth nearly
 * as much.
 */
export function namedFirst(
  passages: readonly FoundPassage[],
  candidates: Candidate[],
  question: string,
  expected: RegExp | null,
): Candidate[] {
  const thing = thingIn(question);
  const [best, ...others] = candidates;
  if (!best || thing === "" || thing.includes(" ")) return candidates;
  const asked = fold(question);
  const rankOf = (candidate: Candidate) => rank(nameOf(passages, candidate), thing, asked);
  const isFit = ({ passage, start, end }: Candidate) =>
    !expected || says(expected, passages[passage]?.text.slice(start, end) ?? "");
  let first = best;
  let most = rankOf(best);
  for (const other of others.slice(0, rivals)) {
    if (other.score < best.score * nearly) break;
    const own = rankOf(other);
    if (!isFit(other) || own === 0 || own < most || (own === most && isFit(first))) continue;
    first = other;
    most = own;
  }
  return first === best ? candidates : [first, ...candidates.filter((other) => other !== first)];
}

/**
 * Whether a sentence tells only of what has a longer name than the thing that the best one is of: 「東方美人茶凍」 beside
 * 「東方美人」.
 */
export function isOfLonger(
  passages: readonly FoundPassage[],
  candidates: readonly Candidate[],
  other: Candidate,
  best: Candidate,
): boolean {
  const name = nameOf(passages, best);
  if (name.length < 2) return false;
  const longer = candidates
    .slice(0, rivals)
    .map((candidate) => nameOf(passages, candidate))
    .filter((each) => each.length > name.length && each.includes(name));
  const said = sentenceOf(passages, other)?.folded ?? "";
  const without = longer.reduce((text, each) => text.replaceAll(each, " "), said);
  return without !== said && !without.includes(name);
}

/**
 * Whether a sentence of another passage is of something else than the thing asked of, which the best one is named
 * after: a box with that tea and two others, beside the price of the tea.
 */
export function isOfOthers(
  passages: readonly FoundPassage[],
  question: string,
  other: Candidate,
  best: Candidate,
): boolean {
  const thing = thingIn(question);
  const name = nameOf(passages, best);
  if (other.passage === best.passage || thing === "" || !name.includes(thing)) return false;
  return !nameOf(passages, other).includes(thing);
}

const rivals = 8;
/** Of the best one's worth. */
const nearly = 0.5;

/** The longest name that the question has whole goes first: 「茶凍禮盒」 in 「茶凍禮盒多少錢」. */
function rank(name: string, thing: string, asked: string): number {
  if (!name.includes(thing)) return 0;
  return asked.includes(name) ? name.length : 1;
}

function nameOf(passages: readonly FoundPassage[], candidate: Candidate): string {
  return sentenceOf(passages, candidate)?.name ?? "";
}

function sentenceOf(passages: readonly FoundPassage[], { passage, start }: Candidate) {
  const found = passages[passage];
  return found && readSentences(found).sentences.find((sentence) => sentence.start === start);
}
