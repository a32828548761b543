import type { IncomingHttpHeaders } from "node:http";

const maxOriginLength = 300;

/**
 * Whether a page of another origin did not send this request: by `Sec-Fetch-Site`, and by `Origin` against the host
 * that was asked. A client that sends neither is no browser's page.
 */
export function isSameOrigin(headers: IncomingHttpHeaders): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  const { origin } = headers;
  if (origin === undefined) return true;
  const host = headers["x-forwarded-host"] ?? headers.host;
  return origin.length <= maxOriginLength && URL.canParse(origin) && new URL(origin).host === host;
}
