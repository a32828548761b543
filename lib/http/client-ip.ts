import { isIP } from "node:net";

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
 * Whom limits count as one client: an IPv4 address, or the /64 of an IPv6 one. It is the socket's peer, or behind `hops`
 * trusted proxies that address from the right of `X-Forwarded-For`; what a client sends can't choose it.
 */
export function clientSubject({ remoteAddress, forwardedFor }: Connection, hops: number): string {
  const peer = normalizeAddress(remoteAddress ?? "") ?? "unknown";
  if (hops === 0) return peer;
  const chain = [forwardedFor ?? []].flat().join(",").split(",");
  return normalizeAddress(chain.at(-hops) ?? "") ?? peer;
}

function normalizeAddress(raw: string): string | null {
  const [address = ""] = stripPort(raw.trim()).split("%", 1);
  switch (isIP(address)) {
    case 4:
      return address;
    case 6:
      return mappedIpv4(address) ?? `${prefix64(address)}::/64`;
    default:
      return null;
  }
}

function stripPort(address: string): string {
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(address);
  if (bracketed?.[1]) return bracketed[1];
  const withPort = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(address);
  return withPort?.[1] ?? address;
}

function mappedIpv4(address: string): string | null {
  const groups = expandIpv6(address);
  if (!groups.slice(0, 5).every((group) => group === 0) || groups[5] !== 0xffff) return null;
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 0xff])
    .join(".");
}

function prefix64(address: string): string {
  return expandIpv6(address)
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":");
}

/** The eight 16-bit groups of a valid IPv6 address. */
function expandIpv6(address: string): number[] {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const text = dotted
    ? `${dotted[1]}${((Number(dotted[2]) << 8) | Number(dotted[3])).toString(16)}:${((Number(dotted[4]) << 8) | Number(dotted[5])).toString(16)}`
    : address;
  const [head = "", tail] = text.split("::");
  const parse = (part: string) =>
    part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16));
  const left = parse(head);
  const right = tail === undefined ? [] : parse(tail);
  return [...left, ...Array<number>(8 - left.length - right.length).fill(0), ...right];
}
