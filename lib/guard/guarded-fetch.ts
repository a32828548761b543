import { lookup as systemLookup } from "node:dns/promises";
import { isIP } from "node:net";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip } from "node:zlib";
import { Agent, buildConnector, request } from "undici";
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
  /** Bytes of the body, on the wire and after decompression; 5 MB unless said. */
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

type Sent = {
  method: Exclude<FetchOptions["method"], undefined>;
  body?: string;
  headers: Record<string, string>;
};

const redirectsAtMost = 3;
/** What is offered is what `readBody` undoes. */
const ownHeaders = { "accept-encoding": "gzip, br", "user-agent": "Dawen", accept: "*/*" };
/** What may be said to another origin than the one it was meant for. */
const harmlessHeaders = new Set(["accept", "accept-language", "user-agent"]);
const maxHeaderBytes = 16 * 1024;
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
    const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
    let sent: Sent = { method, headers: Object.fromEntries(named) };
    if (body !== undefined) sent.body = body;
    try {
      for (let hop = 0; ; hop++) {
        const agent = await openAgent(url, allowed, resolve, ends);
        try {
          const response = await request(url, {
            ...sent,
            headers: { ...ownHeaders, ...sent.headers },
            signal: ends,
            dispatcher: agent,
          });
          const { statusCode: status, body: content } = response;
          const headers = plainHeaders(response.headers);
          const location = headers.location;
          if (location === undefined || !isRedirect(status)) {
            const coding = hasBody(sent.method, status) ? headers["content-encoding"] : undefined;
            return { url: url.href, status, headers, body: await readBody(content, coding, maxBytes) };
          }
          // What was left of it goes with the agent.
          content.on("error", () => {});
          if (hop === redirectsAtMost) throw refuse("redirected_too_often");
          // Servers write other letters than ASCII as UTF-8; a header is read byte by byte.
          const next = parseAddress(Buffer.from(location, "latin1").toString("utf8"), url);
          sent = afterRedirect(sent, status, next.origin === url.origin);
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
    maxHeaderSize: maxHeaderBytes,
    connect: (options, done) =>
      connect(options, (error, socket) => {
        if (error || !socket) return done(error ?? new Error("no connection"), null);
        const peer = socket.remoteAddress;
        if (peer && isOpen(peer)) return done(null, socket);
        socket.destroy();
        done(refuse(peer ? "address_refused" : "fetch_failed"), null);
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

/**
 * Counts what comes and what becomes of it. One coding of those offered is undone: several of them, or others, are how
 * a few bytes become gigabytes.
 */
async function readBody(content: Readable, coding: string | undefined, maxBytes: number): Promise<Buffer> {
  const decoder = decoderOf(coding);
  const decoded = decoder ? content.pipe(decoder) : content;
  if (decoder) content.on("error", (error) => decoder.destroy(error));
  let wireSize = 0;
  content.on("data", (chunk: Buffer) => {
    wireSize += chunk.byteLength;
    if (wireSize > maxBytes) content.destroy(refuse("fetch_too_large"));
  });
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of decoded) {
      size += chunk.byteLength;
      if (size > maxBytes) throw refuse("fetch_too_large");
      chunks.push(chunk);
    }
  } finally {
    content.destroy();
  }
  return Buffer.concat(chunks);
}

function decoderOf(coding: string | undefined) {
  switch (coding?.trim().toLowerCase()) {
    case undefined:
    case "":
    case "identity":
      return null;
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "br":
      return createBrotliDecompress();
    default:
      throw refuse("fetch_failed", new Error("a content coding that was not offered"));
  }
}

function hasBody(method: string, status: number): boolean {
  return method !== "HEAD" && status !== 204 && status !== 304;
}

/** Values of a name that came several times stand in one line, as in `Headers`. */
function plainHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value = ""]) => [name, [value].flat().join(", ")]),
  );
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** What goes on to the next address (RFC 9110, 15.4): what was meant for an origin stays with it. */
function afterRedirect({ method, body, headers }: Sent, status: number, isSameOrigin: boolean) {
  const kept = Object.entries(headers).filter(([name]) => isSameOrigin || harmlessHeaders.has(name));
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
