import { randomBytes } from "node:crypto";
import type { Redis } from "@upstash/redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Kv } from "@/lib/kv/client";
import { hashCommands } from "@/lib/kv/embedded/hash-commands";
import { keyCommands } from "@/lib/kv/embedded/key-commands";
import { sortedSetCommands } from "@/lib/kv/embedded/sorted-set-commands";
import { streamCommands } from "@/lib/kv/embedded/stream-commands";
import { stringCommands } from "@/lib/kv/embedded/string-commands";
import { readJsonEntries, toJsonField } from "@/lib/kv/json-value";
import { limitKey } from "@/lib/kv/keys";
import { consumeLimit } from "@/lib/kv/limits/limits";
import { hostileTexts } from "@/test/kv/hostile-texts";
import { malformedCases } from "@/test/kv/malformed-cases";
import { sortedSetCases } from "@/test/kv/sorted-set-cases";
import { isFailure } from "@/test/kv/steps";
import { streamCases } from "@/test/kv/stream-cases";
import { stringCases } from "@/test/kv/string-cases";
import { transports } from "@/test/kv/transports";

const patience = { timeout: 20_000 };
const cases = { ...stringCases, ...sortedSetCases, ...streamCases, ...malformedCases };

it("has a case for every command there is", () => {
  const steps = Object.values(cases).flat();
  const tried = new Set(steps.map(([command]) => command.split(" ")[0]?.toUpperCase()));
  // Cases of their own below, for their replies can't be written down beforehand.
  for (const name of ["SCAN", "TIME", "XINFO"]) tried.add(name);
  // Only tests run these, on databases of their own.
  for (const name of ["DBSIZE", "FLUSHDB"]) tried.add(name);
  const known = [keyCommands, stringCommands, hashCommands, sortedSetCommands, streamCommands].flatMap(
    Object.keys,
  );
  expect(known.filter((name) => !tried.has(name))).toEqual([]);
});

