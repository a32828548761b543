import { randomBytes } from "node:crypto";
import type { Redis } from "@upstash/redis";
import { createClient, ErrorReply, MultiErrorReply } from "redis";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createKv, type Kv } from "@/lib/kv/client";
import { Engine } from "@/lib/kv/embedded/engine";
import { hashCommands } from "@/lib/kv/embedded/hash-commands";
import { keyCommands } from "@/lib/kv/embedded/key-commands";
import { sortedSetCommands } from "@/lib/kv/embedded/sorted-set-commands";
import { streamCommands } from "@/lib/kv/embedded/stream-commands";
import { stringCommands } from "@/lib/kv/embedded/string-commands";
import { readJsonEntries, toJsonField } from "@/lib/kv/json-value";
import { limitKey } from "@/lib/kv/keys";
import { consumeLimit } from "@/lib/kv/limits/limits";
import type { KvExecutor, KvOutcome, KvReply } from "@/lib/kv/reply";
import { RespServer } from "@/test/servers/resp-server";
import { startUpstashServer } from "@/test/servers/upstash-server";

/**
 * One table of cases, and the same answers from every transport. Behind TCP and REST stands the Redis that
 * TEST_REDIS_URL names; without it, the embedded engine. Several URLs with commas between them are a cluster.
 */
const redisUrl = inject("redisUrl");
const isCluster = redisUrl.includes(",");
const options = { timeoutMs: 10_000, pollMs: 20, sweepMs: 3_600_000 };
const patience = { timeout: 20_000 };

type Fixture = { name: string; open: () => Promise<{ kv: Kv; close: () => Promise<void> }> };

const fixtures: Fixture[] = [
  { name: "embedded", open: async () => only(createKv({})) },
  { name: `TCP, ${isCluster ? "Redis Cluster" : redisUrl ? "Redis" : "the embedded engine"}`, open: openTcp },
  { name: `@vercel/kv, ${redisUrl && !isCluster ? "Redis" : "the embedded engine"}`, open: openRest },
];
console.info(`KV transports under test: ${fixtures.map(({ name }) => name).join("; ")}.`);
if (!redisUrl) console.info("No real Redis takes part: set TEST_REDIS_URL for that.");

async function openTcp() {
  if (redisUrl) return only(createKv({ REDIS_URL: redisUrl }, options));
  const server = await RespServer.start();
  const kv = createKv({ REDIS_URL: server.url }, options);
  const close = async () => {
    await kv.close();
    await server.close();
  };
  return { kv, close };
}

function only(kv: Kv) {
  return { kv, close: () => kv.close() };
}

async function openRest() {
  const backend = redisUrl && !isCluster ? await openRedis(redisUrl) : openEngine();
  const server = await startUpstashServer(backend.execute);
  const kv = createKv({ KV_REST_API_URL: server.url, KV_REST_API_TOKEN: server.token }, options);
  const close = async () => {
    await kv.close();
    await server.close();
    backend.close();
  };
  return { kv, close };
}

function openEngine() {
  const engine = new Engine();
  const execute: KvExecutor = async (commands, isAtomic) => {
    const outcomes = isAtomic ? engine.runAtomically(commands) : engine.run(commands);
    if (!outcomes) throw new Error("EXECABORT Transaction discarded because of previous errors.");
    return outcomes;
  };
  return { execute, close: () => engine.close() };
}

/** Straight on node-redis, so that nothing of lib/kv stands between the fixture and Redis. */
async function openRedis(url: string) {
  const client = createClient({ url, RESP: 2 });
  client.on("error", () => {});
  await client.connect();
  const toOutcome = (reply: unknown): KvOutcome =>
    reply instanceof ErrorReply ? { error: reply.message } : { result: reply as KvReply };
  const execute: KvExecutor = async (commands, isAtomic) => {
    if (!isAtomic)
      return Promise.all(
        commands.map((words) => client.sendCommand(words).then(toOutcome, (error) => toOutcome(error))),
      );
    const multi = client.multi();
    for (const words of commands) multi.addCommand(words);
    try {
      return (await multi.exec()).map(toOutcome);
    } catch (error) {
      if (error instanceof MultiErrorReply) return error.replies.map(toOutcome);
      throw new Error("EXECABORT Transaction discarded because of previous errors.");
    }
  };
  return { execute, close: () => client.destroy() };
}

