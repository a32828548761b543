import type { Ctx } from "@/lib/context";
import { uuidv7 } from "@/lib/db/uuidv7";
import { inSlices } from "@/lib/in-slices";
import { hostOf, pathOf, toPageAddress } from "@/lib/knowledge/web/page-address";
import { matchesPath } from "@/lib/knowledge/web/path-pattern";
import { readSiteSettings, type SiteSettings } from "@/lib/knowledge/web/site-settings";
import type { WebSource } from "./web-source";

/** Pages that differ in their query only: more of them is a calendar, a filter, a cart. */
const sameButQuery = 30;
/** Links that are looked at before it is asked how long that took. */
const linksAtOnce = 20;

/** The pages that a source has, and whether another belongs to it. Lives as long as one run. */
export class Frontier {
  readonly settings: SiteSettings;
  readonly #known = new Set<string>();
  readonly #byPath = new Map<string, number>();
  /** Where the first page was found, after its redirects. */
  #home: URL | null = null;
  /** There were more pages than the source may have. */
  isFull = false;

  private constructor(
    private readonly ctx: Ctx,
    private readonly source: WebSource,
  ) {
    this.settings = readSiteSettings(source.settings);
  }

  static async open(ctx: Ctx, source: WebSource): Promise<Frontier> {
    const frontier = new Frontier(ctx, source);
    const pages = await ctx.db.sourcePage.findMany({
      where: { sourceId: source.id },
      select: { address: true, depth: true },
      orderBy: [{ depth: "asc" }, { id: "asc" }],
    });
    for (const { address, depth } of pages) frontier.#note(address, depth);
    return frontier;
  }

  get size(): number {
    return this.#known.size;
  }

  has(address: string): boolean {
    return this.#known.has(address);
  }

  /** Whether an address is on the site, whatever its path. */
  isHere(address: string): boolean {
    return hostOf(address) === (this.#home ?? new URL(this.source.address)).host;
  }

  /** The first page, wherever it stands; what is known already stays. */
  async addFirst(address: string): Promise<void> {
    await this.#write([address], 0);
  }

  /** Of what a page or a sitemap names, what belongs to the site, in its order. Returns how many are new. */
  async add(links: readonly string[], base: string, depth: number): Promise<number> {
    const fresh = await inSlices(this.#choose(links, base));
    await this.#write(fresh, depth);
    return fresh.length;
  }

  /** A sitemap names 50,000, and to read an address takes some time: others have their turns meanwhile. */
  *#choose(links: readonly string[], base: string): Generator<void, string[], void> {
    const fresh: string[] = [];
    for (const [at, link] of links.entries()) {
      if (at % linksAtOnce === 0) yield;
      const address = this.wanted(link, base);
      if (!address || this.#known.has(address)) continue;
      const path = new URL(address).pathname;
      if (address.includes("?") && (this.#byPath.get(path) ?? 0) >= sameButQuery) continue;
      if (this.size >= this.settings.most) {
        this.isFull = true;
        break;
      }
      fresh.push(address);
      // Others that choose meanwhile don't choose it again.
      this.#known.add(address);
      this.#byPath.set(path, (this.#byPath.get(path) ?? 0) + 1);
    }
    return fresh;
  }

  /** A link in the site's own spelling, if the owner wants it; null for all others. */
  wanted(link: string, base: string): string | null {
    const found = toPageAddress(link, base);
    if (!found || !this.isHere(found)) return null;
    const url = new URL(found);
    if (this.#home && url.protocol !== this.#home.protocol) url.protocol = this.#home.protocol;
    const path = pathOf(url.href);
    const { include, exclude } = this.settings;
    const isWanted = include.length === 0 || include.some((pattern) => matchesPath(pattern, path));
    return isWanted && !exclude.some((pattern) => matchesPath(pattern, path)) ? url.href : null;
  }

  /** A page is where its redirects led. */
  rename(from: string, to: string, depth: number): void {
    this.#known.delete(from);
    if (depth === 0) this.#home = null;
    this.#note(to, depth);
  }

  async #write(addresses: readonly string[], depth: number): Promise<void> {
    if (addresses.length === 0) return;
    const { id: sourceId, teamId } = this.source;
    const data = addresses.map((address) => ({ id: uuidv7(), teamId, sourceId, address, depth }));
    await this.ctx.db.sourcePage.createMany({ data, skipDuplicates: true });
    for (const address of addresses) this.#note(address, depth);
  }

  #note(address: string, depth: number): void {
    this.#known.add(address);
    if (depth === 0) this.#home ??= new URL(address);
  }
}
