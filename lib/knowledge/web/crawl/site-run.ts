import type { Ctx } from "@/lib/context";
import type { GuardedFetch } from "@/lib/guard/guarded-fetch";
import { googleFile, hostOf, pathOf, toPageAddress } from "@/lib/knowledge/web/page-address";
import type { WebFault } from "@/lib/knowledge/web/web-faults";
import { ApartReader } from "@/lib/reading/apart/apart-reader";
import { type ColumnMapping, readColumns } from "@/lib/reading/office/sheet-columns";
import { type TextEncoding, textEncodings } from "@/lib/reading/text-encodings";
import { findBySitemap } from "./find-by-sitemap";
import type { Frontier } from "./frontier";
import { keepReading, markPage, marksOf } from "./keep-page";
import type { Pace } from "./pace";
import { type PageReader, readPage } from "./read-page";
import { noRobots, type Robots } from "./robots";
import { robotsOfRun } from "./robots-of-run";
import { type Came, visitPage } from "./visit-page";
import { newRunOver, type WebPage, type WebSource } from "./web-source";

/** Two pages a second of one host, unless its robots.txt wants it slower. */
const everyMs = 500;
/** A run ends after so long; the next one begins with what is left. */
const longestMs = 50 * 60_000;
/** Pages one after the other that didn't come: a server that has enough of us. */
const mostFailures = 10;

type RunParts = { fetch: GuardedFetch; pace: Pace; readers: PageReader; signal: AbortSignal };

/** One run over the pages of a source: a page is fetched while the one before is read. */
export class SiteRun {
  readonly #robotsOf: ReturnType<typeof robotsOfRun>;
  /** What somebody said of how its pages are read. */
  readonly #said: { encoding: TextEncoding | undefined; columns: ColumnMapping | undefined };
  readonly #endsAt: number;
  readonly #notes = new Set<WebFault>();
  readonly #apart: ApartReader;
  /** The page that is read at the moment. */
  #reading: { id: string; done: Promise<void> } | null = null;
  #followsLinks: boolean;
  /** What the first page links to, and what that is relative to. */
  #firstLinks: [links: readonly string[], base: string] | null = null;
  #failures = 0;

