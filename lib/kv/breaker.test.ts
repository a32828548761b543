import { createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type Behaviour, RespServer } from "@/test/servers/resp-server";
import { startUpstashServer } from "@/test/servers/upstash-server";
import { createKv, type Kv } from "./client";
import { Engine } from "./embedded/engine";
import { isKvDown } from "./kv-down";

const timeoutMs = 5_000;

type Store = {
  kv: Kv;
  become(behaviour: Behaviour): void;
  /** How many commands came, over all connections. */
  count(): number;
};

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function openTcp(): Promise<Store> {
  const server = await RespServer.start();
  const kv = createKv({ REDIS_URL: server.url }, { timeoutMs });
  closing.push(
    () => server.close(),
    () => kv.close(),
  );
  return { kv, become: (behaviour) => server.become(behaviour), count: () => server.received.length };
}

async function openRest(): Promise<Store> {
  const engine = new Engine();
  let behaviour: Behaviour = "answer";
  let count = 0;
  const server = await startUpstashServer(async (commands) => {
    count += commands.length;
    if (behaviour === "answer") return engine.run(commands);
    return new Promise(() => {});
  });
  const kv = createKv({ KV_REST_API_URL: server.url, KV_REST_API_TOKEN: server.token }, { timeoutMs });
  closing.push(
    async () => engine.close(),
    () => server.close(),
    () => kv.close(),
  );
  const become = (next: Behaviour) => {
    behaviour = next;
  };
  return { kv, become, count: () => count };
}

describe.each([
  ["TCP", openTcp, ["hang", "refuse"] as const],
  ["REST", openRest, ["hang"] as const],
])("a store over %s that goes away", (_, open, failures) => {
  it.each(failures)("fails once, then at once, and is used again when back (%s)", async (failure) => {
    const { kv, become, count } = await open();
    await kv.redis.set("a", "x");
    expect(kv.isUp()).toBe(true);

    become(failure);
    await expect(kv.redis.incr("n")).rejects.toSatisfy(isKvDown);
    expect(kv.isUp()).toBe(false);
    const before = count();
    for (let i = 0; i < 50; i++) await expect(kv.redis.get("a")).rejects.toSatisfy(isKvDown);
    expect(count() - before).toBeLessThan(10);

    become("answer");
    await expect.poll(() => kv.isUp(), { timeout: 20_000 }).toBe(true);
    expect(await kv.redis.get("a")).toBe("x");
  });

  it("lets refused commands through without giving the store up", async () => {
    const { kv } = await open();
    await kv.redis.set("a", "x");
    await expect(kv.redis.incr("a")).rejects.toThrow("ERR value is not an integer or out of range");
    expect(kv.isUp()).toBe(true);
  });
});

describe("a store that isn't there", () => {
  const addresses: [string, string, Parameters<typeof createKv>[0]][] = [
    [
      "REST",
      "(connect ECONNREFUSED 127.0.0.1:",
      { KV_REST_API_URL: "http://127.0.0.1:4", KV_REST_API_TOKEN: "none" },
    ],
    ["TCP", "(connect ECONNREFUSED 127.0.0.1:4)", { REDIS_URL: "redis://127.0.0.1:4" }],
    [
      "TCP, a cluster",
      "the KV store can't be reached (",
      { REDIS_URL: "redis://127.0.0.1:4,redis://127.0.0.1:5" },
    ],
  ];
  it.each(addresses)("fails clearly over %s", async (_, detail, address) => {
    const kv = createKv(address, { timeoutMs });
    closing.push(() => kv.close());
    await expect(kv.redis.ping()).rejects.toSatisfy(isKvDown);
    await expect(kv.redis.ping()).rejects.toThrow(detail);
    await expect(kv.redis.multi().ping().exec()).rejects.toSatisfy(isKvDown);
    expect(kv.isUp()).toBe(false);
  });

  it("fails clearly when something else answers", async () => {
    const server = createServer((socket) => {
      // Whoever takes it for no answer of a store hangs up.
      socket.on("error", () => {});
      socket.end("HTTP/1.1 502 Bad Gateway\r\ncontent-length: 4\r\n\r\noops");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    closing.push(async () => void server.close());
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    for (const env of [
      { KV_REST_API_URL: `http://127.0.0.1:${port}`, KV_REST_API_TOKEN: "none" },
      { REDIS_URL: `redis://127.0.0.1:${port}` },
    ]) {
      const kv = createKv(env, { timeoutMs });
      closing.push(() => kv.close());
      await expect(kv.redis.set("secret", "words")).rejects.toSatisfy(isKvDown);
    }
  });
});

describe("a store that answers but can't serve", () => {
  it.each(["LOADING Redis is loading the dataset in memory", "NOAUTH Authentication required."])(
    "is away while it says %s",
    async (text) => {
      const server = await RespServer.start();
      const kv = createKv({ REDIS_URL: server.url }, { timeoutMs });
      closing.push(
        () => server.close(),
        () => kv.close(),
      );
      await kv.redis.set("a", "x");
      server.errorReply = text;
      await expect(kv.redis.get("a")).rejects.toSatisfy(isKvDown);
      server.errorReply = undefined;
      await expect.poll(() => kv.isUp(), { timeout: 20_000 }).toBe(true);
      expect(await kv.redis.get("a")).toBe("x");
    },
  );

  it("is away when the token is wrong", async () => {
    const server = await startUpstashServer(async () => []);
    const kv = createKv({ KV_REST_API_URL: server.url, KV_REST_API_TOKEN: "wrong" }, { timeoutMs });
    closing.push(
      () => server.close(),
      () => kv.close(),
    );
    await expect(kv.redis.get("a")).rejects.toSatisfy(isKvDown);
  });
});

describe("a connection that was cut while idle", () => {
  it("costs nothing: reads and writes that may repeat go through on a new one", async () => {
    const server = await RespServer.start();
    const kv = createKv({ REDIS_URL: server.url }, { timeoutMs });
    closing.push(
      () => server.close(),
      () => kv.close(),
    );
    await kv.redis.set("a", "x");
    for (let i = 0; i < 20; i++) {
      server.disconnectAll();
      expect(await kv.redis.get("a")).toBe("x");
    }
    expect(kv.isUp()).toBe(true);
  });

  it("runs a command once more only when that changes nothing", async () => {
    const server = await RespServer.start();
    const kv = createKv({ REDIS_URL: server.url }, { timeoutMs });
    closing.push(
      () => server.close(),
      () => kv.close(),
    );
    const runs = async (call: () => Promise<unknown>, verb: string) => {
      await expect.poll(() => kv.isUp(), { timeout: 20_000 }).toBe(true);
      server.become("hang up");
      await expect(call()).rejects.toSatisfy(isKvDown);
      server.become("answer");
      return server.received.filter((received) => received === verb).length;
    };
    expect(await runs(() => kv.redis.get("a"), "GET")).toBe(2);
    expect(await runs(() => kv.redis.zadd("z", { score: 1, member: "m" }), "ZADD")).toBe(2);
    expect(await runs(() => kv.redis.xadd("x", "*", { f: "v" }), "XADD")).toBe(1);
    expect(await runs(() => kv.redis.incr("n"), "INCR")).toBe(1);
    expect(await runs(() => kv.redis.set("lock", "me", { nx: true }), "SET")).toBe(1);
    await expect.poll(() => kv.isUp(), { timeout: 20_000 }).toBe(true);
    expect(await kv.redis.xlen("x")).toBe(1);
  });
});
