import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

type Connection = {
  /** The socket's peer, as `socket.remoteAddress` gives it. */
  remoteAddress: string | undefined;
  /** The raw `X-Forwarded-For` header(s) as received. */
  forwardedFor: string | string[] | undefined;
};

/** The /48 that such an address lies in; null for one that isn't IPv6. */
export function ipv6Prefix48(address: string): string | null {
  const [prefix] = /^[0-9a-f]+:[0-9a-f]+:[0-9a-f]+(?=:[0-9a-f]+::\/64$)/.exec(address) ?? [];
  return prefix === undefined ? null : `${prefix}::/48`;
}

/**
 * Whom limits count as one client: an IPv4 address, or the /64 of an IPv6 one. It is the socket's peer, or behind
 * `hops` trusted proxies that address from the right of `X-Forwarded-For`; what a client sends can't choose it.
 */
export function clientSubject({ remoteAddress, forwardedFor }: Connection, hops: number): string {
  const peer = normalizeAddress(remoteAddress ?? "") ?? "unknown";
  if (hops === 0) return peer;
  const chain = [forwardedFor ?? []].flat().join(",").split(",");
  return normalizeAddress(chain.at(-hops) ?? "") ?? peer;
}

function normalizeAddress(raw: string): string | null {
  const [address = ""] = stripPort(raw.trim()).split("%", 1);
  // The library reads shorthands as well, such as "127.1".
  const kind = isIP(address);
  if (kind === 0) return null;
  if (kind === 4) return address;
  const parsed = ipaddr.process(address);
  return "parts" in parsed ? `${prefix64(parsed)}::/64` : parsed.toString();
}

function stripPort(address: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(address);
  if (bracketed?.[1]) return bracketed[1];
  const withPort = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(address);
  return withPort?.[1] ?? address;
}

function prefix64({ parts }: ipaddr.IPv6): string {
  return parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(":");
}
