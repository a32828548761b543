import type { ServerResponse } from "node:http";
import { log } from "@/lib/log";
import type { RequestContext } from "@/lib/request-context";
import { createRefusal } from "./refusal";

const ownHeaders = new Set(["x-request-id", "x-content-type-options", "strict-transport-security"]);

/**
 * Makes a 400 of what Next answers to a write that it couldn't read: an action's arguments are taken apart before any code
 * of ours runs, and what fails there is a 500 for Next. Its 405, which has no body, gets the words of ours.
 */
export function answerMalformed(res: ServerResponse, request: RequestContext): void {
  const writeHead = res.writeHead.bind(res);
  const end = res.end.bind(res);
  const write = res.write.bind(res);
  let isRefused = false;
  const refuse = (refusal: 400 | 405) => {
    isRefused = true;
    const { status, headers, body } = createRefusal(refusal, {
      isWidget: false,
      acceptLanguage: res.req.headers["accept-language"],
    });
    // Next doesn't say which methods the route has, and ours are those of the whole entry.
    delete headers.Allow;
    for (const name of res.getHeaderNames()) if (!ownHeaders.has(name)) res.removeHeader(name);
    if (refusal === 400)
      log("warn", "a malformed request was refused", { method: res.req.method, path: pathOf(res.req.url) });
    writeHead(status, headers);
    end(body);
  };
  const isMalformed = (status: number) => request.isMalformed || (status >= 500 && !request.isReached);
  Object.assign(res, {
    writeHead: (status: number, ...rest: unknown[]) => {
      if (isRefused || res.headersSent) return res;
      if (isMalformed(status)) refuse(400);
      else Reflect.apply(writeHead, res, [status, ...rest]);
      return res;
    },
    write: (...args: unknown[]) => {
      if (!res.headersSent && isMalformed(res.statusCode)) refuse(400);
      return isRefused || Reflect.apply(write, res, args);
    },
    end: (...args: unknown[]) => {
      if (!res.headersSent && isMalformed(res.statusCode)) refuse(400);
      else if (!res.headersSent && res.statusCode === 405 && !hasChunk(args)) refuse(405);
      return isRefused ? res : Reflect.apply(end, res, args);
    },
  });
}

function hasChunk([first]: unknown[]): boolean {
  return typeof first === "string" ? first !== "" : ArrayBuffer.isView(first) && first.byteLength > 0;
}

function pathOf(url: string | undefined): string {
  return (url ?? "").split("?")[0] ?? "";
}
