import { isIP } from "node:net";
import type { Env } from "@/lib/env";

/** Where people reach an instance that was given no `BASE_URL`. */
export function listenUrl(host: string, port: number): string {
  const isAny = host === "0.0.0.0" || host === "::" || host === "[::]";
  const name = isAny || isLoopback(host) ? "localhost" : host;
  return `http://${isIP(name) === 6 ? `[${name}]` : name}:${port}`;
}

/** What the operator should know about an instance that others can reach; null when all is well. */
export function exposureWarning({ HOST, BASE_URL }: Pick<Env, "HOST" | "BASE_URL">): string | null {
  if (isLoopback(HOST) || BASE_URL?.startsWith("https:")) return null;
  return `HOST=${HOST} lets other machines in, but BASE_URL is not an https address: passwords would cross the network readable. Put an https proxy in front and set BASE_URL=https://your.domain.`;
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\./.test(host);
}
