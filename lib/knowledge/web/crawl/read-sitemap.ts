import { promisify } from "node:util";
import { gunzip } from "node:zlib";

export type Sitemap = {
  /** Of pages, or, in an index, of further sitemaps. */
  addresses: string[];
  isIndex: boolean;
};

/** What is read of one: bytes unpacked, addresses, characters of an address. */
export const sitemapBounds = { bytes: 20_000_000, addresses: 50_000, address: 2_000 } as const;

/**
 * The addresses that a sitemap names, packed with gzip or not, as XML or one a line; null for what is no sitemap.
 * Source: sitemaps.org protocol 0.9.
 */
export async function readSitemap(body: Buffer): Promise<Sitemap | null> {
  const isPacked = body[0] === 0x1f && body[1] === 0x8b;
  const bytes = isPacked ? await unpack(body) : body.subarray(0, sitemapBounds.bytes);
  if (!bytes) return null;
  const text = bytes.toString("utf8");
  const head = text.slice(0, 5_000);
  if (/<(?:\w{1,20}:)?sitemapindex[\s>]/.test(head)) return { addresses: locations(text), isIndex: true };
  if (/<(?:\w{1,20}:)?urlset[\s>]/.test(head)) return { addresses: locations(text), isIndex: false };
  if (!/^\ufeff?\s{0,20}https?:\/\//.test(head)) return null;
  const lines = text.split(/\r\n|[\r\n]/, sitemapBounds.addresses).map((line) => line.trim());
  const addresses = lines.filter((line) => /^https?:\/\//.test(line) && line.length <= sitemapBounds.address);
  return { addresses, isIndex: false };
}

async function unpack(body: Buffer): Promise<Buffer | null> {
  try {
    return await promisify(gunzip)(body, { maxOutputLength: sitemapBounds.bytes });
  } catch {
    return null;
  }
}

/** What stands in each `<loc>`; those of pictures and videos have a prefix and are others. */
function locations(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; found.length < sitemapBounds.addresses; ) {
    const start = text.indexOf("<loc>", at);
    if (start < 0) break;
    const end = text.indexOf("<", start + 5);
    if (end < 0) break;
    at = end;
    const isData = text.startsWith("<![CDATA[", end);
    const close = isData ? text.indexOf("]]>", end) : end;
    if (close < 0) break;
    const raw = isData ? text.slice(end + 9, close) : decode(text.slice(start + 5, end));
    at = close;
    const address = raw.trim();
    if (address !== "" && address.length <= sitemapBounds.address) found.push(address);
  }
  return found;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (all, name: string) => entities[name] ?? all);
}
