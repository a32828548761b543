import { afterEach, describe, expect, it } from "vitest";
import { parseEnv } from "@/lib/env";
import { RespServer } from "@/test/servers/resp-server";
import { createKv, getKv } from "./client";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

describe("createKv", () => {
  it.each([
    ["embedded", {}],
    ["tcp", { REDIS_URL: "rediss://user:secret@127.0.0.1:4/2" }],
    ["tcp", { REDIS_URL: "redis://127.0.0.1:4, redis://127.0.0.1:5" }],
    ["rest", { KV_REST_API_URL: "http://127.0.0.1:4", KV_REST_API_TOKEN: "token" }],
  ])("is %s as the environment says", (transport, source) => {
    const kv = createKv(parseEnv(source));
    closing.push(() => kv.close());
    expect(kv.transport).toBe(transport);
  });

  it("finds out that its one address is a cluster's, and connects to that once", async () => {
    const server = await RespServer.start();
    server.isCluster = true;
    const kv = createKv({ REDIS_URL: server.url }, { timeoutMs: 10_000 });
    closing.push(
      () => kv.close(),
      () => server.close(),
    );
    for (let n = 0; n < 5; n++) expect(await kv.redis.incr("n")).toBe(n + 1);
    expect(kv.generation()).toBe(1);
    expect(server.received.filter((verb) => verb === "CLUSTER")).toHaveLength(1);
  });

  it.each(["127.0.0.1:6379", "http://127.0.0.1:6379", "redis://127.0.0.1:6379,", "redis://a b"])(
    "doesn't take %s for an address",
    (address) => {
      expect(() => parseEnv({ REDIS_URL: address })).toThrow(
        "REDIS_URL: expected a URL such as redis://host:6379",
      );
    },
  );
});

describe("getKv", () => {
  it("is one store for the process", async () => {
    const kv = getKv();
    closing.push(() => kv.close());
    expect(getKv()).toBe(kv);
    expect(await getKv().redis.ping()).toBe("PONG");
  });
});
