import type { ServerResponse } from "node:http";
import { log } from "@/lib/log";
import type { RequestContext } from "@/lib/request-context";
import { createRefusal } from "./refusal";

const ownHeaders = new Set(["x-request-id", "x-content-type-options", "strict-transport-security"]);

/**
 * Makes a 400 of what Next answers to a write that it couldn't read: an action's arguments are taken apart before any code
 * of ours runs, and what fails there is a 500 for Next.
 */
export function answerMalformed(res: ServerResponse, request: RequestContext): void {
  const writeHead = res.writeHead.bind(res);
  const end = res.end.bind(res);
  const write = res.write.bind(res);
  let isRefused = false;
  const refuse = () => {
    isRefused = true;
    const { status, headers, body } = createRefusal(400, {
      isWidget: false,
      acceptLanguage: res.req.headers["accept-language"],
    });
    for (const name of res.getHeaderNames()) if (!ownHeaders.has(name)) res.removeHeader(name);
    log("warn", "a malformed request was refused", { method: res.req.method, path: pathOf(res.req.url) });
    writeHead(status, headers);
    end(body);
  };
  const isMalformed = (status: number) => request.isMalformed || (status >= 500 && !request.isReached);
  Object.assign(res, {
    writeHead: (status: number, ...rest: unknown[]) => {
      if (isRefused || res.headersSent) return res;
      if (isMalformed(status)) refuse();
      else Reflect.apply(writeHead, res, [status, ...rest]);
      return res;
    },
    write: (...args: unknown[]) => {
      if (!res.headersSent && isMalformed(res.statusCode)) refuse();
      return isRefused || Reflect.apply(write, res, args);
    },
    end: (...args: unknown[]) => {
      if (!res.headersSent && isMalformed(res.statusCode)) refuse();
      return isRefused ? res : Reflect.apply(end, res, args);
    },
  });
}

function pathOf(url: string | undefined): string {
  return (url ?? "").split("?")[0] ?? "";
}
