import type { IncomingMessage } from "node:http";

/** Headers that have one value: of two, each reader between the client and us may believe another one. */
const singleValued = new Set([
  "authorization",
  "content-length",
  "content-type",
  "host",
  "next-action",
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "next-router-state-tree",
  "next-url",
  "origin",
  "referer",
  "rsc",
  "sec-fetch-site",
  "transfer-encoding",
]);

/** Whether a header that has one value was sent twice (RFC 9110 §5.3, for `Host` RFC 9112 §3.2). */
export function hasDoubledHeader({ rawHeaders, headers }: IncomingMessage): boolean {
  // Node joins or drops what is doubled: as many names as lines means that nothing was.
  if (Object.keys(headers).length * 2 === rawHeaders.length) return false;
  const seen = new Set<string>();
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]?.toLowerCase() ?? "";
    if (!singleValued.has(name)) continue;
    if (seen.has(name)) return true;
    seen.add(name);
  }
  return false;
}
