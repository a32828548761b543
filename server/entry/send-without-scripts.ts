import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { sitePaths } from "@/lib/paths";
import { stripScripts } from "./strip-scripts";

const compress = promisify(gzip);

/** Whether a request is for a page of the public site as a document; its address is without a language. */
export function isForSitePage(req: IncomingMessage): boolean {
  const [path] = (req.url ?? "").split("?", 1);
  return req.method !== "HEAD" && req.headers.rsc === undefined && sitePaths.some((known) => known === path);
}

/**
 * Lets Next answer a request for a page of the site, and sends its document without Next's scripts: those pages are
 * read, and their forms and menus are the browser's own.
 */
export function sendWithoutScripts(req: IncomingMessage, res: ServerResponse): void {
  const takesGzip = /\bgzip\b(?!;q=0(?:\D|$))/.test(String(req.headers["accept-encoding"]));
  // Next would compress what is to be read here.
  delete req.headers["accept-encoding"];
  const writeHead = res.writeHead.bind(res);
  const write = res.write.bind(res);
  const end = res.end.bind(res);
  const chunks: Buffer[] = [];
  /** A head that brings headers of its own, or is of no document, is that of a redirect or a refusal. */
  let isPassed = false;
  const isDocument = () => String(res.getHeader("content-type")).startsWith("text/html");

  const finish = async () => {
    const body = Buffer.concat(chunks);
    if (!isDocument()) return end(body);
    const page = Buffer.from(stripScripts(body.toString("utf8")));
    res.removeHeader("link");
    res.setHeader("Vary", "Accept-Encoding, Accept-Language, Cookie");
    if (takesGzip) res.setHeader("Content-Encoding", "gzip");
    const sent = takesGzip ? await compress(page) : page;
    res.setHeader("Content-Length", sent.length);
    end(sent);
  };
  const take = ([chunk, encoding]: unknown[]) => {
    if (typeof chunk === "string") chunks.push(Buffer.from(chunk, encoding === "latin1" ? "latin1" : "utf8"));
    else if (ArrayBuffer.isView(chunk))
      chunks.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  };
  Object.assign(res, {
    flushHeaders: () => {},
    writeHead: (status: number, ...rest: unknown[]) => {
      if (!isPassed && rest.length === 0 && isDocument()) {
        res.statusCode = status;
        return res;
      }
      isPassed = true;
      Reflect.apply(writeHead, res, [status, ...rest]);
      return res;
    },
    write: (...args: unknown[]) => {
      if (isPassed) return Reflect.apply(write, res, args);
      take(args);
      callLast(args);
      return true;
    },
    end: (...args: unknown[]) => {
      if (isPassed) return Reflect.apply(end, res, args);
      isPassed = true;
      take(args);
      callLast(args);
      finish().catch(() => res.destroy());
      return res;
    },
  });
}

/** The callback that a write or an end was given. */
function callLast(args: unknown[]): void {
  const last = args.at(-1);
  if (typeof last === "function") queueMicrotask(() => last());
}
