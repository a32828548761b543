import type { BotSearch } from "@/lib/knowledge/search/search-bot";
import type { Telling } from "../telling/read-telling";

type Found = Pick<BotSearch, "confidence" | "rival" | "terms"> & {
  passages: readonly Pick<BotSearch["passages"][number], "questions">[];
};

/**
 * How sure an answer is, 0 to 1: how much of what is asked the best passage holds, and how far it stands out from what
 * other documents hold; more where everything that tells things apart stands in that passage, where much is asked,
 * which no passage holds by chance, and where the passage is an owner's answer to a question. Measured: see
 * docs/decisions/024-natural-questions.md and docs/decisions/115-everyday-words.md.
 */
export function surenessOf(
  { confidence, rival, terms, passages: [best] }: Found,
  telling?: Pick<Telling, "isComplete">,
): number {
  const share = telling?.isComplete ? whenComplete : 1;
  const asked = terms.filter(({ weight, isBeside, isAside }) => weight >= ownWeight && !isBeside && !isAside);
  const length = Math.exp(perTerm * (Math.min(Math.max(asked.length, fewestTerms), mostTerms) - usualTerms));
  const sureness = scale * share * length * (2 * confidence - rival);
  const pair = best?.questions?.length && sureness >= leastOfPair ? whenPair : 1;
  return Math.min(1, Math.max(0, sureness * pair));
}

const scale = 0.555;
const whenComplete = 1.15;
const whenPair = 1.25;
/** What hardly fits an owner's answer is no surer for it. */
const leastOfPair = 0.1;
/** Of the question's own words, those that say something. */
const ownWeight = 0.5;
const perTerm = 0.025;
const usualTerms = 11;
const fewestTerms = 9;
const mostTerms = 24;
