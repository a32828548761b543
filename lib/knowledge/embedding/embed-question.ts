import type { QuestionVectors } from "@/lib/knowledge/index/vector-store";
import { toUnitLength } from "@/lib/knowledge/index/vectors";
import { log } from "@/lib/log";
import type { EmbeddingClient } from "@/lib/model/embedding-client";
import { isModelError } from "@/lib/model/model-error";

/** A question's embedding by each model. One that fails is left out: its documents are searched by words alone. */
export async function embedQuestion(
  client: EmbeddingClient,
  models: readonly string[],
  question: string,
): Promise<QuestionVectors> {
  const embedded = await Promise.all(
    models.map(async (model) => {
      try {
        const [embedding] = await client.embed([question], { model, timeoutMs });
        return embedding ? [[model, toUnitLength(embedding)] as const] : [];
      } catch (error) {
        if (!isModelError(error)) throw error;
        log("warn", "a question was searched by its words alone", {
          model,
          fault: error.fault,
          status: error.status,
        });
        return [];
      }
    }),
  );
  return new Map(embedded.flat());
}

/** A visitor waits for this. */
const timeoutMs = 2_000;
