import ipaddr from "ipaddr.js";

/** What IANA keeps apart inside 2000::/3 and what tunnels to IPv4 addresses. */
const refusedIpv6 = ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"].map((range) =>
  ipaddr.IPv6.parseCIDR(range),
);
const globalIpv6 = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Whether an address in its usual spelling, such as `203.0.113.7`, belongs to the public internet. IPv4-mapped IPv6
 * counts as IPv4; of IPv6 only 2000::/3 counts, without documentation and tunnels (6to4, Teredo). False for what is no
 * address.
 * Source: IANA's special-purpose registries (RFC 6890).
 */
export function isPublicAddress(text: string): boolean {
  // An address with a zone is one of this machine's own links.
  if (text.includes("%") || !ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.kind() === "ipv4") return address.range() === "unicast";
  return address.match(globalIpv6) && !refusedIpv6.some((range) => address.match(range));
}
