import type { Ctx } from "@/lib/context";
import type { GuardedFetch } from "@/lib/guard/guarded-fetch";
import type { RunJob } from "@/lib/jobs/bind-job";
import type { SourceJobInput } from "@/lib/knowledge/sources/source-jobs";
import { googleFile } from "@/lib/knowledge/web/page-address";
import { endRun } from "./end-run";
import { isSitemapAddress } from "./find-by-sitemap";
import { Frontier } from "./frontier";
import type { Pace } from "./pace";
import type { PageReader } from "./read-page";
import { SiteRun } from "./site-run";
import { isRunOver, type WebSource } from "./web-source";

export type SourceFetcher = PageReader & {
  fetch: () => GuardedFetch;
  pace: Pace;
};

/**
 * Runs `fetchSourceJob`: looks at every page of a source that wasn't looked at in this round, so that a process that
 * was killed goes on where it stopped, and keeps what was read. What is unchanged isn't read again; what changed of
 * pages that answer is published.
 */
export function fetchSourceBy({ fetch, pace, ...readers }: SourceFetcher): RunJob<SourceJobInput> {
  return async (ctx, { sourceId: id }, { signal }) => {
    const [row] = await ctx.db.source.updateManyAndReturn({
      where: { id, origin: { not: "file" }, state: { in: ["queued", "reading"] } },
      data: { state: "reading", fault: null },
    });
    if (!row?.address) return undefined;
    const { round } = row;
    const progressDone = await ctx.db.sourcePage.count({ where: { sourceId: id, round } });
    await ctx.db.source.updateMany({ where: { id, round }, data: { progressDone } });
    const source: WebSource = { ...row, address: row.address };
    try {
      const frontier = await openFrontier(ctx, source);
      const run = new SiteRun(ctx, source, frontier, { fetch: fetch(), pace, readers, signal });
      await run.visitAll();
      if (!signal.aborted) await endRun(ctx, source, run.notes());
    } catch (error) {
      if (!isRunOver(error) && !signal.aborted) throw error;
    }
    return undefined;
  };
}

async function openFrontier(ctx: Ctx, source: WebSource): Promise<Frontier> {
  const frontier = await Frontier.open(ctx, source);
  const isSitemap = source.origin === "site" && isSitemapAddress(source.address);
  if (frontier.size === 0 && !isSitemap)
    await frontier.addFirst((source.origin === "page" && googleFile(source.address)) || source.address);
  return frontier;
}
