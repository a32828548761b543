import type { BotSearch } from "@/lib/knowledge/search/search-bot";
import type { Telling } from "../telling/read-telling";

/**
 * How sure an answer is, 0 to 1: how much of what is asked the best passage holds, and how far it stands out from what
 * other documents hold; more where everything that tells things apart stands in that passage. Measured: see
 * docs/decisions/024-natural-questions.md.
 */
export function surenessOf(
  { confidence, rival }: Pick<BotSearch, "confidence" | "rival">,
  telling?: Pick<Telling, "isComplete">,
): number {
  const share = telling?.isComplete ? whenComplete : 1;
  return Math.min(1, Math.max(0, scale * share * (2 * confidence - rival)));
}

const scale = 0.53;
const whenComplete = 1.15;
