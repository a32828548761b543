import type { IncomingHttpHeaders } from "node:http";

/** A name of 253 characters (RFC 1035) with its port, and some. */
const maxHostLength = 300;

const forwarded = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-proto",
  "x-real-ip",
];

/** What Next reads from its own pages' requests and from its own layers; on the public endpoints nobody may say it. */
const internal =
  /^(rsc$|next-|x-nextjs-|x-next-|x-invoke-|x-middleware-|x-matched-path|x-action-|x-now-|x-prerender-)/;

/** Drops the headers that would make Next treat a request to a public endpoint as one of its own. */
export function dropInternalHeaders(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) if (isInternalHeader(name)) delete headers[name];
}

export function isInternalHeader(name: string): boolean {
  return internal.test(name);
}

/**
 * Makes the headers safe to hand on: what only a trusted proxy may say is dropped when there is none, and a `Host` that
 * is missing in HTTP/1.0 is filled in. False when the host can't be one (RFC 9110 §7.2), or is missing in HTTP/1.1.
 */
export function sanitizeHeaders(
  headers: IncomingHttpHeaders,
  { httpVersion, hasProxy }: { httpVersion: string; hasProxy: boolean },
): boolean {
  if (!hasProxy) for (const name of forwarded) delete headers[name];
  const forwardedHost = headers["x-forwarded-host"];
  if (forwardedHost !== undefined && !isHost(String(forwardedHost))) delete headers["x-forwarded-host"];
  if (!/^https?$/.test(String(headers["x-forwarded-proto"] ?? "http"))) delete headers["x-forwarded-proto"];
  if (headers.host === undefined && httpVersion === "1.0") headers.host = "localhost";
  return headers.host !== undefined && isHost(headers.host);
}

function isHost(host: string): boolean {
  return host.length <= maxHostLength && /^[a-z0-9._:[\]-]+$/i.test(host) && URL.canParse(`http://${host}`);
}
