import type { IncomingMessage } from "node:http";

/** The value of a request's cookie, as it was sent. */
export function cookieOf(req: Pick<IncomingMessage, "headers">, name: string): string | undefined {
  const pairs = (req.headers.cookie ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
