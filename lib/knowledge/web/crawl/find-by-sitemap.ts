import type { Ctx } from "@/lib/context";
import type { GuardedFetch } from "@/lib/guard/guarded-fetch";
import { hostOf } from "@/lib/knowledge/web/page-address";
import { toWebFault } from "@/lib/knowledge/web/web-faults";
import type { Frontier } from "./frontier";
import type { Pace } from "./pace";
import { readSitemap, sitemapBounds } from "./read-sitemap";
import type { Robots } from "./robots";

/** Sitemaps of one site that are asked for, those that an index names included. */
const mostSitemaps = 50;
const bounds = { maxBytes: sitemapBounds.bytes, timeoutMs: 30_000 } as const;

type Find = {
  fetch: GuardedFetch;
  pace: Pace;
  everyMs: number;
  frontier: Frontier;
  robots: Robots;
  signal: AbortSignal;
};

export function isSitemapAddress(address: string): boolean {
  return /\.(?:xml|xml\.gz)$/i.test(new URL(address).pathname);
}

/**
 * Adds the pages that a site's sitemaps name: the one that was given, else those of its robots.txt, else the usual
 * places. True where there is a sitemap at all.
 */
export async function findBySitemap(ctx: Ctx, home: string, find: Find): Promise<boolean> {
  const { fetch, pace, everyMs, frontier, robots, signal } = find;
  const usual = ["/sitemap.xml", "/sitemap_index.xml", "/wp-sitemap.xml"];
  const given = isSitemapAddress(home) ? [home] : robots.sitemaps;
  // The usual places are guesses: the first that is there ends the search.
  const isGuess = given.length === 0;
  const waiting = isGuess ? usual.map((path) => new URL(path, home).href) : given;
  const asked = new Set<string>();
  let isThere = false;
  while (waiting.length > 0 && asked.size < mostSitemaps && !frontier.isFull) {
    const address = waiting.shift();
    if (!address || asked.has(address) || !URL.canParse(address) || hostOf(address) !== hostOf(home))
      continue;
    asked.add(address);
    await pace(ctx.kv, hostOf(address), everyMs, signal);
    const body = await ask(fetch, address, signal);
    const sitemap = body && (await readSitemap(body));
    if (!sitemap) continue;
    if (isGuess && !isThere) waiting.length = 0;
    isThere = true;
    if (sitemap.isIndex) waiting.push(...sitemap.addresses.slice(0, mostSitemaps));
    else await frontier.add(sitemap.addresses, address, 1);
  }
  return isThere;
}

async function ask(fetch: GuardedFetch, address: string, signal: AbortSignal): Promise<Buffer | null> {
  try {
    const { status, body } = await fetch(address, { signal, ...bounds });
    return status >= 200 && status < 300 ? body : null;
  } catch (error) {
    signal.throwIfAborted();
    toWebFault(error);
    return null;
  }
}
