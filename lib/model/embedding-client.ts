import { z } from "zod";
import { type Env, env } from "@/lib/env";
import { processWide } from "@/lib/process-wide";
import { createHttpFetch } from "./http-fetch";
import { isModelError, ModelError } from "./model-error";
import { faultOfStatus, parseRetryAfter } from "./to-model-error";

export type EmbeddingCall = {
  /** Instead of the client's. */
  model?: string;
  /** Milliseconds; 20,000 unless said. */
  timeoutMs?: number;
};

/** Calls to one endpoint that speaks OpenAI's protocol. */
export type EmbeddingClient = {
  model: string;
  /**
   * An embedding for each text, in order, all finite and of one dimension. Throws ModelError for every fault of the
   * endpoint; nothing is tried again.
   */
  embed(texts: readonly string[], call?: EmbeddingCall): Promise<number[][]>;
};

/** The process's client; null without OPENAI_EMBEDDING_MODEL. */
export function getEmbeddingClient(): EmbeddingClient | null {
  const { OPENAI_EMBEDDING_MODEL: model } = env();
  return model ? processWide("embedding", () => createEmbeddingClient({ ...env(), model })) : null;
}

export function createEmbeddingClient({
  OPENAI_API_KEY: apiKey,
  OPENAI_BASE_URL: baseUrl = "https://api.openai.com/v1",
  model: ownModel,
}: Pick<Env, "OPENAI_API_KEY" | "OPENAI_BASE_URL"> & { model: string }): EmbeddingClient {
  const fetch = createHttpFetch({ maxBytes: 32_000_000 });
  const url = `${baseUrl.replace(/(?<!\/)\/+$/, "")}/embeddings`;
  return {
    model: ownModel,
    embed: async (texts, { model = ownModel, timeoutMs = 20_000 } = {}) => {
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        const response = await fetch(url, {
          method: "POST",
          headers: { "content-type": "application/json", authorization: `Bearer ${apiKey}` },
          body: JSON.stringify({ model, input: texts, encoding_format: "float" }),
          signal,
        });
        const { status } = response;
        const reply = await response.text();
        if (status !== 200) {
          const retryAfterMs = parseRetryAfter(Object.fromEntries(response.headers));
          throw new ModelError(status < 400 ? "broken" : faultOfStatus(status), { status, retryAfterMs });
        }
        return readEmbeddings(reply, texts.length);
      } catch (error) {
        if (signal.aborted) throw new ModelError("timed_out");
        throw isModelError(error) ? error : new ModelError("unavailable");
      }
    },
  };
}

const replySchema = z.object({
  data: z.array(z.object({ index: z.int().nonnegative(), embedding: z.array(z.number()).min(1) })),
});

function readEmbeddings(reply: string, count: number): number[][] {
  const parsed = replySchema.safeParse(parseJson(reply));
  if (!parsed.success) throw new ModelError("broken");
  const embeddings: number[][] = [];
  for (const { index, embedding } of parsed.data.data) embeddings[index] = embedding;
  const dimension = embeddings[0]?.length;
  const isWhole =
    embeddings.length === count &&
    Array.from(embeddings).every((embedding) => embedding?.length === dimension && isDirected(embedding));
  if (!isWhole) throw new ModelError("broken");
  return embeddings;
}

function isDirected(embedding: readonly number[]): boolean {
  const length = Math.hypot(...embedding);
  return Number.isFinite(length) && length > 0;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
