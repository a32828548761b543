import type { IncomingMessage } from "node:http";
import { resealSessionCookie, sessionCookieName } from "@/lib/session/session-cookie";
import type { PageHandler } from "./handle-request";
import { cookieOf } from "./headers/cookie-of";

/**
 * Whoever looks at a page with a session that a former secret sealed gets it back sealed with today's, so that the
 * former one can be forgotten. Files that anybody may keep, and writes that may end the session, are left alone.
 */
export function withRenewedSessions(pages: PageHandler): PageHandler {
  return async (req, res) => {
    if (looksAtPage(req)) {
      const renewed = await resealSessionCookie(cookieOf(req, sessionCookieName()));
      if (renewed) res.appendHeader("Set-Cookie", renewed);
    }
    return pages(req, res);
  };
}

function looksAtPage({ method, headers }: IncomingMessage): boolean {
  return method === "GET" && (headers.rsc !== undefined || (headers.accept?.includes("text/html") ?? false));
}
