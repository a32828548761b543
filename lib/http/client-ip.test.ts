import { describe, expect, it } from "vitest";
import { clientSubject } from "./client-ip";

const direct = (remoteAddress: string) => clientSubject({ remoteAddress, forwardedFor: undefined }, 0);
const proxied = (forwardedFor: string | string[] | undefined, hops: number) =>
  clientSubject({ remoteAddress: "10.0.0.1", forwardedFor }, hops);

describe("clientSubject", () => {
  it("is the socket's peer, whatever the client forwards", () => {
    expect(clientSubject({ remoteAddress: "203.0.113.9", forwardedFor: "1.1.1.1" }, 0)).toBe("203.0.113.9");
  });

  it("counts IPv6 by its /64 and mapped IPv4 as IPv4", () => {
    expect(direct("2001:db8:1:2::1")).toBe(direct("2001:db8:1:2:ffff:ffff:ffff:ffff"));
    expect(direct("2001:db8:1:2::1")).not.toBe(direct("2001:db8:1:3::1"));
    expect(direct("::ffff:203.0.113.9")).toBe("203.0.113.9");
    expect(direct("::FFFF:cb00:7109")).toBe("203.0.113.9");
    expect(direct("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
    expect(direct("::1")).toBe("0:0:0:0::/64");
  });

  it("takes the n-th address from the right behind n proxies", () => {
    expect(proxied("6.6.6.6, 198.51.100.7", 1)).toBe("198.51.100.7");
    expect(proxied("6.6.6.6, 198.51.100.7, 10.0.0.2", 2)).toBe("198.51.100.7");
    expect(proxied(["6.6.6.6", "198.51.100.7"], 1)).toBe("198.51.100.7");
    expect(proxied("198.51.100.7:4711", 1)).toBe("198.51.100.7");
    expect(proxied("[2001:db8:1:2::9]:443", 1)).toBe("2001:db8:1:2::/64");
  });

  it("falls back to the peer when the header is short, missing or no address", () => {
    expect(proxied("6.6.6.6", 2)).toBe("10.0.0.1");
    expect(proxied(undefined, 1)).toBe("10.0.0.1");
    expect(proxied("unknown", 1)).toBe("10.0.0.1");
  });
});
