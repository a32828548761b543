import type { Ctx } from "@/lib/context";
import { createEmbeddedKv } from "@/lib/kv/transports/embedded-kv";

/** A context for tests: an embedded store, no model and no embedder, and the real clock, but for what is given. */
export function createTestContext(parts: Pick<Ctx, "db"> & Partial<Ctx>): Ctx {
  return { kv: createEmbeddedKv(), model: null, embedder: null, now: Date.now, ...parts };
}
