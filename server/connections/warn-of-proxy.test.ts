import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createProxyWatch } from "./warn-of-proxy";

let said: string[] = [];
beforeEach(() => {
  said = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said.push(String(JSON.parse(String(text)).message));
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

const bare = { BASE_URL: undefined, TRUSTED_PROXY_HOPS: 0 };

it.each([
  { "x-forwarded-proto": "https" },
  { "x-forwarded-proto": "https,http" },
  { forwarded: "for=192.0.2.1;proto=https" },
  { forwarded: 'proto="https"' },
])("names both variables once, of %j", (headers) => {
  const watch = createProxyWatch(bare);
  for (let i = 0; i < 3; i++) watch({ ...headers, "x-forwarded-for": "192.0.2.1" });
  expect(said).toEqual([
    expect.stringContaining("BASE_URL=https://"),
    expect.stringContaining("TRUSTED_PROXY_HOPS"),
  ]);
});

it("is silent without a proxy, and where all is set", () => {
  createProxyWatch(bare)({ host: "localhost", "user-agent": "x" });
  createProxyWatch({ BASE_URL: "https://chat.example.com", TRUSTED_PROXY_HOPS: 1 })({
    "x-forwarded-proto": "https",
    "x-forwarded-for": "192.0.2.1",
  });
  expect(said).toEqual([]);
});

it("warns of plain http's proxy only for the addresses", () => {
  createProxyWatch(bare)({ "x-forwarded-proto": "http", "x-forwarded-for": "192.0.2.1" });
  expect(said).toEqual([expect.stringContaining("TRUSTED_PROXY_HOPS")]);
});
