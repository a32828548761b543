/**
 * How far a document version's embeddings are: waiting for its first, or failed so that its words alone find
 * it; renewing, or failed to renew, while an older model's serve. Null when they are as they should be, and
 * where no model is set.
 */
export type EmbeddingState = "waiting" | "renewing" | "failed" | "stale" | null;

export function embeddingState(
  {
    vectorModel,
    vectorFault,
    passageCount,
  }: { vectorModel: string | null; vectorFault: string | null; passageCount: number },
  model: string | undefined,
): EmbeddingState {
  if (model === undefined || passageCount === 0 || vectorModel === model) return null;
  if (vectorFault !== null) return vectorModel === null ? "failed" : "stale";
  return vectorModel === null ? "waiting" : "renewing";
}
