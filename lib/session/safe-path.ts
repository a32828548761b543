/**
 * A path on this site to go to after signing in: the given one when it is a plain path with its query, else null.
 * Other origins, also as `//host` or `/\host`, other schemes, and the pages that would lead back here are refused.
 */
export function safePath(value: unknown): string | null {
  if (typeof value !== "string" || value.length > 2_000) return null;
  if (
    !/^\/(?![/\\])/.test(value) ||
    /[\p{Cc}\\]/u.test(value) ||
    !URL.canParse(value, "http://site.invalid")
  ) {
    return null;
  }
  const { origin, pathname, search } = new URL(value, "http://site.invalid");
  if (origin !== "http://site.invalid" || pathname.startsWith("//")) return null;
  if (/^\/(sign-in|sign-up|reset|api)(\/|$)/.test(pathname)) return null;
  return pathname + search;
}
