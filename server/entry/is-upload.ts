import type { IncomingMessage } from "node:http";

const uploadPath = /^\/api\/bots\/([^/]{1,100})\/files$/;

/**
 * The bot that a request hands a file in for, the body of which is read as it comes and may take long; null for all
 * others.
 */
export function uploadBot({ method, url = "" }: Pick<IncomingMessage, "method" | "url">): string | null {
  return (method === "PUT" && uploadPath.exec(url.split("?")[0] ?? "")?.[1]) || null;
}
