import { type Db, getDb } from "@/lib/db/client";
import { getKv, type Kv } from "@/lib/kv/client";
import { getModelClient, type ModelClient } from "@/lib/model/client";
import { type EmbeddingClient, getEmbeddingClient } from "@/lib/model/embedding-client";
import { markReached } from "@/lib/request-context";

/** What every verb needs of the world around it. Verbs take it first, so that a test can hand in its own. */
export type Ctx = {
  db: Db;
  kv: Kv;
  /** Words answers; null where none is configured. */
  model: ModelClient | null;
  /** Embeds questions and documents; null where none is configured. */
  embedder: EmbeddingClient | null;
  /** Milliseconds since 1970. */
  now: () => number;
};

/** The process's parts, with its stores. */
export function createContext(stores: Pick<Ctx, "db" | "kv">): Ctx {
  return { ...stores, model: getModelClient(), embedder: getEmbeddingClient(), now: Date.now };
}

/** The context of a request that Next serves: the same parts that the server's entry made. */
export async function getContext(): Promise<Ctx> {
  markReached();
  return createContext({ db: await getDb(), kv: getKv() });
}
