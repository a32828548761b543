import type { IncomingHttpHeaders } from "node:http";
import type { Env } from "@/lib/env";
import { log } from "@/lib/log";

const forwarded = ["x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "forwarded", "x-real-ip"];

/**
 * Looks at requests' headers, as they came, for a proxy that the configuration doesn't know of, and warns once of each
 * thing that then goes wrong.
 */
export function createProxyWatch({
  BASE_URL,
  TRUSTED_PROXY_HOPS,
}: Pick<Env, "BASE_URL" | "TRUSTED_PROXY_HOPS">): (headers: IncomingHttpHeaders) => void {
  let knowsTls = BASE_URL?.startsWith("https:") ?? false;
  let knowsHops = TRUSTED_PROXY_HOPS > 0;
  return (headers) => {
    if (knowsTls && knowsHops) return;
    if (!knowsTls && cameByTls(headers)) {
      knowsTls = true;
      log(
        "warn",
        "a request came by https through a proxy, but BASE_URL is not an https address: cookies go out without Secure. Set BASE_URL=https://your.domain",
      );
    }
    if (!knowsHops && forwarded.some((name) => headers[name] !== undefined)) {
      knowsHops = true;
      log(
        "warn",
        "a request came through a proxy, but TRUSTED_PROXY_HOPS is 0: everyone behind it counts as one address for the limits. Set TRUSTED_PROXY_HOPS to the number of your proxies (1 for one), or ignore this if there is none",
      );
    }
  };
}

function cameByTls(headers: IncomingHttpHeaders): boolean {
  const protocol = String(headers["x-forwarded-proto"] ?? "").slice(0, 100);
  return (
    /^\s*https\b/i.test(protocol) ||
    headers["x-forwarded-ssl"] === "on" ||
    /(?:^|[;,\s])proto="?https\b/i.test(String(headers.forwarded ?? "").slice(0, 1_000))
  );
}