type Failure = { failure: string };
const fails = (text: string): Failure => ({ failure: text });
const isFailure = (value: unknown): value is Failure =>
  typeof value === "object" && value !== null && "failure" in value;

const wrongType = fails("WRONGTYPE Operation against a key holding the wrong kind of value");
const syntax = fails("ERR syntax error");
const notInteger = fails("ERR value is not an integer or out of range");
const notFloat = fails("ERR value is not a valid float");
const notFloatRange = fails("ERR min or max is not a float");
const invalidId = fails("ERR Invalid stream ID specified as stream command argument");
const tooSmallId = fails("ERR The ID specified in XADD is equal or smaller than the target stream top item");

/**
 * A command, its words with blanks between them, and its reply as the client gives it. `@name` is a key of the test's
 * own.
 */
type Step = [command: string, reply: unknown];

const cases: Record<string, Step[]> = {
  "strings: set and get": [
    ["GET @a", null],
    ["SET @a x", "OK"],
    ["GET @a", "x"],
    ["get @a", "x"],
    ["SET @a y NX", null],
    ["SET @b y XX", null],
    ["GET @b", null],
    ["SET @a z XX", "OK"],
    ["SET @a w GET", "z"],
    ["SET @b w GET", null],
    ["SET @b v NX GET", "w"],
    ["GET @b", "w"],
    ["MGET @a @b @none", ["w", "w", null]],
    ["SET @a x FOO", syntax],
    ["SET @a x NX XX", syntax],
    ["SET @a x EX 10 PX 10", syntax],
    ["SET @a x EX 10 KEEPTTL", syntax],
    ["SET @a x EX", syntax],
    ["SET @a x EX ten", notInteger],
    ["SET @a x EX 0", fails("ERR invalid expire time in 'set' command")],
    ["SET @a x PX -1", fails("ERR invalid expire time in 'set' command")],
    ["SET @a x EX 9223372036854775807", fails("ERR invalid expire time in 'set' command")],
    ["GET @a", "w"],
  ],
  "strings: expiry": [
    ["SET @a x EX 100", "OK"],
    ["TTL @a", 100],
    ["SET @a y KEEPTTL", "OK"],
    ["TTL @a", 100],
    ["SET @a y", "OK"],
    ["TTL @a", -1],
    ["SET @a y PX 100000", "OK"],
    ["TTL @a", 100],
    ["SET @a y EXAT 4102444800", "OK"],
    ["SET @a y PXAT 4102444800000", "OK"],
    ["EXISTS @a", 1],
  ],
  "strings: counting": [
    ["INCR @n", 1],
    ["INCRBY @n 41", 42],
    ["DECR @n", 41],
    ["DECRBY @n 40", 1],
    ["INCRBY @n -2", -1],
    ["GET @n", -1],
    ["EXPIRE @n 100", 1],
    ["INCR @n", 0],
    ["TTL @n", 100],
    ["INCRBY @n 1.5", notInteger],
    ["INCRBY @n +1", notInteger],
    ["SET @n abc", "OK"],
    ["INCR @n", notInteger],
    ["SET @n 9223372036854775807", "OK"],
    ["INCR @n", fails("ERR increment or decrement would overflow")],
    ["SET @n 007", "OK"],
    ["INCR @n", notInteger],
  ],
  "keys: life and death": [
    ["SET @a x", "OK"],
    ["SET @b x", "OK"],
    ["EXISTS @a @b @a @none", 3],
    ["DEL @a @none", 1],
    ["UNLINK @b", 1],
    ["EXISTS @a @b", 0],
    ["TTL @a", -2],
    ["PTTL @a", -2],
    ["EXPIRE @a 10", 0],
    ["PERSIST @a", 0],
    ["SET @a x", "OK"],
    ["PERSIST @a", 0],
    ["PEXPIRE @a 100000", 1],
    ["TTL @a", 100],
    ["EXPIRE @a 50 GT", 0],
    ["EXPIRE @a 200 GT", 1],
    ["EXPIRE @a 300 LT", 0],
    ["EXPIRE @a 100 LT", 1],
    ["EXPIRE @a 300 NX", 0],
    ["EXPIRE @a 300 XX", 1],
    ["EXPIRE @a 300 NX XX", fails("ERR NX and XX, GT or LT options at the same time are not compatible")],
    ["EXPIRE @a 300 FOO", fails("ERR Unsupported option FOO")],
    ["EXPIRE @a x", notInteger],
    ["EXPIRE @a 9223372036854775807", fails("ERR invalid expire time in 'expire' command")],
    ["PERSIST @a", 1],
    ["TTL @a", -1],
    ["EXPIRE @a 100 GT", 0],
    ["EXPIRE @a 100 LT", 1],
    ["EXPIRE @a -1", 1],
    ["EXISTS @a", 0],
  ],
  "keys: type and rename": [
    ["TYPE @a", "none"],
    ["SET @a x EX 100", "OK"],
    ["TYPE @a", "string"],
    ["RENAME @a @b", "OK"],
    ["TTL @b", 100],
    ["GET @b", "x"],
    ["RENAME @none @b", fails("ERR no such key")],
    ["RENAMENX @none @b", fails("ERR no such key")],
    ["SET @c y", "OK"],
    ["RENAMENX @b @c", 0],
    ["RENAME @b @c", "OK"],
    ["GET @c", "x"],
    ["RENAMENX @c @d", 1],
    ["RENAME @d @d", "OK"],
    ["RENAMENX @d @d", 0],
    ["HSET @h f v", 1],
    ["TYPE @h", "hash"],
    ["ZADD @z 1 m", 1],
    ["TYPE @z", "zset"],
    ["XADD @x 1-1 f v", "1-1"],
    ["TYPE @x", "stream"],
  ],
  "the wrong type": [
    ["SET @s x", "OK"],
    ["HSET @h f v", 1],
    ["GET @h", wrongType],
    ["INCR @h", wrongType],
    ["SET @h x GET", wrongType],
    ["MGET @h @s", [null, "x"]],
    ["HGET @s f", wrongType],
    ["HSET @s f v", wrongType],
    ["HGETALL @s", wrongType],
    ["ZADD @s 1 m", wrongType],
    ["ZRANGE @s 0 -1", wrongType],
    ["ZCARD @h", wrongType],
    ["XADD @s * f v", wrongType],
    ["XRANGE @s - +", wrongType],
    ["XLEN @h", wrongType],
    ["XREAD STREAMS @s 0", wrongType],
    ["SET @h x", "OK"],
    ["GET @h", "x"],
  ],
  hashes: [
    ["HSET @h a 1 b x", 2],
    ["HSET @h a 2 c y", 1],
    ["HGET @h a", 2],
    ["HGET @h none", null],
    ["HGET @none a", null],
    ["HMGET @h a none c", [2, null, "y"]],
    ["HMGET @none a", [null]],
    ["HLEN @h", 3],
    ["HLEN @none", 0],
    ["HEXISTS @h a", 1],
    ["HEXISTS @h none", 0],
    ["HGETALL @h", ["a", 2, "b", "x", "c", "y"]],
    ["HGETALL @none", []],
    ["HINCRBY @h a 40", 42],
    ["HINCRBY @h new -1", -1],
    ["HINCRBY @h b 1", fails("ERR hash value is not an integer")],
    ["HINCRBY @h a x", notInteger],
    ["HSET @h a 9223372036854775807", 0],
    ["HINCRBY @h a 1", fails("ERR increment or decrement would overflow")],
    ["HSET @h a", fails("ERR wrong number of arguments for 'hset' command")],
    ["HSET @h a 1 b", fails("ERR wrong number of arguments for 'hset' command")],
    ["HDEL @h a none", 1],
    ["HDEL @h b c new", 3],
    ["EXISTS @h", 0],
    ["HDEL @none a", 0],
  ],
  "sorted sets: adding": [
    ["ZADD @z 1 a 2 b", 2],
    ["ZADD @z 3 a", 0],
    ["ZADD @z CH 4 a 5 c", 2],
    ["ZSCORE @z a", 4],
    ["ZSCORE @z none", null],
    ["ZSCORE @none a", null],
    ["ZADD @z NX 9 a 9 d", 1],
    ["ZSCORE @z a", 4],
    ["ZADD @z XX 9 a 9 e", 0],
    ["ZSCORE @z a", 9],
    ["ZSCORE @z e", null],
    ["ZADD @none XX 1 a", 0],
    ["ZADD @z GT CH 8 a", 0],
    ["ZADD @z GT CH 10 a", 1],
    ["ZADD @z LT CH 11 a", 0],
    ["ZADD @z LT CH 1 a 1 f", 2],
    ["ZADD @z INCR 5 a", 6],
    ["ZADD @z NX INCR 5 a", null],
    ["ZADD @z NX XX 1 a", fails("ERR XX and NX options at the same time are not compatible")],
    ["ZADD @z GT LT 1 a", fails("ERR GT, LT, and/or NX options at the same time are not compatible")],
    ["ZADD @z NX GT 1 a", fails("ERR GT, LT, and/or NX options at the same time are not compatible")],
    ["ZADD @z INCR 1 a 2 b", fails("ERR INCR option supports a single increment-element pair")],
    ["ZADD @z x a", notFloat],
    ["ZADD @z 1 a 2", syntax],
    ["ZADD @z nan a", notFloat],
    ["ZADD @z inf top -inf bottom", 2],
    ["ZSCORE @z top", "inf"],
    ["ZADD @z INCR -inf top", fails("ERR resulting score is not a number (NaN)")],
    ["ZCARD @z", 7],
    ["ZREM @z top bottom none", 2],
    ["ZREM @none a", 0],
    ["ZREM @z a b c d f", 5],
    ["EXISTS @z", 0],
  ],
  "sorted sets: ranges": [
    ["ZADD @z 1 a 2 b 2 B 3 c 4 d", 5],
    ["ZRANGE @z 0 -1", ["a", "B", "b", "c", "d"]],
    ["ZRANGE @z 1 2 WITHSCORES", ["B", 2, "b", 2]],
    ["ZRANGE @z -2 -1", ["c", "d"]],
    ["ZRANGE @z 0 0 REV", ["d"]],
    ["ZRANGE @z 1 -1 REV WITHSCORES", ["c", 3, "b", 2, "B", 2, "a", 1]],
    ["ZRANGE @z 3 1", []],
    ["ZRANGE @z 9 10", []],
    ["ZRANGE @z -100 100", ["a", "B", "b", "c", "d"]],
    ["ZRANGE @none 0 -1", []],
    ["ZRANGE @z 2 3 BYSCORE", ["B", "b", "c"]],
    ["ZRANGE @z (2 (4 BYSCORE", ["c"]],
    ["ZRANGE @z -inf +inf BYSCORE LIMIT 1 2", ["B", "b"]],
    ["ZRANGE @z -inf +inf BYSCORE LIMIT 1 -1", ["B", "b", "c", "d"]],
    ["ZRANGE @z -inf +inf BYSCORE LIMIT 9 2", []],
    ["ZRANGE @z +inf -inf BYSCORE REV LIMIT 0 2", ["d", "c"]],
    ["ZRANGE @z (3 1 BYSCORE REV WITHSCORES", ["b", 2, "B", 2, "a", 1]],
    ["ZRANGE @z 1 3 BYSCORE REV", []],
    ["ZRANGE @z a b", notInteger],
    ["ZRANGE @z a b BYSCORE", notFloatRange],
    ["ZRANGE @z 0 1 FOO", syntax],
    [
      "ZRANGE @z 0 1 LIMIT 0 1",
      fails("ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX"),
    ],
    ["ZRANK @z c", 3],
    ["ZRANK @z none", null],
    ["ZRANK @none c", null],
    ["ZCOUNT @z 2 3", 3],
    ["ZCOUNT @z (2 +inf", 2],
    ["ZCOUNT @z 3 2", 0],
    ["ZCOUNT @none 1 2", 0],
    ["ZCOUNT @z x 2", notFloatRange],
    ["ZREMRANGEBYSCORE @z -inf (2", 1],
    ["ZREMRANGEBYSCORE @z 10 20", 0],
    ["ZREMRANGEBYSCORE @z 1 x", notFloatRange],
    ["ZREMRANGEBYRANK @z -1 -1", 1],
    ["ZRANGE @z 0 -1", ["B", "b", "c"]],
    ["ZREMRANGEBYRANK @z 5 9", 0],
    ["ZREMRANGEBYRANK @z 0 -1", 3],
    ["EXISTS @z", 0],
    ["ZREMRANGEBYRANK @none 0 -1", 0],
    ["ZADD @e 1 é 1 z 1 𠮷 1 ﬀ", 4],
    ["ZRANGE @e 0 -1", ["z", "é", "ﬀ", "𠮷"]],
  ],
  "streams: ids": [
    ["XADD @x NOMKSTREAM * f v", null],
    ["EXISTS @x", 0],
    ["XADD @x 0-0 f v", fails("ERR The ID specified in XADD must be greater than 0-0")],
    ["XADD @x 5 f v", "5-0"],
    ["XADD @x 5-3 f v", "5-3"],
    ["XADD @x 5-3 f v", tooSmallId],
    ["XADD @x 4-9 f v", tooSmallId],
    ["XADD @x 5-* f v", "5-4"],
    ["XADD @x 4-* f v", tooSmallId],
    ["XADD @x 7-* f v", "7-0"],
    ["XADD @y 0-* f v", "0-1"],
    ["XADD @x NOMKSTREAM 8-0 f v", "8-0"],
    ["XADD @x x f v", invalidId],
    ["XADD @x -1-0 f v", invalidId],
    ["XADD @x 9-x f v", invalidId],
    ["XADD @x 99999999999999999999-0 f v", invalidId],
    ["XADD @x 9-0 f", fails("ERR wrong number of arguments for 'xadd' command")],
    ["XADD @x 9-0 f v g", fails("ERR wrong number of arguments for 'xadd' command")],
    ["XLEN @x", 5],
    ["XADD @x 18446744073709551615-18446744073709551615 f v", "18446744073709551615-18446744073709551615"],
    ["XADD @x * f v", fails("ERR The stream has exhausted the last possible ID, unable to add more items")],
    ["XDEL @x 5-0 5-1 7", 2],
    ["XDEL @none 5-0", 0],
    ["XDEL @x x", invalidId],
    ["XLEN @x", 4],
    ["XLEN @none", 0],
  ],
  "streams: ranges": [
    ["XADD @x 1-1 f a", "1-1"],
    ["XADD @x 2-1 f b g c", "2-1"],
    ["XADD @x 2-2 f d", "2-2"],
    ["XADD @x 3-1 f e", "3-1"],
    [
      "XRANGE @x - +",
      [
        ["1-1", ["f", "a"]],
        ["2-1", ["f", "b", "g", "c"]],
        ["2-2", ["f", "d"]],
        ["3-1", ["f", "e"]],
      ],
    ],
    [
      "XRANGE @x 2 2",
      [
        ["2-1", ["f", "b", "g", "c"]],
        ["2-2", ["f", "d"]],
      ],
    ],
    ["XRANGE @x (2-1 + COUNT 1", [["2-2", ["f", "d"]]]],
    ["XRANGE @x 2-2 (3-1", [["2-2", ["f", "d"]]]],
    ["XRANGE @x 4 +", []],
    ["XRANGE @x 3 1", []],
    ["XRANGE @none - +", []],
    ["XREVRANGE @x + - COUNT 1", [["3-1", ["f", "e"]]]],
    [
      "XREVRANGE @x (3-1 2",
      [
        ["2-2", ["f", "d"]],
        ["2-1", ["f", "b", "g", "c"]],
      ],
    ],
    ["XREVRANGE @none + -", []],
    ["XRANGE @x x +", invalidId],
    ["XRANGE @x - + COUNT", syntax],
    ["XRANGE @x - + COUNT x", notInteger],
    ["XRANGE @x - + FOO 1", syntax],
    ["XREAD COUNT 1 STREAMS @x 1-1", [["@x", [["2-1", ["f", "b", "g", "c"]]]]]],
    [
      "XREAD STREAMS @x @none 2-1 0",
      [
        [
          "@x",
          [
            ["2-2", ["f", "d"]],
            ["3-1", ["f", "e"]],
          ],
        ],
      ],
    ],
    ["XREAD STREAMS @x 3-1", null],
    ["XREAD STREAMS @x $", null],
    ["XREAD STREAMS @none 0", null],
    ["XREAD STREAMS @x x", invalidId],
    ["XREAD FOO STREAMS @x 0", syntax],
    ["XREAD BLOCK 10 STREAMS @x 0", fails("ERR XREAD BLOCK is not supported")],
  ],
  "streams: trimming": [
    ["XADD @x 1 f v", "1-0"],
    ["XADD @x 2 f v", "2-0"],
    ["XADD @x 3 f v", "3-0"],
    ["XADD @x MAXLEN 2 4 f v", "4-0"],
    ["XLEN @x", 2],
    ["XADD @x MAXLEN = 2 5 f v", "5-0"],
    ["XADD @x MINID 5 6 f v", "6-0"],
    [
      "XRANGE @x - +",
      [
        ["5-0", ["f", "v"]],
        ["6-0", ["f", "v"]],
      ],
    ],
    ["XADD @x MAXLEN ~ 1 7 f v", "7-0"],
    ["XLEN @x", 3],
    ["XTRIM @x MAXLEN = 2", 1],
    ["XTRIM @x MINID = 7", 1],
    ["XTRIM @x MAXLEN ~ 0", 1],
    ["XTRIM @none MAXLEN = 0", 0],
    ["XTRIM @x MAXLEN -1", fails("ERR The MAXLEN argument must be >= 0.")],
    ["XTRIM @x MAXLEN x", notInteger],
    ["XTRIM @x FOO 1", syntax],
    [
      "XADD @x MAXLEN 2 MINID 2 9 f v",
      fails("ERR syntax error, MAXLEN and MINID options at the same time are not compatible"),
    ],
    [
      "XADD @x MAXLEN = 2 LIMIT 1 9 f v",
      fails("ERR syntax error, LIMIT cannot be used without the special ~ option"),
    ],
    ["XLEN @x", 0],
    ["EXISTS @x", 1],
    ["XADD @x 6-9 f v", tooSmallId],
  ],
  "malformed commands": [
    ["GET", fails("ERR wrong number of arguments for 'get' command")],
    ["GET @a @b", fails("ERR wrong number of arguments for 'get' command")],
    ["SET @a", fails("ERR wrong number of arguments for 'set' command")],
    ["XADD @a *", fails("ERR wrong number of arguments for 'xadd' command")],
    ["ZADD @a 1", fails("ERR wrong number of arguments for 'zadd' command")],
    ["NOSUCH @a b", fails("ERR unknown command 'NOSUCH', with args beginning with: '@a' 'b' ")],
    ["PING a b", fails("ERR wrong number of arguments for 'ping' command")],
    ["PING", "PONG"],
    ["PING hello", "hello"],
    ["XINFO STREAM @none", fails("ERR no such key")],
  ],
};

const hostileTexts: Record<string, string> = {
  "a number": "123",
  "a fraction": "1.50",
  "a number in disguise": "1e5",
  true: "true",
  null: "null",
  "JSON object": '{"a":1}',
  "JSON list": '["1",2]',
  "quoted JSON": '"text"',
  "twenty digits": "12345678901234567890",
  empty: "",
  blanks: "  \t\r\n ",
  OK: "OK",
  "base64-looking": "T0s=",
  emoji: "👩‍👩‍👧‍👦🇹🇼",
  "rare ideographs": "𠮷野家で𪚥",
  "binary-looking": String.fromCharCode(...Array.from({ length: 255 }, (_, index) => index + 1)),
  "CR LF and protocol": "*1\r\n$4\r\nPING\r\n",
  prototype: "__proto__",
  "one megabyte": "茶a".repeat(262_144),
};

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

for (const fixture of fixtures) {
  describe(`KV on ${fixture.name}`, () => {
    let kv: Kv;
    let redis: Redis;
    let close = async () => {};
    beforeAll(async () => {
      ({ kv, close } = await fixture.open());
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
