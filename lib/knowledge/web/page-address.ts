/** UTF-16 units of an address: what is longer is no page of somebody's, and an index must hold it. */
export const longestAddress = 2_000;
const longestFound = 500;
const deepestPath = 12;
/** Of what a click did before, without which a page is the same. */
const tracking =
  /^(?:utm_\w{1,30}|fbclid|gclid|gad_source|igsh|mc_[ce]id|yclid|_ga|spm|phpsessid|jsessionid|sid)$/i;
const noPage =
  /\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?|css|js|mjs|map|json|xml|rss|atom|woff2?|ttf|otf|eot|mp[34]|m4[av]|mov|avi|webm|ogg|wav|zip|rar|7z|gz|tar|exe|dmg|apk|msi|ics|vcf)$/i;

/**
 * What somebody typed as the address that is fetched: `https://` where no scheme is said, without its fragment. Null
 * for what is none. A shared Google document is fetched as the file it can be downloaded as.
 */
export function toAddress(typed: string): string | null {
  const text = typed.trim();
  if (text.length > longestAddress) return null;
  const whole = /^[a-z][a-z0-9+.-]{0,20}:\/\//i.test(text) ? text : `https://${text}`;
  const url = parse(whole);
  if (!url || url.username || url.password || !url.hostname.includes(".")) return null;
  return url.href.length > longestAddress ? null : url.href;
}

const googlePaths = {
  document: { file: "docx", path: "/document/d/" },
  spreadsheets: { file: "xlsx", path: "/spreadsheets/d/" },
  presentation: { file: "pptx", path: "/presentation/d/" },
} as const;

/** Where a shared or published Google document comes as a file; null for every other address. */
export function googleFile(address: string): string | null {
  const url = parse(address);
  if (url?.hostname !== "docs.google.com") return null;
  const [, kind = "", d, first = "", second = ""] = url.pathname.split("/");
  const known = kind === "document" || kind === "spreadsheets" || kind === "presentation" ? kind : null;
  if (!known || d !== "d") return null;
  const { file, path } = googlePaths[known];
  const origin = "https://docs.google.com";
  if (first === "e") {
    // What is published has another id; a document of that kind is a page of its own.
    return known === "spreadsheets" && second ? `${origin}${path}e/${second}/pub?output=xlsx` : null;
  }
  if (!/^[\w-]{10,200}$/.test(first)) return null;
  return known === "presentation"
    ? `${origin}${path}${first}/export/pptx`
    : `${origin}${path}${first}/export?format=${file}`;
}

/** A link of a page as the address of another page of a site, one spelling for each; null for what is none. */
export function toPageAddress(link: string, base: string): string | null {
  if (link.length > longestAddress || !URL.canParse(link, base)) return null;
  const url = parse(new URL(link, base).href);
  if (!url || url.username || url.password) return null;
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name);
  const steps = url.pathname.split("/").filter(Boolean);
  const isTrap = steps.length > deepestPath || comesAgain(steps);
  return url.href.length > longestFound || isTrap || noPage.test(url.pathname) ? null : url.href;
}

/** `/a/b/a/b/a/b`, which relative links without an end make. */
function comesAgain(steps: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const step of steps) if (!/^\d{1,4}$/.test(step)) counts.set(step, (counts.get(step) ?? 0) + 1);
  return [...counts.values()].some((count) => count > 2);
}

function parse(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  url.hash = "";
  return url.protocol === "http:" || url.protocol === "https:" ? url : null;
}

export function hostOf(address: string): string {
  return new URL(address).host;
}

/** The path with its query, by which rules are looked up. */
export function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return `${pathname}${search}`;
}
