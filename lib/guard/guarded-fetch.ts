import { lookup as systemLookup } from "node:dns/promises";
import { isIP } from "node:net";
import { Agent, buildConnector, fetch } from "undici";
import { env } from "@/lib/env";
import type { ReasonOf } from "@/lib/error-reasons";
import { AppError, isAppError } from "@/lib/errors";
import { processWide } from "@/lib/process-wide";
import { isPublicAddress } from "./is-public-address";

export type FetchOptions = {
  headers?: Record<string, string>;
  /** GET unless said. */
  method?: "GET" | "HEAD" | "POST";
  body?: string;
  /** Bytes of the body after decompression; 5 MB unless said. */
  maxBytes?: number;
  /** Milliseconds for everything, redirects included; 15,000 unless said. */
  timeoutMs?: number;
  signal?: AbortSignal;
};

export type Fetched = {
  /** After redirects. */
  url: string;
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Buffer;
};

export type GuardedFetch = (address: string, options?: FetchOptions) => Promise<Fetched>;

export type GuardOptions = {
  /** `host:port` that may be reached though it is private or on another port. */
  allow?: readonly string[];
  /** All addresses of a name, each an IP; the system's resolver unless said. */
  resolve?: (hostname: string) => Promise<string[]>;
};

const redirectsAtMost = 3;
const usualPorts = new Set(["80", "443"]);

/** The process's guarded fetch, with the exceptions of EGRESS_ALLOW. */
export function getGuardedFetch(): GuardedFetch {
  return processWide("guarded-fetch", () => createGuardedFetch({ allow: env().EGRESS_ALLOW }));
}

/**
 * Fetches what an address of a foreigner names (an owner's, a document's, a redirect's) and nothing inside our own
 * network: http and https, ports 80 and 443, names resolved once and connected to as resolved, every address public, at
 * most three redirects, each checked as the first.
 * Throws AppError `invalid_input` with reason `address_malformed`, `address_refused`, `redirected_too_often`,
 * `fetch_too_large`, `fetch_timed_out` or `fetch_failed`; the signal's reason when it was aborted.
 */
export function createGuardedFetch({ allow = [], resolve = resolveName }: GuardOptions = {}): GuardedFetch {
  const allowed = new Set(allow.map((place) => place.toLowerCase()));

  return async (
    address,
    { headers = {}, method = "GET", body, maxBytes = 5_000_000, timeoutMs = 15_000, signal } = {},
  ) => {
    const deadline = AbortSignal.timeout(timeoutMs);
    const ends = signal ? AbortSignal.any([signal, deadline]) : deadline;
    let url = parseAddress(address);
    let sent: { method: string; body?: string; headers: Record<string, string> } = { method, headers };
    if (body !== undefined) sent.body = body;
    try {
      for (let hop = 0; ; hop++) {
        const agent = await openAgent(url, allowed, resolve, ends);
        try {
          const response = await fetch(url, { ...sent, redirect: "manual", signal: ends, dispatcher: agent });
          const location = response.headers.get("location");
          if (location === null || !isRedirect(response.status)) {
            return {
              url: url.href,
              status: response.status,
              headers: Object.fromEntries(response.headers),
              body: await readBody(response.body, maxBytes),
            };
          }
          await response.body?.cancel();
          if (hop === redirectsAtMost) throw refuse("redirected_too_often");
          // Servers write other letters than ASCII as UTF-8; a header is read byte by byte.
          const next = parseAddress(Buffer.from(location, "latin1").toString("utf8"), url);
          sent = afterRedirect(sent, response.status, next.origin === url.origin);
          url = next;
        } finally {
          await agent.destroy();
        }
      }
    } catch (error) {
      if (isAppError(error)) throw error;
      if (signal?.aborted) throw signal.reason;
      if (deadline.aborted) throw refuse("fetch_timed_out");
      const cause = Object(error).cause;
      throw isAppError(cause) ? cause : refuse("fetch_failed", error);
    }
  };
}

function parseAddress(address: string, base?: URL): URL {
  if (address.length > 2_000 || !URL.canParse(address, base)) throw refuse("address_malformed");
  const url = new URL(address, base);
  url.hash = "";
  if (!["http:", "https:"].includes(url.protocol)) throw refuse("address_malformed");
  if (url.username || url.password) throw refuse("address_refused");
  return url;
}

/** Connects to the addresses that were checked and to no others. Throws AppError `address_refused`. */
async function openAgent(
  url: URL,
  allowed: ReadonlySet<string>,
  resolve: (hostname: string) => Promise<string[]>,
  signal: AbortSignal,
): Promise<Agent> {
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  const host = url.hostname.replace(/\.$/, "");
  const name = host.replace(/^\[|\]$/g, "");
  const isExcepted = allowed.has(`${host}:${port}`);
  if (!isExcepted && !usualPorts.has(port)) throw refuse("address_refused");
  const addresses = isIP(name) ? [name] : await unlessAborted(resolve(name), signal);
  if (addresses.length === 0) throw refuse("fetch_failed");
  const isOpen = (candidate: string) => isExcepted || isPublicAddress(candidate);
  if (!addresses.every(isOpen)) throw refuse("address_refused");

  const connect = buildConnector({
    lookup: (_name, options, done) => {
      const found = addresses.map((one) => ({ address: one, family: isIP(one) }));
      const [first] = found;
      if (options.all) done(null, found);
      else done(null, first?.address ?? "", first?.family);
    },
  });
  return new Agent({
    connect: (options, done) =>
      connect(options, (error, socket) => {
        if (error || !socket) return done(error ?? new Error("no connection"), null);
        if (isOpen(socket.remoteAddress ?? "")) return done(null, socket);
        socket.destroy();
        done(refuse("address_refused"), null);
      }),
  });
}

async function resolveName(hostname: string): Promise<string[]> {
  const found = await systemLookup(hostname, { all: true });
  return found.map(({ address }) => address);
}

/** The system's resolver can't be told to stop. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) return stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

async function readBody(body: AsyncIterable<Uint8Array> | null, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw refuse("fetch_too_large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** What goes on to the next address (RFC 9110, 15.4): secrets stay with the origin that they were meant for. */
function afterRedirect(
  { method, body, headers }: { method: string; body?: string; headers: Record<string, string> },
  status: number,
  isSameOrigin: boolean,
) {
  const secrets = ["authorization", "cookie", "proxy-authorization"];
  const kept = Object.entries(headers).filter(
    ([name]) => isSameOrigin || !secrets.includes(name.toLowerCase()),
  );
  const becomesGet = status === 303 || (status < 303 && method === "POST");
  return {
    method: becomesGet && method !== "HEAD" ? "GET" : method,
    headers: Object.fromEntries(kept),
    ...(body !== undefined && !becomesGet ? { body } : {}),
  };
}

function refuse(reason: ReasonOf<"invalid_input">, cause?: unknown): AppError {
  return new AppError("invalid_input", `not fetched: ${reason}`, { reason, cause });
}
