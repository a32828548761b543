import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createKv, type Kv } from "./client";
import { limitKey } from "./keys";
import { clearLimit, consumeLimit } from "./limits";

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
