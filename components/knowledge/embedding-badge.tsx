import { useBotCatalog } from "@/components/bots/use-bot-catalog";
import { Badge } from "@/components/ui/badge";
import type { EmbeddingState } from "@/lib/knowledge/embedding/embedding-state";

export function EmbeddingBadge({ state }: { state: NonNullable<EmbeddingState> }) {
  const words = useBotCatalog().knowledge.embedding;
  const tone = state === "failed" || state === "stale" ? "warn" : "plain";
  return (
    <Badge tone={tone} title={words.help[state]}>
      {words.states[state]}
    </Badge>
  );
}
