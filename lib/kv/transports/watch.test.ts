import { afterEach, describe, expect, it } from "vitest";
import { createKv, type Kv } from "@/lib/kv/client";
import { Engine } from "@/lib/kv/embedded/engine";
import { readJsonEntries, toJsonField } from "@/lib/kv/json-value";
import { RespServer } from "@/test/servers/resp-server";
import { startUpstashServer } from "@/test/servers/upstash-server";
import { WatchHub } from "./watch-hub";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const never = 3_600_000;
const options = { timeoutMs: 10_000, sweepMs: never };

const nextTurn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

describe("WatchHub", () => {
  it("tells once a turn, however often there was news", async () => {
    const hub = new WatchHub();
    const heard: string[] = [];
    hub.watch(["a", "b"], (key) => heard.push(key));
    for (let i = 0; i < 10; i++) hub.notify("a");
    hub.notify("unwatched");
    await nextTurn();
    expect(heard).toEqual(["a"]);
    hub.notifyAll();
    await nextTurn();
    expect(heard).toEqual(["a", "a", "b"]);
  });

  it("begins with a key's first watcher and ends with its last, each counted once", () => {
    const events: string[] = [];
    const hub = new WatchHub({
      onWatched: (key) => events.push(`+${key}`),
      onUnwatched: (key) => events.push(`-${key}`),
    });
    const onChange = () => {};
    const stopFirst = hub.watch(["a", "a"], onChange);
    const stopSecond = hub.watch(["a", "b"], onChange);
    stopFirst();
    stopFirst();
    expect(events).toEqual(["+a", "+b"]);
    stopSecond();
    expect(events).toEqual(["+a", "+b", "-a", "-b"]);
    expect(hub.isWatched).toBe(false);
  });

  it("keeps telling the others when one watcher throws", async () => {
    const hub = new WatchHub();
    const heard: string[] = [];
    const warnings: string[] = [];
    const hear = ({ message }: Error) => warnings.push(message);
    process.on("warning", hear);
    hub.watch(["a"], () => {
      throw new Error("a watcher's fault, on purpose");
    });
    hub.watch(["a"], (key) => heard.push(key));
    hub.notify("a");
    await expect.poll(() => warnings).toContain("a watcher's fault, on purpose");
    process.off("warning", hear);
    expect(heard).toEqual(["a"]);
  });

  it("is silent once stopped, even with news under way", async () => {
    const hub = new WatchHub();
    const heard: string[] = [];
    const stop = hub.watch(["a"], (key) => heard.push(key));
    hub.notify("a");
    stop();
    await nextTurn();
    expect(heard).toEqual([]);
  });
});

describe("watching over TCP", () => {
  it("misses nothing while connections are cut again and again", async () => {
    const server = await RespServer.start();
    const writer = createKv({ REDIS_URL: server.url }, options);
    const reader = createKv({ REDIS_URL: server.url }, options);
    closing.push(
      () => server.close(),
      () => writer.close(),
      () => reader.close(),
    );
    const seen = follow(reader, "stream");
    let written = 0;
    for (let round = 0; round < 5; round++) {
      for (let i = 0; i < 20; i++) if (await append(writer, written)) written++;
      server.disconnectAll();
    }
    await expect.poll(() => seen.length, { timeout: 20_000 }).toBe(written);
    expect(seen).toEqual(Array.from({ length: written }, (_, n) => ({ n })));
  });

  it("counts every key as news now and then, for a message may get lost", async () => {
    const server = await RespServer.start();
    const kv = createKv({ REDIS_URL: server.url }, { ...options, sweepMs: 20 });
    closing.push(
      () => server.close(),
      () => kv.close(),
    );
    const heard: string[] = [];
    kv.watch(["stream"], (key) => heard.push(key));
    await expect.poll(() => heard.length, { timeout: 20_000 }).toBeGreaterThan(3);
  });

  it("goes on after watchers came and went quickly", async () => {
    const server = await RespServer.start();
    const kv = createKv({ REDIS_URL: server.url }, options);
    closing.push(
      () => server.close(),
      () => kv.close(),
    );
    const heard: string[] = [];
    for (let i = 0; i < 20; i++) kv.watch(["stream"], () => {})();
    kv.watch(["stream"], (key) => heard.push(key));
    await expect.poll(() => heard.length, { timeout: 20_000 }).toBeGreaterThan(0);
    for (let i = 0; i < 20; i++) kv.watch(["other"], () => {})();
    kv.watch(["other"], (key) => heard.push(key));
    await expect.poll(() => heard, { timeout: 20_000 }).toContain("other");
    heard.length = 0;
    await kv.redis.xadd("other", "*", { f: "v" });
    // Of each time that it was watched there may still be word on its way.
    await expect.poll(() => heard, { timeout: 20_000 }).toContain("other");
    expect(heard).not.toContain("stream");
  });
});

describe.each([
  ["TCP", openTcp],
  ["REST", openRest],
])("watching over %s a store that goes away", (_, open) => {
  it("has watchers find out, without being asked, that nothing comes any more and that it does again", async () => {
    const { kv, become } = await open();
    closing.push(() => kv.close());
    const found: string[] = [];
    kv.watch(["stream"], () => {
      kv.redis.xlen("stream").then(
        () => found.push("there"),
        () => found.push("away"),
      );
    });
    await expect.poll(() => found.at(-1), { timeout: 20_000 }).toBe("there");
    become("away");
    await expect.poll(() => found.at(-1), { timeout: 20_000 }).toBe("away");
    become("there");
    await expect.poll(() => found.at(-1), { timeout: 20_000 }).toBe("there");
  });
});

async function openTcp() {
  const server = await RespServer.start();
  closing.push(() => server.close());
  const become = (next: "there" | "away") => server.become(next === "there" ? "answer" : "refuse");
  return { kv: createKv({ REDIS_URL: server.url }, options), become };
}

async function openRest() {
  const engine = new Engine();
  let isThere = true;
  const server = await startUpstashServer(async (commands) => {
    if (!isThere) throw new Error("away");
    return engine.run(commands);
  });
  closing.push(
    () => server.close(),
    async () => engine.close(),
  );
  const become = (next: "there" | "away") => {
    isThere = next === "there";
  };
  const env = { KV_REST_API_URL: server.url, KV_REST_API_TOKEN: server.token };
  return { kv: createKv(env, { ...options, pollMs: 20 }), become };
}

/** Reads a stream onwards at every call of its watcher; gives what was read, in order. */
function follow(kv: Kv, key: string): unknown[] {
  const seen: unknown[] = [];
  let position = "0-0";
  let reading = Promise.resolve();
  const readOn = async () => {
    const entries = readJsonEntries(await kv.redis.xrange(key, `(${position}`, "+"));
    position = entries.at(-1)?.id ?? position;
    seen.push(...entries.map(({ value }) => value));
  };
  // What fails while the store is away is read at the watcher's next call.
  kv.watch([key], () => {
    reading = reading.then(readOn).catch(() => {});
  });
  return seen;
}

async function append(kv: Kv, n: number): Promise<boolean> {
  const id = `1-${n + 1}`;
  return kv.redis.xadd("stream", id, toJsonField({ n })).then(
    () => true,
    async () => {
      await expect.poll(() => kv.isUp(), { timeout: 20_000 }).toBe(true);
      return (await kv.redis.xrange("stream", id, id).then(Object.keys)).length > 0;
    },
  );
}
