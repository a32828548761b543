import { z } from "zod";

export const siteBounds = { pages: 500, depth: 5, patterns: 20, pattern: 200 } as const;

/** Languages that a site's pages can be confined to, as `lang` begins; "" for all. */
export const siteLanguages = ["", "zh", "en", "ja", "ko"] as const;

const patterns = z.array(z.string().max(siteBounds.pattern)).max(siteBounds.patterns);

/** Which pages of a site are wanted. */
const siteSettings = z.object({
  /** By its sitemap, and by links where it has none; or by links. */
  by: z.enum(["sitemap", "links"]).catch("sitemap"),
  /** Links from the first page at most. */
  depth: z.number().int().min(0).max(siteBounds.depth).catch(3),
  most: z.number().int().min(1).max(siteBounds.pages).catch(100),
  /** Paths, as robots.txt has them; nothing for all. */
  include: patterns.catch([]),
  exclude: patterns.catch([]),
  language: z.enum(siteLanguages).catch(""),
});
export type SiteSettings = z.output<typeof siteSettings>;

/** As it is stored; what can't be read is as if it hadn't been said. */
export function readSiteSettings(stored: unknown): SiteSettings {
  return siteSettings.parse(Object(stored));
}
