import { Notice } from "@/components/ui/notice";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { Locale } from "@/lib/i18n/locale";
import type { EmbeddingState } from "@/lib/knowledge/embedding/embedding-state";

type EmbeddingNoticeProps = { state: EmbeddingState; fault: string | null; locale: Locale };

/** What a document's embeddings wait for, and why they failed. */
export function EmbeddingNotice({ state, fault, locale }: EmbeddingNoticeProps) {
  const words = getCatalog(locale).knowledge.embedding;
  if (state === null) return null;
  const reason = new Map<string | null, string>(Object.entries(words.faults)).get(fault);
  return (
    <Notice tone={state === "failed" || state === "stale" ? "warn" : "info"}>
      {words.help[state]} {reason}
    </Notice>
  );
}
