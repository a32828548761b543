import type { BotSearch } from "@/lib/knowledge/search/search-bot";

/**
 * How sure an answer is, 0 to 1: how much of what is asked the best passage holds, and how far it stands out from what
 * other documents hold. Measured: see docs/decisions/024-natural-questions.md.
 */
export function surenessOf({ confidence, rival }: Pick<BotSearch, "confidence" | "rival">): number {
  return Math.min(1, Math.max(0, scale * (2 * confidence - rival)));
}

const scale = 0.53;
