import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import type { Ctx } from "@/lib/context";
import type { PageHandler } from "@/server/entry/handle-request";
import { fileVersion } from "./file-version";
import { isVersionedName } from "./widget-file-name";

type Encoding = "br" | "gzip" | "identity";

type ServedFile = {
  hash: string;
  type: string;
  /** Each made when it is first asked for. */
  bodies: Partial<Record<Encoding, Promise<Buffer>>>;
  /** Of a file in the public folder: it is read again once it changes, as in development. */
  version: string | null;
};

const immutable = "public, max-age=31536000, immutable";
const briefly = "public, max-age=300, stale-while-revalidate=86400";
const maxArchived = 50;

/**
 * Answers for the widget's scripts: this build's from the public folder, those of earlier builds and versioned start
 * scripts from the archive. Compressed once, and revalidated by the hash of the content.
 */
export function createWidgetFiles(
  { db }: Pick<Ctx, "db">,
  publicDir: string,
): (req: IncomingMessage, res: ServerResponse) => Promise<void> {
  const current = new Map<string, ServedFile>();
  const archived = new Map<string, ServedFile>();

  const findCurrent = async (name: string): Promise<ServedFile | null> => {
    const file = path.join(publicDir, name);
    const stats = await stat(file).catch(() => null);
    if (!stats?.isFile()) return null;
    const version = fileVersion(stats);
    const known = current.get(name);
    if (known?.version === version) return known;
    const served = toServedFile(name, await readFile(file), version);
    current.set(name, served);
    return served;
  };
  const findArchived = async (name: string): Promise<ServedFile | null> => {
    const known = archived.get(name);
    if (known) return known;
    const row = isVersionedName(name) ? await db.widgetFile.findUnique({ where: { name } }) : null;
    if (!row) return null;
    const served = toServedFile(name, Buffer.from(row.content), null);
    archived.set(name, served);
    const [oldest] = archived.keys();
    if (archived.size > maxArchived && oldest !== undefined) archived.delete(oldest);
    return served;
  };

  return async (req, res) => {
    if (req.method === "OPTIONS") return end(res, 204, { "Access-Control-Allow-Methods": allowed });
    if (req.method !== "GET" && req.method !== "HEAD") return end(res, 405, { Allow: allowed });
    const name = nameOf(req.url ?? "");
    const file = name && ((await findCurrent(name)) ?? (await findArchived(name.replace(/^widget\//, ""))));
    if (!name || !file) return end(res, 404, { "Cache-Control": "public, max-age=60" });
    await sendFile(req, res, file, isVersionedName(name) ? immutable : briefly);
  };
}

/** Whether an address is one of the widget's files. */
export function isWidgetFilePath(url: string): boolean {
  const { pathname } = new URL(url, "http://x");
  return pathname === "/widget.js" || pathname === "/widget.d.ts" || pathname.startsWith("/widget/");
}

/** Sends the widget's files to their handler and all other requests to the pages. */
export function withWidgetFiles(pages: PageHandler, files: PageHandler): PageHandler {
  return (req, res) => (isWidgetFilePath(req.url ?? "/") ? files(req, res) : pages(req, res));
}

const allowed = "GET, HEAD, OPTIONS";

/** The file's place below the public folder; null for an address that can't be one. */
function nameOf(url: string): string | null {
  const { pathname } = new URL(url, "http://x");
  return /^\/(?:widget\.js|widget\.d\.ts|widget\/[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*\.js)$/.test(
    pathname,
  )
    ? pathname.slice(1)
    : null;
}

function toServedFile(name: string, content: Buffer, version: string | null): ServedFile {
  return {
    hash: createHash("sha256").update(content).digest("base64url").slice(0, 20),
    // The type that servers give .ts by its name is a video's.
    type: name.endsWith(".ts") ? "text/plain; charset=utf-8" : "text/javascript; charset=utf-8",
    bodies: { identity: Promise.resolve(content) },
    version,
  };
}

async function sendFile(
  req: IncomingMessage,
  res: ServerResponse,
  file: ServedFile,
  cacheControl: string,
): Promise<void> {
  const encoding = chooseEncoding(req.headers["accept-encoding"]);
  const tag = encoding === "identity" ? file.hash : `${file.hash}-${encoding}`;
  res.setHeader("ETag", `"${tag}"`);
  res.setHeader("Vary", "Accept-Encoding");
  res.setHeader("Cache-Control", cacheControl);
  if (hasTag(req.headers["if-none-match"], file.hash)) return end(res, 304);
  file.bodies[encoding] ??= compress(await (file.bodies.identity ?? Buffer.alloc(0)), encoding);
  const body = await file.bodies[encoding];
  if (encoding !== "identity") res.setHeader("Content-Encoding", encoding);
  res.setHeader("Content-Type", file.type);
  res.setHeader("Content-Length", body.length);
  res.statusCode = 200;
  res.end(req.method === "HEAD" ? undefined : body);
}

function compress(content: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "br") return promisify(brotliCompress)(content);
  return encoding === "gzip" ? promisify(gzip)(content, { level: 9 }) : Promise.resolve(content);
}

/** RFC 9110 §12.5.3, without its weights: only what is refused with `q=0` is left alone. */
function chooseEncoding(header: string | string[] | undefined): Encoding {
  const accepted = new Set(
    String(header ?? "")
      .toLowerCase()
      .split(",")
      .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
      .map((part) => part.split(";")[0]?.trim()),
  );
  return accepted.has("br") ? "br" : accepted.has("gzip") ? "gzip" : "identity";
}

/** Each encoding of one content has a tag of its own, and any of them says that the client has the content. */
function hasTag(header: string | undefined, hash: string): boolean {
  return (header ?? "").split(",").some((tag) => {
    const bare = tag.trim().replace(/^W\//, "").replaceAll('"', "");
    return bare === "*" || bare === hash || bare === `${hash}-br` || bare === `${hash}-gzip`;
  });
}

function end(res: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  res.writeHead(status, headers).end();
}
