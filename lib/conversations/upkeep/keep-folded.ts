import type { Ctx } from "@/lib/context";
import { foldLeads } from "@/lib/conversations/leads/fold-leads";
import { completeMessages } from "@/lib/conversations/turns/complete-messages";
import { foldMessages } from "@/lib/conversations/turns/fold-messages";
import { log, logError } from "@/lib/log";

const afterStartMs = 5_000;

/** Folds and completes what an earlier release wrote, soon after the start. Returns how to stop. */
export function keepFolded(ctx: Pick<Ctx, "db">): () => void {
  const stopping = new AbortController();
  const soon = setTimeout(async () => {
    try {
      const count = await foldMessages(ctx, stopping.signal);
      if (count > 0)
        log("info", "turns of an earlier release can be found by other written forms", { count });
      const leads = await foldLeads(ctx, stopping.signal);
      if (leads > 0)
        log("info", "leads of an earlier release can be found by other written forms", { count: leads });
      const completed = await completeMessages(ctx, stopping.signal);
      if (completed > 0) log("info", "turns of an earlier release were completed", { count: completed });
    } catch (error) {
      if (!stopping.signal.aborted) logError("bringing older turns up to date failed", error);
    }
  }, afterStartMs);
  soon.unref();
  return () => {
    clearTimeout(soon);
    stopping.abort();
  };
}
