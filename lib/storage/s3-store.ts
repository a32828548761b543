import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { AwsV4Signer } from "aws4fetch";
import { Agent, type Dispatcher, request } from "undici";
import type { Env } from "@/lib/env";
import { type BlobStore, isStorageKey, requireStorageKey } from "./blob-store";
import { limitBody } from "./limit-body";
import { toS3Fault } from "./s3-fault";
import type { SpooledFile } from "./spool-file";
import { storageFault } from "./storage-fault";

export type S3Settings = Required<
  Pick<Env, "S3_ENDPOINT" | "S3_BUCKET" | "S3_REGION" | "S3_ACCESS_KEY_ID" | "S3_SECRET_ACCESS_KEY">
>;

type Call = {
  method: "GET" | "PUT" | "DELETE";
  key?: string;
  query?: Record<string, string>;
  file?: SpooledFile;
  /** Milliseconds for everything, the answer's body included. */
  allMs?: number;
};

const emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const mostXmlBytes = 4_000_000;
/** Of a list, each of a thousand files. */
const mostPages = 10_000;
/** Bytes a millisecond, on an upload and on a download that its reader may slow. */
const slowest = { up: 50, down: 10 };

/**
 * Files in a bucket of anything that speaks S3, addressed in path style (`endpoint/bucket/key`), each request signed
 * with AWS Signature Version 4, its body included. Follows no redirects.
 */
export function createS3Store(settings: S3Settings, { timeoutMs = 15_000 } = {}): BlobStore {
  const agent = new Agent({
    connect: { timeout: Math.min(8_000, timeoutMs) },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connections: 8,
  });
  const base = `${settings.S3_ENDPOINT.replace(/(?<!\/)\/+$/, "")}/${settings.S3_BUCKET}`;

  const call = async ({
    method,
    key,
    query = {},
    file,
    allMs = timeoutMs,
  }: Call): Promise<Dispatcher.ResponseData> => {
    const search = new URLSearchParams(query).toString();
    const url = `${base}${key === undefined ? "" : `/${requireStorageKey(key)}`}${search ? `?${search}` : ""}`;
    const signer = new AwsV4Signer({
      method,
      url,
      headers: { "x-amz-content-sha256": file ? file.sha256.toString("hex") : emptyHash },
      accessKeyId: settings.S3_ACCESS_KEY_ID,
      secretAccessKey: settings.S3_SECRET_ACCESS_KEY,
      service: "s3",
      region: settings.S3_REGION,
    });
    const signed = await signer.sign();
    const body = file ? createReadStream(file.path) : null;
    try {
      return await request(signed.url, {
        method,
        headers: {
          ...Object.fromEntries(signed.headers),
          ...(file && { "content-length": String(file.bytes) }),
        },
        body,
        dispatcher: agent,
        signal: AbortSignal.timeout(Math.ceil(allMs)),
      });
    } catch (error) {
      throw toS3Fault(error);
    } finally {
      body?.destroy();
    }
  };

  const expectOk = async (answer: Dispatcher.ResponseData, ...others: number[]) => {
    const { statusCode } = answer;
    if (statusCode === 200 || others.includes(statusCode)) return;
    throw toS3Fault({ statusCode, xml: await readText(answer.body) });
  };

  return {
    kind: "s3",
    put: async (key, file) => {
      const answer = await call({ method: "PUT", key, file, allMs: timeoutMs + file.bytes / slowest.up });
      await expectOk(answer);
      await readText(answer.body);
    },
    get: async (key, mostBytes) => {
      const answer = await call({ method: "GET", key, allMs: timeoutMs + mostBytes / slowest.down });
      if (answer.statusCode === 404) {
        const xml = await readText(answer.body);
        if (xml.includes("<Code>NoSuchBucket<")) throw toS3Fault({ statusCode: 404, xml });
        return null;
      }
      await expectOk(answer);
      const bytes = Number(answer.headers["content-length"] ?? mostBytes);
      if (bytes <= mostBytes) return { bytes, body: limitBody(answer.body, bytes) };
      answer.body.on("error", () => {}).destroy();
      throw storageFault("storage_failed", `${bytes} bytes, where ${mostBytes} were written`);
    },
    delete: async (key) => {
      const answer = await call({ method: "DELETE", key });
      await expectOk(answer, 204);
      await readText(answer.body);
    },
    list: async function* () {
      let token: string | undefined;
      const tokens = new Set<string>();
      do {
        const query = { "list-type": "2", ...(token && { "continuation-token": token }) };
        const answer = await call({ method: "GET", query });
        await expectOk(answer);
        const xml = await readText(answer.body);
        for (const item of xml.split("<Contents>").slice(1)) {
          const [, key = ""] = /<Key>([^<]*)</.exec(item) ?? [];
          const [, bytes] = /<Size>(\d+)</.exec(item) ?? [];
          if (isStorageKey(key)) yield { key, bytes: Number(bytes) };
        }
        token = unescapeXml(/<NextContinuationToken>([^<]*)</.exec(xml)?.[1] ?? "");
        // A place that forgets where it was would be asked for ever.
        if (tokens.has(token) || tokens.size === mostPages)
          throw storageFault("storage_failed", "its list of files has no end");
        tokens.add(token);
      } while (token);
    },
  };
}

async function readText(body: Readable): Promise<string> {
  return text(limitBody(body, mostXmlBytes));
}

function unescapeXml(escaped: string): string {
  const entities: Record<string, string> = {
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    "#34": '"',
    "#39": "'",
  };
  return escaped.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole);
}