for (const transport of transports) {
  describe(`KV on ${transport.name}`, () => {
    let kv: Kv;
    let redis: Redis;
    let close = async () => {};
    beforeAll(async () => {
      ({ kv, close } = await transport.open());
      redis = kv.redis;
    });
    afterAll(() => close());

    /** Names of keys that share a slot and belong to one test. */
    const createNames = () => {
      const tag = `{test-${randomBytes(6).toString("hex")}}`;
      return (name: string) => `${tag}:${name}`;
    };

    for (const [name, steps] of Object.entries(cases)) {
      it(name, async () => {
        const nameKey = createNames();
        const fill = (text: string) => text.replace(/@(\w+)/g, (_, key: string) => nameKey(key));
        const since = performance.now();
        for (const [command, expected] of steps) {
          const [verb = "", ...args] = command.split(" ").map(fill);
          const reply = await redis.exec([verb, ...args]).catch((error: Error) => error);
          if (isFailure(expected)) {
            expect(reply, command).toBeInstanceOf(Error);
            expect(String(reply), command).toContain(fill(expected.failure));
          } else if (verb === "TTL" && typeof expected === "number" && expected > 0) {
            // Rounded to the nearest second: less than half a second of the test takes none away.
            const gone = Math.ceil(Math.max(0, performance.now() - since - 450) / 1000);
            expect(
              Array.from({ length: gone + 1 }, (_, seconds) => expected - seconds),
              command,
            ).toContain(reply);
          } else expect(reply, command).toEqual(JSON.parse(fill(JSON.stringify(expected))));
        }
      });
    }

    it.each(Object.entries(hostileTexts))("keeps %s as it was", async (_, text) => {
      const nameKey = createNames();
      const value = { text, list: [text], [text]: 1 };
      await redis.set(nameKey("string"), value);
      expect(await redis.get(nameKey("string"))).toEqual(value);
      await redis.hset(nameKey("hash"), { field: value, [`f${text}`]: value });
      expect(await redis.hgetall(nameKey("hash"))).toEqual({ field: value, [`f${text}`]: value });
      expect(await redis.hsetnx(nameKey("hash"), "field", "other")).toBe(0);
      expect(await redis.hsetnx(nameKey("hash"), "new", value)).toBe(1);
      expect(await redis.hmget(nameKey("hash"), "field", "new")).toEqual({ field: value, new: value });
      const id = await redis.xadd(nameKey("stream"), "*", toJsonField(value));
      expect(readJsonEntries(await redis.xrange(nameKey("stream"), "-", "+"))).toEqual([{ id, value }]);
      expect(readJsonEntries(await redis.xrevrange(nameKey("stream"), "+", "-", 1))).toEqual([{ id, value }]);
      const [result] = await redis.multi().get(nameKey("string")).exec();
      expect(result).toEqual(value);
      await redis.zadd(nameKey("set"), { score: 1, member: `m${text}` });
      expect(await redis.zrange(nameKey("set"), 0, -1)).toEqual([`m${text}`]);
      await redis.del(...["string", "hash", "stream", "set"].map(nameKey));
    });

    it("replaces what can't be encoded", async () => {
      const key = createNames()("a");
      await redis.exec(["SET", key, "\ud800x\udfff"]);
      expect(await redis.get(key)).toBe("\ufffdx\ufffd");
    });

    it("expires keys", async () => {
      const nameKey = createNames();
      await redis.set(nameKey("a"), "x", { px: 60 });
      await redis.zadd(nameKey("z"), { score: 1, member: "m" });
      await redis.pexpire(nameKey("z"), 60);
      await expect.poll(() => redis.exists(nameKey("a"), nameKey("z")), patience).toBe(0);
      expect(await redis.set(nameKey("a"), "y", { nx: true })).toBe("OK");
    });

    it("trims streams in whole blocks when asked for about a length", async () => {
      const key = createNames()("stream");
      for (let batch = 0; batch < 5; batch++) {
        const pipeline = redis.pipeline();
        for (let i = 0; i < 100; i++)
          pipeline.xadd(key, "*", { f: "v" }, { trim: { type: "MAXLEN", comparison: "~", threshold: 150 } });
        await pipeline.exec();
      }
      expect(await redis.xlen(key)).toBeGreaterThanOrEqual(150);
      expect(await redis.xlen(key)).toBeLessThanOrEqual(250);
    });

    it("makes ids that grow, and describes streams", async () => {
      const key = createNames()("stream");
      const ids = await Promise.all(Array.from({ length: 200 }, () => redis.xadd(key, "*", { f: "v" })));
      expect(new Set(ids).size).toBe(200);
      const stored = Object.keys(await redis.xrange(key, "-", "+"));
      expect(stored).toEqual([...ids].sort((a, b) => compareIds(a, b)));
      const info = await redis.exec<unknown[]>(["XINFO", "STREAM", key]);
      const fields = new Map(
        Array.from({ length: info.length / 2 }, (_, i) => [info[2 * i], info[2 * i + 1]]),
      );
      expect(fields.get("length")).toBe(200);
      expect(fields.get("entries-added")).toBe(200);
      expect(fields.get("last-generated-id")).toBe(stored.at(-1));
      expect(fields.get("last-entry")).toEqual([stored.at(-1), ["f", "v"]]);
    });

    it("counts right under concurrency", async () => {
      const nameKey = createNames();
      await Promise.all(
        Array.from({ length: 100 }, () =>
          redis.multi().incr(nameKey("n")).hincrby(nameKey("h"), "f", 1).exec(),
        ),
      );
      expect(await redis.get(nameKey("n"))).toBe(100);
      expect(await redis.hget(nameKey("h"), "f")).toBe(100);
      const locks = await Promise.all(
        Array.from({ length: 50 }, (_, i) => redis.set(nameKey("lock"), `o${i}`, { nx: true, px: 10_000 })),
      );
      expect(locks.filter((reply) => reply === "OK")).toHaveLength(1);
    });

    it("runs a transaction as one, apart from commands that fail in it", async () => {
      const nameKey = createNames();
      const replies = await redis
        .multi()
        .set(nameKey("a"), "x")
        .incr(nameKey("a"))
        .get(nameKey("a"))
        .exec({ keepErrors: true })
        .then((list) => list.map(({ result, error }) => error ?? result));
      expect(replies).toEqual(["OK", "ERR value is not an integer or out of range", "x"]);
      await expect(redis.multi().set(nameKey("b"), "x").incr(nameKey("a")).exec()).rejects.toThrow(
        "ERR value is not an integer or out of range",
      );
      expect(await redis.get(nameKey("b"))).toBe("x");
    });

    it("refuses a transaction with a malformed command as a whole", async () => {
      const nameKey = createNames();
      const multi = redis.multi().set(nameKey("a"), "x").del();
      await expect(multi.exec()).rejects.toThrow(
        "EXECABORT Transaction discarded because of previous errors.",
      );
      expect(await redis.get(nameKey("a"))).toBeNull();
    });

    it("goes on after a failure in a pipeline", async () => {
      const nameKey = createNames();
      const pipeline = redis.pipeline().set(nameKey("a"), "x").incr(nameKey("a")).set(nameKey("b"), "y");
      await expect(pipeline.exec()).rejects.toThrow("ERR value is not an integer or out of range");
      expect(await redis.mget(nameKey("a"), nameKey("b"))).toEqual(["x", "y"]);
    });

    it("finds keys by pattern", async () => {
      const nameKey = createNames();
      for (const name of ["one", "two", "o*e"]) await redis.set(nameKey(name), 1);
      await redis.zadd(nameKey("out"), { score: 1, member: "m" });
      const prefix = nameKey("");
      expect(await scanAll(redis, `${prefix}o*`)).toEqual(["o*e", "one", "out"].map(nameKey));
      expect(await scanAll(redis, `${prefix}o\\*?`)).toEqual([nameKey("o*e")]);
      expect(await scanAll(redis, `${prefix}[a-o]??`)).toEqual(["o*e", "one", "out"].map(nameKey));
      expect(await scanAll(redis, `${prefix}[^o]*`)).toEqual([nameKey("two")]);
      expect(await scanAll(redis, `${prefix}*`, "zset")).toEqual([nameKey("out")]);
    });

    it("tells the time", async () => {
      const [seconds] = await redis.time();
      expect(Math.abs(seconds - Date.now() / 1000)).toBeLessThan(60);
    });

    it("refuses words that are missing", async () => {
      await expect(redis.set(createNames()("a"), undefined)).rejects.toThrow(
        "ERR null args are not supported",
      );
    });

    it("accepts exactly the limit of many parallel hits", async () => {
      const policy = { rule: "test", limit: 20, windowMs: 60_000 };
      const subject = createNames()("subject");
      const results = await Promise.all(Array.from({ length: 100 }, () => consumeLimit(kv, policy, subject)));
      expect(results.filter(({ ok }) => ok)).toHaveLength(policy.limit);
      expect(await consumeLimit(kv, policy, subject)).toEqual({ ok: false, retryAfter: expect.any(Number) });
      expect(await redis.zcard(limitKey(policy.rule, subject))).toBe(policy.limit);
    });

    it("tells watchers of new entries, and nobody else", async () => {
      const nameKey = createNames();
      const heard: string[] = [];
      const stop = kv.watch([nameKey("a"), nameKey("b")], (key) => heard.push(key));
      await expect.poll(() => new Set(heard).size, patience).toBe(2);
      heard.length = 0;
      await redis.xadd(nameKey("c"), "*", { f: "v" });
      await redis.xadd(nameKey("a"), "*", { f: "v" });
      await expect.poll(() => heard, patience).toEqual([nameKey("a")]);
      heard.length = 0;
      await redis.multi().set(nameKey("d"), "x").xadd(nameKey("b"), "*", { f: "v" }).exec();
      await expect.poll(() => heard, patience).toEqual([nameKey("b")]);
      stop();
      heard.length = 0;
      const later: string[] = [];
      const stopLater = kv.watch([nameKey("a")], (key) => later.push(key));
      await redis.xadd(nameKey("a"), "*", { f: "v" });
      await expect.poll(() => later, patience).toContain(nameKey("a"));
      expect(heard).toEqual([]);
      stopLater();
    });

    it("misses nothing, read onwards at every call of a watcher", async () => {
      const key = createNames()("stream");
      const seen: unknown[] = [];
      let position = "0-0";
      let reading = Promise.resolve();
      const readOn = async () => {
        const entries = readJsonEntries(await redis.xrange(key, `(${position}`, "+"));
        position = entries.at(-1)?.id ?? position;
        seen.push(...entries.map(({ value }) => value));
      };
      const stop = kv.watch([key], () => {
        reading = reading.then(readOn);
      });
      for (let n = 0; n < 300; n++) await redis.xadd(key, "*", toJsonField({ n }));
      await expect.poll(() => seen.length, patience).toBe(300);
      expect(seen).toEqual(Array.from({ length: 300 }, (_, n) => ({ n })));
      stop();
      await reading;
    });
  });
}

async function scanAll(redis: Redis, match: string, type?: string): Promise<string[]> {
  // Redis may name a key twice while its table grows.
  const found = new Set<string>();
  let cursor = "0";
  do {
    const [next, keys] = await redis.scan(
      cursor,
      type ? { match, type, count: 1000 } : { match, count: 1000 },
    );
    for (const key of keys) found.add(key);
    cursor = next;
  } while (cursor !== "0");
  return [...found].sort();
}

function compareIds(a: string, b: string): number {
  const [ams = "", aseq = ""] = a.split("-");
  const [bms = "", bseq = ""] = b.split("-");
  return Number(ams) - Number(bms) || Number(aseq) - Number(bseq);
}
