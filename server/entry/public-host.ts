import { BlockList, isIP } from "node:net";
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

/**
 * Whether strangers may reach the address: neither loopback nor a private network, nor a name that means something on a
 * local network only (one label, `.local`, `.internal` …).
 */
export function isPublicUrl(url: string): boolean {
  const host = new URL(url).hostname.replace(/^\[|\]$|\.$/g, "").toLowerCase();
  const family = isIP(host);
  if (family !== 0) return !privateAddresses.check(host, family === 6 ? "ipv6" : "ipv4");
  return (
    host.includes(".") && !/\.(?:localhost|local|internal|intranet|lan|home|home\.arpa|test)$/.test(host)
  );
}

const privateAddresses = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const)
  privateAddresses.addSubnet(network, bits, "ipv4");
for (const [network, bits] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
] as const)
  privateAddresses.addSubnet(network, bits, "ipv6");

/** Whether a name or an address is this machine's own. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "0:0:0:0::/64" || /^127\./.test(host);
}
