import type { ServerResponse } from "node:http";
import { log } from "@/lib/log";
import type { RequestContext } from "@/lib/request-context";
import { loggedPath } from "./logged-path";
import { createRefusal } from "./refusal";

const ownHeaders = new Set(["x-request-id", "x-content-type-options", "strict-transport-security"]);

/**
 * Makes a 400 of what Next answers to a write that it couldn't read: an action's arguments are taken apart before any
 * code of ours runs, and what fails there is a 500 for Next. Its 405, which has no body, gets the words of ours.
 */
export function answerMalformed(res: ServerResponse, request: RequestContext): void {
  const writeHead = res.writeHead.bind(res);
  const end = res.end.bind(res);
  const write = res.write.bind(res);
  const flushHeaders = res.flushHeaders.bind(res);
  let isRefused = false;
  let head: unknown[] = [405];
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
      log("warn", "a malformed request was refused", {
        method: res.req.method,
        path: loggedPath(res.req.url),
      });
    writeHead(status, headers);
    end(body);
  };
  const isMalformed = (status: number) => request.isMalformed || (status >= 500 && !request.isReached);
  /** Then the head waits for what is said first: where that is nothing, ours is. */
  const isUnsaid = () => !res.headersSent && res.statusCode === 405;
  Object.assign(res, {
    flushHeaders: () => {
      if (!isUnsaid()) flushHeaders();
    },
    writeHead: (status: number, ...rest: unknown[]) => {
      if (isRefused || res.headersSent) return res;
      if (isMalformed(status)) refuse(400);
      else if (status === 405) {
        res.statusCode = status;
        head = [status, ...rest];
      } else Reflect.apply(writeHead, res, [status, ...rest]);
      return res;
    },
    write: (...args: unknown[]) => {
      if (!res.headersSent && isMalformed(res.statusCode)) refuse(400);
      if (isRefused) return true;
      if (isUnsaid()) {
        if (!hasChunk(args)) return true;
        Reflect.apply(writeHead, res, head);
      }
      return Reflect.apply(write, res, args);
    },
    end: (...args: unknown[]) => {
      if (!res.headersSent && isMalformed(res.statusCode)) refuse(400);
      else if (isUnsaid()) {
        if (hasChunk(args)) Reflect.apply(writeHead, res, head);
        else refuse(405);
      }
      return isRefused ? res : Reflect.apply(end, res, args);
    },
  });
}

function hasChunk([first]: unknown[]): boolean {
  return typeof first === "string" ? first !== "" : ArrayBuffer.isView(first) && first.byteLength > 0;
}
