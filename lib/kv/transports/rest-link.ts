import { errors } from "@upstash/redis";
import { Agent, request } from "undici";
import { isStoreAway } from "@/lib/kv/is-store-away";
import type { KvOutcome } from "@/lib/kv/reply";
import type { KvRequest } from "./create-requester";

/**
 * Bytes of one request's body, and of one answer's: a multiple of a chat with all the turns that its stream keeps,
 * which is the longest thing that is read at once.
 */
export const maxRestBytes = 32_000_000;

const paths = { single: "", pipeline: "/pipeline", "multi-exec": "/multi-exec" };

export type RestLink = {
  /**
   * One request: an outcome for `single`, else one for each command. Throws UpstashError with the server's own words
   * when it refused the whole, or when the commands are over the bound and were not sent. Any other throw means that no
   * store answered.
   */
  send(asked: KvRequest): Promise<KvOutcome | KvOutcome[]>;
  close(): void;
};

/**
 * The Upstash protocol over HTTP for the commands of `@vercel/kv`, whose own sender reads an answer however long it is.
 * `timeoutMs` is for the whole of an answer.
 */
export function createRestLink(url: string, token: string, timeoutMs: number): RestLink {
  const base = url.replace(/\/$/, "");
  const dispatcher = new Agent({ connect: { timeout: timeoutMs }, maxHeaderSize: 16 * 1024 });
  /** What the server gave last: a replica that hasn't seen our own writes waits for them. */
  let syncToken = "";

  return {
    send: async ({ commands, mode }) => {
      const body = JSON.stringify(mode === "single" ? commands[0] : commands);
      if (Buffer.byteLength(body) > maxRestBytes)
        throw new errors.UpstashError("ERR the request is too long");
      const { statusCode, headers, ...answer } = await request(`${base}${paths[mode]}`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
          "upstash-sync-token": syncToken,
        },
        body,
        signal: AbortSignal.timeout(timeoutMs),
        dispatcher,
      });
      const outcomes = readJson(await readBounded(answer.body));
      if (statusCode !== 200) throw refusalOf(outcomes);
      syncToken = String(headers["upstash-sync-token"] ?? "");
      if (mode === "single" && isOutcome(outcomes)) return outcomes;
      if (mode !== "single" && isOutcomes(outcomes, commands.length)) return outcomes;
      throw notOfAStore();
    },
    close: () => void dispatcher.destroy(),
  };
}

async function readBounded(body: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.byteLength;
    // Leaving the loop cuts the connection.
    if (bytes > maxRestBytes) throw new Error(`an answer of over ${maxRestBytes} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces, bytes).toString("utf8");
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notOfAStore();
  }
}

/**
 * Redis's own words where the server refused a command; everything else (a proxy's page, a wrong token) means that it
 * is away.
 */
function refusalOf(answer: unknown): Error {
  const text = isOutcome(answer) && "error" in answer ? String(answer.error) : "";
  if (text === "") return notOfAStore();
  return /^[A-Z][A-Z0-9]* /.test(text) && !isStoreAway(text)
    ? new errors.UpstashError(text)
    : new Error(text);
}

function notOfAStore(): Error {
  return new Error("not an answer of a KV store");
}

/** What lies in a result is as RESP2 has it: the protocol says so, and the client's commands read it. */
function isOutcome(value: unknown): value is KvOutcome {
  return typeof value === "object" && value !== null && ("result" in value || "error" in value);
}

function isOutcomes(value: unknown, count: number): value is KvOutcome[] {
  return Array.isArray(value) && value.length === count && value.every(isOutcome);
}
