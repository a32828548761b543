import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { listenOnLoopback } from "./listen-on-loopback";

export type S3Behaviour = {
  /** Answers every request with this status and S3 code. */
  fails?: { status: number; code: string };
  /** Takes the request and says nothing. */
  hangs?: boolean;
  /** Milliseconds that its clock is ahead. */
  aheadMs?: number;
  /** How many keys one page of a list holds; 1,000 unless said. */
  pageSize?: number;
  /** The token that a page of a list ends with. */
  nextToken?: () => string;
  /** A file's body without a length and without an end; a byte now and then; or half of what was said. */
  body?: "endless" | "drips" | "breaks off";
};

const s3Keys = { accessKeyId: "AKIDTEST", secretAccessKey: "secret/of+the=test" };

/**
 * As much of S3 as a store of files needs, in path style, with one bucket and one key pair. Every signature is
 * recomputed from what came over the wire (AWS Signature Version 4), the body's hash and the clock included.
 */
export async function startS3Server(
  behaviour: S3Behaviour = {},
  bucket = "dawen-files",
  region = "eu-test-1",
) {
  const objects = new Map<string, Buffer>();
  const requests: string[] = [];
  /** Files' bodies that misbehave, while somebody reads them. */
  const sending = new Set<ServerResponse>();

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await buffer(request);
    const url = new URL(request.url ?? "/", "http://s3");
    requests.push(`${request.method} ${url.pathname}`);
    const refuse = (status: number, code: string) =>
      response
        .writeHead(status, { "content-type": "application/xml" })
        .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`);
    if (behaviour.hangs) return;
    if (behaviour.fails) return refuse(behaviour.fails.status, behaviour.fails.code);
    const fault = findFault(request, url, body, region, Date.now() + (behaviour.aheadMs ?? 0));
    if (fault) return refuse(403, fault);
    const [, askedBucket, ...rest] = url.pathname.split("/");
    if (askedBucket !== bucket) return refuse(404, "NoSuchBucket");
    const key = decodeURIComponent(rest.join("/"));

    if (request.method === "PUT") {
      objects.set(key, body);
      return response.writeHead(200).end();
    }
    if (request.method === "DELETE") {
      objects.delete(key);
      return response.writeHead(204).end();
    }
    if (request.method === "GET" && key !== "") {
      const found = objects.get(key);
      if (!found) return refuse(404, "NoSuchKey");
      if (behaviour.body) sending.add(response.on("close", () => sending.delete(response)));
      if (behaviour.body === "endless") return pour(response.writeHead(200), Buffer.alloc(16_384));
      response.writeHead(200, { "content-length": found.length });
      if (behaviour.body === "drips") return drip(response, found);
      if (behaviour.body === "breaks off")
        return response.write(found.subarray(0, found.length / 2), () => response.destroy());
      return response.end(found);
    }
    const after = url.searchParams.get("continuation-token") ?? "";
    const keys = [...objects.keys()].sort().filter((one) => one > after);
    const page = keys.slice(0, behaviour.pageSize ?? 1_000);
    const items = page.map(
      (one) => `<Contents><Key>${one}</Key><Size>${objects.get(one)?.length}</Size></Contents>`,
    );
    const token = behaviour.nextToken?.() ?? (page.length < keys.length ? page.at(-1) : undefined);
    const next = token === undefined ? "" : `<NextContinuationToken>${token}</NextContinuationToken>`;
    response.writeHead(200).end(`<ListBucketResult>${items.join("")}${next}</ListBucketResult>`);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  const port = await listenOnLoopback(server);
  return {
    objects,
    requests,
    sending,
    behaviour,
    settings: {
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_BUCKET: bucket,
      S3_REGION: region,
      S3_ACCESS_KEY_ID: s3Keys.accessKeyId,
      S3_SECRET_ACCESS_KEY: s3Keys.secretAccessKey,
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function pour(response: ServerResponse, piece: Buffer): void {
  const more = () => {
    while (!response.destroyed && response.write(piece));
  };
  response.on("drain", more);
  more();
}

function drip(response: ServerResponse, bytes: Buffer): void {
  let at = 0;
  const timer = setInterval(() => response.write(bytes.subarray(at, ++at)), 20);
  response.on("close", () => clearInterval(timer));
}

/** S3's code for what is wrong with a request's signature; null when it is right. */
function findFault(
  request: IncomingMessage,
  url: URL,
  body: Buffer,
  region: string,
  now: number,
): string | null {
  const header = (name: string) =>
    String(request.headers[name] ?? "")
      .trim()
      .replace(/ +/g, " ");
  const [, id, day, askedRegion, names, given] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      header("authorization"),
    ) ?? [];
  if (!id || !day || !askedRegion || !names || !given) return "AccessDenied";
  if (id !== s3Keys.accessKeyId) return "InvalidAccessKeyId";
  if (askedRegion !== region) return "AuthorizationHeaderMalformed";
  const date = header("x-amz-date");
  const at = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
  if (!date.startsWith(day) || !(Math.abs(now - at) <= 15 * 60_000)) return "RequestTimeTooSkewed";
  const signed = names.split(";");
  if (!["host", "x-amz-content-sha256", "x-amz-date"].every((name) => signed.includes(name)))
    return "AccessDenied";
  if (header("x-amz-content-sha256") !== sha256(body)) return "XAmzContentSHA256Mismatch";
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join("&");
  const canonical = [
    request.method,
    url.pathname,
    query,
    ...signed.map((name) => `${name}:${header(name)}`),
    "",
    names,
    header("x-amz-content-sha256"),
  ].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const key = [region, "s3", "aws4_request"].reduce(
    (last, part) => hmac(last, part),
    hmac(`AWS4${s3Keys.secretAccessKey}`, day),
  );
  const right = hmac(key, ["AWS4-HMAC-SHA256", date, scope, sha256(canonical)].join("\n"));
  return timingSafeEqual(right, Buffer.from(given, "hex")) ? null : "SignatureDoesNotMatch";
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function sha256(data: string | Buffer): string {
  return createHash("sha256").update(data).digest("hex");
}

function hmac(key: string | Buffer, data: string): Buffer {
  return createHmac("sha256", key).update(data).digest();
}
