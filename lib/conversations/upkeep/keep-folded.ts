import type { Ctx } from "@/lib/context";
import { foldMessages } from "@/lib/conversations/turns/fold-messages";
import { log, logError } from "@/lib/log";

const afterStartMs = 5_000;

/** Folds what an earlier release wrote, soon after the start. Returns how to stop. */
export function keepFolded(ctx: Pick<Ctx, "db">): () => void {
  const stopping = new AbortController();
  const soon = setTimeout(async () => {
    try {
      const count = await foldMessages(ctx, stopping.signal);
      if (count > 0)
        log("info", "turns of an earlier release can be found by other written forms", { count });
    } catch (error) {
      if (!stopping.signal.aborted) logError("folding older turns for the search failed", error);
    }
  }, afterStartMs);
  soon.unref();
  return () => {
    clearTimeout(soon);
    stopping.abort();
  };
}
