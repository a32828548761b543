import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Fetched, GuardedFetch } from "@/lib/guard/guarded-fetch";
import { toWebFault, type WebFault } from "@/lib/knowledge/web/web-faults";

/** What is known of the page from the last time it came. */
export type KnownPage = {
  address: string;
  etag: string | null;
  lastModified: string | null;
  bodyHash: string | null;
};

export type Came = {
  kind: "came";
  /** After redirects. */
  address: string;
  body: Buffer;
  bodyHash: string;
  etag: string | null;
  lastModified: string | null;
  /** As the server says it, without parameters, in lower case. */
  mediaType: string;
  charset: string | undefined;
};
export type Visit =
  | Came
  | { kind: "unchanged"; etag?: string | null; lastModified?: string | null }
  | { kind: "failed"; fault: WebFault }
  | { kind: "gone" };

const pageBounds = { maxBytes: 20_000_000, timeoutMs: 30_000 } as const;
const longestWaitMs = 60_000;
const longestValidator = 300;
const accept = "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8";
const loginPath = /\/(?:log-?in|sign-?in|sso|servicelogin)(?:[/.?]|$)/i;
const loginHosts = new Set(["accounts.google.com", "login.microsoftonline.com", "login.live.com"]);

/**
 * Asks for a page, once more where its server wants that later. What is wrong with it is the answer; throws the
 * signal's reason.
 */
export async function visitPage(
  fetch: GuardedFetch,
  page: KnownPage,
  { signal, wait = sleep }: { signal: AbortSignal; wait?: typeof sleep },
): Promise<Visit> {
  const headers = {
    ...{ accept, "accept-language": "zh-TW,zh;q=0.9,en;q=0.8" },
    ...(page.bodyHash && page.etag && { "if-none-match": page.etag }),
    ...(page.bodyHash && page.lastModified && { "if-modified-since": page.lastModified }),
  };
  try {
    const ask = () => fetch(page.address, { headers, signal, ...pageBounds });
    let fetched = await ask();
    if (fetched.status === 429 || fetched.status === 503) {
      await wait(waitMs(fetched.headers["retry-after"]), undefined, { signal });
      fetched = await ask();
    }
    return toVisit(page, fetched);
  } catch (error) {
    signal.throwIfAborted();
    return { kind: "failed", fault: toWebFault(error) };
  }
}

function waitMs(told: string | undefined): number {
  const seconds = Number(told ?? 5);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1_000, longestWaitMs) : 5_000;
}

function toVisit(page: KnownPage, { status, headers, body, url }: Fetched): Visit {
  const etag = validator(headers.etag);
  const lastModified = validator(headers["last-modified"]);
  if (status === 304 && page.bodyHash)
    return { kind: "unchanged", ...(etag && { etag }), ...(lastModified && { lastModified }) };
  if (status === 404 || status === 410) return { kind: "gone" };
  const fault = faultOfStatus(status) ?? (isLogin(page.address, url) ? "needs_login" : null);
  if (fault) return { kind: "failed", fault };
  const bodyHash = createHash("sha256").update(body).digest("hex");
  if (bodyHash === page.bodyHash) return { kind: "unchanged", etag, lastModified };
  const type = headers["content-type"]?.slice(0, 300) ?? "";
  return {
    ...{ kind: "came", address: url, body, bodyHash, etag, lastModified },
    mediaType: type.split(";", 1)[0]?.trim().toLowerCase() ?? "",
    charset: /;\s{0,5}charset\s{0,5}=\s{0,5}"?([\w-]{1,20})/i.exec(type)?.[1],
  };
}

function faultOfStatus(status: number): WebFault | null {
  if (status >= 200 && status < 300) return null;
  if (status === 401 || status === 407) return "needs_login";
  if (status === 403 || status === 451) return "forbidden";
  if (status === 429) return "asked_too_often";
  return status >= 500 ? "server_error" : "http_error";
}

function isLogin(asked: string, came: string): boolean {
  const { hostname, pathname } = new URL(came);
  if (loginHosts.has(hostname)) return new URL(asked).hostname !== hostname;
  return asked !== came && loginPath.test(pathname) && !loginPath.test(new URL(asked).pathname);
}

function validator(value: string | undefined): string | null {
  return value !== undefined && value.length <= longestValidator ? value : null;
}
