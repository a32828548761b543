import { request } from "node:http";
import { contractFault } from "@/test/contract-fault";

export type RawRequest = {
  method: string;
  /** Path and query as they go on the wire. */
  path: string;
  headers?: Record<string, string | string[]>;
  body?: string | Uint8Array;
  /** Sends the body in pieces and without its length. */
  isChunked?: boolean;
  /** The address on this machine that the request comes from: every 127.x.y.z is one's own. */
  from?: string;
};

export type RawResponse = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** The body as JSON; undefined when it isn't. */
  json: unknown;
};

const deadlineMs = 30_000;
const pieceBytes = 5_000;

/**
 * One request over a connection of its own, with nothing added or mended on the way. Rejects also where the widget's
 * endpoints answer what their contract doesn't have.
 */
export function sendRaw(
  baseUrl: string,
  { method, path, headers = {}, body, isChunked = false, from }: RawRequest,
): Promise<RawResponse> {
  const { hostname, port } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    const bytes = body === undefined ? undefined : Buffer.from(body);
    const lengthHeaders: Record<string, string> =
      bytes === undefined
        ? {}
        : isChunked
          ? { "transfer-encoding": "chunked" }
          : { "content-length": String(bytes.byteLength) };
    const sent = request(
      {
        host: hostname === "localhost" ? "127.0.0.1" : hostname,
        port,
        method,
        path,
        localAddress: from,
        agent: false,
        headers: { ...lengthHeaders, ...headers },
        timeout: deadlineMs,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          const text = Buffer.concat(chunks).toString("utf8");
          const answer = {
            status: response.statusCode ?? 0,
            headers: response.headers,
            text,
            json: parseJson(text),
          };
          const fault = contractFault({ method, path }, answer);
          if (fault) reject(new Error(`${method} ${path}: ${fault}`));
          else resolve(answer);
        });
        response.on("error", reject);
      },
    );
    sent.on("timeout", () =>
      sent.destroy(new Error(`no answer to ${method} ${path} within ${deadlineMs} ms`)),
    );
    sent.on("error", reject);
    if (isChunked && bytes) {
      for (let at = 0; at < bytes.byteLength; at += pieceBytes)
        sent.write(bytes.subarray(at, at + pieceBytes));
      sent.end();
    } else sent.end(bytes);
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
