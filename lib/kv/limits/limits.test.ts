import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createKv, type Kv } from "@/lib/kv/client";
import { counterKey, limitKey } from "@/lib/kv/keys";
import { type LimitPolicy, limitOf, limitPolicies } from "./limit-policies";
import { clearLimit, consumeLimit, consumeLimits, knownRefusal } from "./limits";

const policy = { rule: "test", limit: 3, windowMs: 60_000 };
const start = Date.now();

let kv: Kv;
beforeEach(() => {
  kv = createKv({});
});
afterEach(() => kv.close());

const consume = (seconds: number, subject = "1.2.3.4") =>
  consumeLimit(kv, policy, subject, start + seconds * 1000);

describe("consumeLimit", () => {
  it("accepts the limit and says when there is room again", async () => {
    for (const second of [0, 10, 20]) expect((await consume(second)).ok).toBe(true);
    expect(await consume(20.5)).toEqual({ ok: false, retryAfter: 40 });
    expect(await consume(59.999)).toEqual({ ok: false, retryAfter: 1 });
    expect((await consume(60)).ok).toBe(true);
    expect(await consume(60)).toEqual({ ok: false, retryAfter: 10 });
  });

  it("doesn't count what it refused", async () => {
    for (const second of [0, 0, 0, 1, 2, 3]) await consume(second);
    for (const second of [60, 60, 60]) expect((await consume(second)).ok).toBe(true);
  });

  it("keeps subjects and rules apart", async () => {
    for (const second of [0, 0, 0]) await consume(second);
    expect((await consume(0, "5.6.7.8")).ok).toBe(true);
    expect((await consumeLimit(kv, { ...policy, rule: "other" }, "1.2.3.4", start)).ok).toBe(true);
  });

  it("accepts exactly the limit of many parallel calls", async () => {
    const results = await Promise.all(Array.from({ length: 100 }, () => consume(0)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(policy.limit);
    expect(await kv.redis.zcard(limitKey("test", "1.2.3.4"))).toBe(policy.limit);
  });

  it("gives a hit back, and forgets a subject", async () => {
    for (const second of [0, 1]) await consume(second);
    const last = await consume(2);
    if (last.ok) await last.undo();
    expect((await consume(3)).ok).toBe(true);
    expect((await consume(4)).ok).toBe(false);
    await clearLimit(kv, policy, "1.2.3.4");
    expect((await consume(5)).ok).toBe(true);
  });
});

describe("consumeLimits", () => {
  const counter: LimitPolicy = { kind: "counter", rule: "ceiling", limit: 4, windowMs: 60_000 };
  /** The beginning of a stretch of a minute. */
  const minute = Math.ceil(start / 60_000) * 60_000;
  const both = (address: string, seconds: number) =>
    consumeLimits(
      kv,
      [
        { policy, subject: address },
        { policy: counter, subject: "bot" },
      ],
      minute + seconds * 1000,
    );
  const countOf = (seconds: number) =>
    kv.redis.get<number>(counterKey("ceiling", "bot", Math.floor((minute + seconds * 1000) / 60_000)));

  it("counts under all rules or under none, and names the one that refused", async () => {
    for (const second of [0, 1, 2]) expect((await both("a", second)).ok).toBe(true);
    expect(await both("a", 3)).toMatchObject({ ok: false, retryAfter: 57, policy });
    expect(await countOf(3)).toBe(3);
    expect((await both("b", 4)).ok).toBe(true);
    expect(await both("b", 5)).toMatchObject({ ok: false, policy: counter });
    expect(await kv.redis.zcard(limitKey("test", "b"))).toBe(1);
    expect(await countOf(5)).toBe(4);
  });

  it("slides: what a stretch had leaves the window little by little, when it said", async () => {
    for (const address of ["a", "b", "c", "d"]) expect((await both(address, 30)).ok).toBe(true);
    const refused = await both("e", 50);
    if (refused.ok) throw new Error("accepted");
    // One of four has left after a quarter of the next stretch.
    expect(refused.retryAfter).toBe(25);
    expect((await both("e", 50 + refused.retryAfter - 1)).ok).toBe(false);
    expect((await both("e", 50 + refused.retryAfter)).ok).toBe(true);
    expect((await both("f", 50 + refused.retryAfter)).ok).toBe(false);
    expect((await both("f", 180)).ok).toBe(true);
  });

  it("accepts exactly the limit of many parallel calls, from everywhere", async () => {
    const results = await Promise.all(Array.from({ length: 60 }, (_, at) => both(`address-${at}`, 0)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(counter.limit);
    expect(await countOf(0)).toBe(counter.limit);
  });

  it("counts a chat once, refuses others at the limit, and lets those there are go on", async () => {
    const chats: LimitPolicy = { rule: "chats", limit: 2, windowMs: 60_000 };
    const say = (once: string, seconds: number, address = "a") =>
      consumeLimits(kv, [{ policy: chats, subject: address, once }], minute + seconds * 1000);
    for (const [chat, second] of [
      ["one", 0],
      ["one", 1],
      ["two", 2],
      ["one", 3],
    ] as const)
      expect((await say(chat, second)).ok).toBe(true);
    expect(await say("three", 4)).toMatchObject({ ok: false, retryAfter: 58 });
    expect((await say("two", 5)).ok).toBe(true);
    expect((await say("three", 5, "b")).ok).toBe(true);
    expect(await kv.redis.zcard(limitKey("chats", "a"))).toBe(2);
    expect((await say("three", 64)).ok).toBe(true);
  });

  it("asks the store no more when a final rule refused, and knows it beforehand", async () => {
    const final: LimitPolicy = { rule: "final", limit: 1, windowMs: 60_000, isFinal: true };
    const hit = (seconds: number) => consumeLimit(kv, final, "a", minute + seconds * 1000);
    const known = (seconds: number) => knownRefusal(kv, final, "a", minute + seconds * 1000);
    expect((await hit(0)).ok).toBe(true);
    expect(known(1)).toBeNull();
    expect(await hit(1)).toEqual({ ok: false, retryAfter: 59 });
    await kv.redis.del(limitKey("final", "a"));
    expect(known(2)).toMatchObject({ retryAfter: 58 });
    expect(await hit(2)).toEqual({ ok: false, retryAfter: 58 });
    expect(known(60)).toBeNull();
    expect((await hit(60)).ok).toBe(true);
  });

  it("goes on by this process's own count while the store is away, and tells it afterwards", async () => {
    const unreachable = createKv({ KV_REST_API_URL: "http://127.0.0.1:4", KV_REST_API_TOKEN: "none" });
    const away = { ...unreachable, localLimiter: kv.localLimiter };
    const hit = (through: Kv, seconds: number) =>
      consumeLimits(through, [{ policy: counter, subject: "bot" }], minute + seconds * 1000);
    expect((await hit(kv, 0)).ok).toBe(true);
    for (const second of [1, 2]) expect((await hit(away, second)).ok).toBe(true);
    expect((await hit(kv, 3)).ok).toBe(true);
    expect(await countOf(3)).toBe(4);
    expect(await hit(away, 4)).toMatchObject({ ok: false, policy: counter });
    expect((await hit(kv, 5)).ok).toBe(false);
    const undone = await hit(away, 185);
    if (undone.ok) await undone.undo();
    expect((await hit(kv, 186)).ok).toBe(true);
    expect(await countOf(186)).toBe(1);
    await unreachable.close();
  });
});

describe("limitPolicies", () => {
  it("have a rule of their own each, and limits that no ordinary shop meets", () => {
    const policies: LimitPolicy[] = Object.values(limitPolicies);
    expect(new Set(policies.map(({ rule }) => rule)).size).toBe(policies.length);
    expect(limitOf(limitPolicies.botMinute)).toBe(300);
    expect(limitOf(limitPolicies.botDay)).toBe(20_000);
    expect(limitOf(limitPolicies.newChatsByPrefix)).toBeLessThan(limitOf(limitPolicies.newChats) ?? 0);
  });
});

describe("consumeLimit while the store is away", () => {
  let away: Kv;
  beforeEach(() => {
    const unreachable = createKv({ KV_REST_API_URL: "http://127.0.0.1:4", KV_REST_API_TOKEN: "none" });
    away = { ...unreachable, localLimiter: kv.localLimiter };
  });
  afterEach(() => away.close());

  const consumeAway = (seconds: number) => consumeLimit(away, policy, "1.2.3.4", start + seconds * 1000);

  it("goes on from the hits this process accepted, and tells the store of the others afterwards", async () => {
    await consume(0);
    for (const second of [1, 2]) expect((await consumeAway(second)).ok).toBe(true);
    expect(await consumeAway(3)).toEqual({ ok: false, retryAfter: 57 });
    expect(await consume(4)).toEqual({ ok: false, retryAfter: 56 });
    expect(await kv.redis.zcard(limitKey("test", "1.2.3.4"))).toBe(3);
  });

  it("tells the store once, so that another instance can forget them", async () => {
    await consumeAway(0);
    await consume(1);
    await kv.redis.del(limitKey("test", "1.2.3.4"));
    await consume(2);
    expect(await kv.redis.zcard(limitKey("test", "1.2.3.4"))).toBe(1);
  });

  it("accepts exactly the limit of many parallel calls, and gives hits back", async () => {
    const results = await Promise.all(Array.from({ length: 100 }, () => consumeAway(0)));
    const accepted = results.filter((result) => result.ok);
    expect(accepted).toHaveLength(policy.limit);
    await accepted[0]?.undo();
    expect((await consumeAway(1)).ok).toBe(true);
    await clearLimit(away, policy, "1.2.3.4");
    expect((await consumeAway(2)).ok).toBe(true);
  });
});