  constructor(
    private readonly ctx: Ctx,
    private readonly source: WebSource,
    private readonly frontier: Frontier,
    private readonly parts: RunParts,
  ) {
    this.#robotsOf = robotsOfRun(parts.fetch, parts.signal);
    this.#said = {
      encoding: textEncodings.find((one) => one === source.encoding),
      columns: readColumns(source.columns),
    };
    this.#endsAt = ctx.now() + longestMs;
    this.#apart = new ApartReader(parts.readers.reader);
    this.#followsLinks = source.origin === "site" && frontier.settings.by === "links";
  }

  notes(): WebFault[] {
    if (this.frontier.isFull) this.#notes.add("site_bound");
    return [...this.#notes];
  }

  /** Throws RunOver, the signal's reason, and what the database throws. */
  async visitAll(): Promise<void> {
    try {
      await this.#visitEach({ depth: 0 });
      if (this.source.origin === "site" && !this.#followsLinks) await this.#findBySitemap();
      await this.#visitEach({});
    } finally {
      await this.#reading?.done.catch(() => {});
      this.#apart.close();
    }
  }

  async #findBySitemap(): Promise<void> {
    const { ctx, frontier, source, parts } = this;
    const first = await ctx.db.sourcePage.findFirst({ where: { sourceId: source.id, depth: 0 } });
    const home = first?.address ?? source.address;
    const robots = await this.#robotsOf(home);
    const known = typeof robots === "string" ? noRobots : robots;
    const found = await findBySitemap(ctx, home, {
      ...{ fetch: parts.fetch, pace: parts.pace, signal: parts.signal, frontier },
      ...{ robots: known, everyMs: intervalMs(known) },
    });
    if (found) return;
    this.#notes.add("no_sitemap");
    this.#followsLinks = true;
    if (this.#firstLinks) await frontier.add(...this.#firstLinks, 1);
    // It was read before the process was killed: its links are found when it comes once more.
    else if (frontier.size === 1)
      await ctx.db.sourcePage.updateMany({
        where: { sourceId: source.id, depth: 0 },
        data: { bodyHash: null, round: 0 },
      });
  }

  async #visitEach(where: { depth?: number }): Promise<void> {
    while (!this.parts.signal.aborted) {
      const page = await this.#next(where);
      if (!page) {
        if (!this.#reading) return;
        await this.#settle();
        continue;
      }
      if (this.ctx.now() > this.#endsAt) {
        this.#notes.add("site_slow");
        return this.#settle();
      }
      if (this.#failures >= mostFailures) {
        this.#notes.add("site_stopped");
        return this.#settle();
      }
      await this.#visit(page);
    }
  }

  async #settle(): Promise<void> {
    const reading = this.#reading;
    await reading?.done;
    if (this.#reading === reading) this.#reading = null;
  }

  /** Pages that no run has looked at come first. */
  async #next(where: { depth?: number }): Promise<WebPage | null> {
    const { id: sourceId, round } = this.source;
    return this.ctx.db.sourcePage.findFirst({
      where: {
        ...{ sourceId, round: { lt: round }, choice: { not: "left" }, ...where },
        ...(this.#reading && { id: { not: this.#reading.id } }),
      },
      orderBy: [{ round: "asc" }, { depth: "asc" }, { id: "asc" }],
    });
  }

  async #visit(page: WebPage): Promise<void> {
    const { ctx, source, parts } = this;
    await this.#tellSize();
    const isFile = googleFile(source.address) === page.address;
    const robots = isFile ? noRobots : await this.#robotsOf(page.address);
    if (typeof robots === "string") return this.#fail(page, robots);
    if (!robots.allows(pathOf(page.address)))
      return markPage(ctx, source, page, { state: "skipped", fault: "robots" });
    await parts.pace(ctx.kv, hostOf(page.address), intervalMs(robots), parts.signal);
    const visit = await visitPage(parts.fetch, page, parts);
    if (visit.kind === "failed") return this.#fail(page, visit.fault);
    this.#failures = 0;
    if (visit.kind === "gone") {
      const state = page.publishedAt ? ("gone" as const) : ("failed" as const);
      return markPage(ctx, source, page, { state, fault: "not_found" });
    }
    if (visit.kind === "unchanged") {
      const { kind: _, ...marks } = visit;
      const wasRead = page.state === "failed" || page.state === "gone" || page.state === "found";
      const data = {
        ...marks,
        fetchedAt: new Date(),
        ...(wasRead && { state: "read" as const, fault: null }),
      };
      return markPage(ctx, source, page, data);
    }
    const moved = await this.#follow(page, visit, robots);
    if (!moved) return;
    await this.#settle();
    this.#reading = { id: page.id, done: this.#read(moved, visit) };
    // Whoever waits for it hears of it; nobody else must.
    this.#reading.done.catch(() => {});
  }

  async #fail(page: WebPage, fault: WebFault): Promise<void> {
    this.#failures++;
    await markPage(this.ctx, this.source, page, { state: "failed", fault });
  }

  /** Where redirects led: null, and the page is left out, where that is another site's or a page of its own. */
  async #follow(page: WebPage, came: Came, robots: Robots): Promise<WebPage | null> {
    const { ctx, source, frontier } = this;
    if (source.origin === "page" || came.address === page.address) return page;
    const skip = async (fault: WebFault) => {
      await markPage(ctx, source, page, { state: "skipped", fault });
      return null;
    };
    const address = toPageAddress(came.address, came.address) ?? came.address;
    if (address === page.address) return page;
    if (page.depth > 0 && !frontier.isHere(address)) return skip("elsewhere");
    if (frontier.has(address)) return skip("same_as");
    if (hostOf(address) === hostOf(page.address) && !robots.allows(pathOf(address))) return skip("robots");
    await ctx.db.sourcePage.update({ where: { id: page.id }, data: { address }, select: { id: true } });
    frontier.rename(page.address, address, page.depth);
    return { ...page, address };
  }

  async #read(page: WebPage, came: Came): Promise<void> {
    const { ctx, source, frontier, parts } = this;
    const reading = await readPage(this.#apart, parts.readers.spool(), came, this.#said, parts.signal);
    const facts = reading.page;
    const base = facts?.base ? (toPageAddress(facts.base, came.address) ?? came.address) : came.address;
    if (source.origin === "site" && facts) {
      const own = facts.canonical ? frontier.wanted(facts.canonical, base) : null;
      // Where all pages name the site's first one, the site is mistaken.
      const isElsewhere = own !== null && own !== page.address && pathOf(own) !== "/" && page.depth > 0;
      if (isElsewhere && page.choice === "open") {
        await frontier.add([own], base, page.depth);
        if (frontier.has(own))
          return markPage(ctx, source, page, { ...marksOf(came), state: "skipped", fault: "same_as" });
      }
      if (page.depth === 0) this.#firstLinks = [facts.links, base];
      if (this.#followsLinks && page.depth < frontier.settings.depth)
        await frontier.add(facts.links, base, page.depth + 1);
    }
    await keepReading(ctx, source, page, came, reading, frontier);
  }

  async #tellSize(): Promise<void> {
    const { id, round } = this.source;
    const where = { id, round, state: "reading" as const };
    const { count } = await this.ctx.db.source.updateMany({
      where,
      data: { progressTotal: this.frontier.size },
    });
    if (count === 0) throw newRunOver();
  }
}

function intervalMs({ delaySeconds }: Robots): number {
  return Math.max(everyMs, delaySeconds * 1_000);
}
