import { Badge } from "@/components/ui/badge";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import type { EmbeddingState } from "@/lib/knowledge/embedding/embedding-state";

export function EmbeddingBadge({ state, locale }: { state: EmbeddingState; locale: Locale }) {
  const words = getCatalog(locale).knowledge.embedding;
  if (state === null) return null;
  const tone = state === "failed" || state === "stale" ? "warn" : "plain";
  return (
    <Badge tone={tone} title={words.help[state]}>
      {words.states[state]}
    </Badge>
  );
}
