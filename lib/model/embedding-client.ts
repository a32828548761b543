import { z } from "zod";
import { type Env, env } from "@/lib/env";
import { cutText } from "@/lib/language/cut-text";
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
   * An embedding for each text, in order, all finite and of one dimension. What the endpoint refuses for its size is
   * asked for in halves, and remembered: fewer texts a call, then shorter texts. Throws ModelError for every other
   * fault of the endpoint; nothing is tried again.
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
  const limitsOf = createLimits();

  const ask = async (model: string, input: readonly string[], limits: Limits, signal: AbortSignal) => {
    const encoding = limits.refusesEncoding ? {} : { encoding_format: "float" };
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${apiKey}` },
      body: JSON.stringify({ model, input, ...encoding }),
      signal,
    });
    const { status } = response;
    const reply = await response.text();
    if (status === 200) return readEmbeddings(reply, input.length);
    if (
      [400, 422].includes(status) &&
      !limits.refusesEncoding &&
      /encoding_format/.test(reply.slice(0, 4_000))
    ) {
      limits.refusesEncoding = true;
      return ask(model, input, limits, signal);
    }
    const retryAfterMs = parseRetryAfter(Object.fromEntries(response.headers));
    throw new ModelError(status < 400 ? "broken" : faultOfStatus(status), { status, retryAfterMs });
  };

  /** As many texts and characters at once as the endpoint is known to take. */
  const embedAll = async (
    model: string,
    texts: readonly string[],
    signal: AbortSignal,
  ): Promise<number[][]> => {
    const limits = limitsOf(model);
    const embeddings: number[][] = [];
    for (let from = 0; from < texts.length; ) {
      const input = texts.slice(from, from + limits.texts).map((text) => cutText(text, limits.length));
      try {
        embeddings.push(...(await ask(model, input, limits, signal)));
        from += input.length;
      } catch (error) {
        if (!isModelError(error) || !isOfSize(error)) throw error;
        const longest = Math.max(...input.map((text) => text.length));
        if (input.length > 1) limits.texts = Math.ceil(input.length / 2);
        // One that is short and refused as well is not refused for its size.
        // How many shorter ones it takes at once is yet to be seen.
        else if (longest > shortestCut)
          Object.assign(limits, { texts: Infinity, length: Math.ceil(longest / 2) });
        else {
          limitsOf.forget(model);
          throw error;
        }
      }
    }
    return embeddings;
  };

  return {
    model: ownModel,
    embed: async (texts, { model = ownModel, timeoutMs = 20_000 } = {}) => {
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        const embeddings = await embedAll(model, texts, signal);
        if (embeddings.some(({ length }) => length !== embeddings[0]?.length)) throw new ModelError("broken");
        return embeddings;
      } catch (error) {
        if (signal.aborted) throw new ModelError("timed_out");
        throw isModelError(error) ? error : new ModelError("unavailable");
      }
    },
  };
}

type Limits = { texts: number; length: number; refusesEncoding: boolean };

/** UTF-16 units. */
const shortestCut = 200;

/** What each model of the endpoint was seen to take at once. */
function createLimits() {
  const known = new Map<string, Limits>();
  const limitsOf = (model: string): Limits => {
    const limits = known.get(model) ?? { texts: Infinity, length: Infinity, refusesEncoding: false };
    known.set(model, limits);
    return limits;
  };
  return Object.assign(limitsOf, { forget: (model: string) => known.delete(model) });
}

function isOfSize({ status }: ModelError): boolean {
  return status === 400 || status === 413 || status === 422;
}

const vectorSchema = z.union([z.array(z.number()).min(1), z.string().min(4)]);
const itemSchema = z.object({ index: z.int().nonnegative().nullish(), embedding: vectorSchema });
const replySchema = z.union([
  z.object({ data: z.array(itemSchema) }),
  z.object({ embeddings: z.array(vectorSchema) }),
  z.array(itemSchema),
]);

/** By their indexes where each has one of its own, else in the order in which they came. */
function readEmbeddings(reply: string, count: number): number[][] {
  const whole = parseJson(reply);
  if (whole === undefined) throw new ModelError(/^\s*</.test(reply) ? "wrong_address" : "broken");
  const parsed = replySchema.safeParse(whole);
  if (!parsed.success) throw new ModelError(isReply(whole) ? "broken" : "wrong_address");
  const { data } = parsed;
  const items = Array.isArray(data)
    ? data
    : "data" in data
      ? data.data
      : data.embeddings.map((embedding) => ({ index: null, embedding }));
  const places = new Set(items.map(({ index }) => index));
  const isPlaced = places.size === items.length && items.every(({ index }) => (index ?? count) < count);
  const embeddings: number[][] = [];
  for (const [at, { index, embedding }] of items.entries())
    embeddings[isPlaced ? (index ?? at) : at] = typeof embedding === "string" ? decode(embedding) : embedding;
  const dimension = embeddings[0]?.length;
  const isWhole =
    embeddings.length === count &&
    Array.from(embeddings).every((embedding) => embedding?.length === dimension && isDirected(embedding));
  if (!isWhole) throw new ModelError("broken");
  return embeddings;
}

function isReply(whole: unknown): boolean {
  return (
    Array.isArray(whole) ||
    (typeof whole === "object" && whole !== null && ("data" in whole || "embeddings" in whole))
  );
}

/** Numbers of 32 bits, least significant byte first, in base64. */
function decode(encoded: string): number[] {
  const bytes = Buffer.from(encoded, "base64");
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => bytes.readFloatLE(at * 4));
}

function isDirected(embedding: readonly number[]): boolean {
  const length = Math.hypot(...embedding);
  return Number.isFinite(length) && length > 0;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
