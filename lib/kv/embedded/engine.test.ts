import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Engine } from "./engine";

let now = 1_000_000;
let engine: Engine;
beforeEach(() => {
  now = 1_000_000;
  engine = new Engine({ now: () => now });
});
afterEach(() => engine.close());

const run = (...words: string[]) => {
  const outcome = engine.run([words])[0];
  return outcome && "result" in outcome ? outcome.result : outcome;
};

describe("expiry", () => {
  it("comes to the millisecond, at the next touch", () => {
    run("SET", "a", "x", "PX", "100");
    now += 99;
    expect(run("PTTL", "a")).toBe(1);
    now += 1;
    expect(run("GET", "a")).toBeNull();
    expect(engine.keys.size).toBe(0);
  });

  it("comes by itself too, a part of the keys at a time", () => {
    for (let i = 0; i < 10; i++) run("SET", `a${i}`, "x", "PX", "100");
    run("SET", "stays", "x");
    now += 100;
    engine.keys.sweepExpired(4);
    expect(engine.keys.size).toBe(7);
    engine.keys.sweepExpired(100);
    expect(engine.keys.size).toBe(1);
  });

  it("is swept without being asked", async () => {
    vi.useFakeTimers();
    try {
      const ticking = new Engine();
      ticking.run([["SET", "a", "x", "PX", "100"]]);
      await vi.advanceTimersByTimeAsync(1_000);
      expect(ticking.keys.size).toBe(0);
      ticking.close();
    } finally {
      vi.useRealTimers();
    }
  });

  it("stays with a hash or stream that is written to, and ends with the key", () => {
    run("XADD", "s", "*", "f", "v");
    run("PEXPIRE", "s", "100");
    now += 50;
    run("XADD", "s", "*", "f", "v");
    expect(run("PTTL", "s")).toBe(50);
    now += 50;
    expect(run("XADD", "s", "*", "f", "v")).toBe(`${now}-0`);
    expect(run("XLEN", "s")).toBe(1);
    expect(run("TTL", "s")).toBe(-1);
  });
});

describe("stream ids", () => {
  it("grow even when the clock goes back", () => {
    const first = run("XADD", "s", "*", "f", "v");
    now -= 10_000;
    expect(first).toBe("1000000-0");
    expect(run("XADD", "s", "*", "f", "v")).toBe("1000000-1");
  });
});

describe("memory", () => {
  it("is given back when values shrink and keys go", () => {
    run("SET", "a", "x".repeat(1000));
    run("SET", "a", "x");
    run("HSET", "h", "f", "v", "g", "w");
    run("HSET", "h", "f", "longer");
    run("HDEL", "h", "f", "g");
    run("ZADD", "z", "1", "a", "2", "b", "3", "c");
    run("ZREMRANGEBYRANK", "z", "0", "0");
    run("ZREM", "z", "b", "c");
    for (let i = 0; i < 10; i++) run("XADD", "s", "MAXLEN", "3", "*", "f", "v");
    run("XTRIM", "s", "MAXLEN", "0");
    run("INCR", "n");
    run("RENAME", "n", "m");
    run("DEL", "a", "s", "m");
    expect(engine.keys.size).toBe(0);
    expect(engine.keys.bytes).toBe(0);
  });

  it("drops what is expired, then what was written to longest ago and may expire, and never the rest", () => {
    const small = new Engine({ now: () => now, maxBytes: 10_000 });
    const runSmall = (...words: string[]) => small.run([words])[0];
    runSmall("SET", "kept", "x".repeat(1000));
    runSmall("SET", "expired", "x".repeat(1000), "PX", "1");
    for (const name of ["a", "b", "c"]) {
      runSmall("HSET", name, "field", "x".repeat(900));
      runSmall("EXPIRE", name, "100");
    }
    now += 1;
    runSmall("HSET", "a", "other", "x");
    runSmall("SET", "d", "x".repeat(1000), "EX", "100");
    runSmall("SET", "e", "x", "EX", "100");
    expect(runSmall("EXISTS", "kept", "a", "b", "c", "d", "e")).toEqual({ result: 5 });
    expect(runSmall("EXISTS", "b")).toEqual({ result: 0 });
    small.close();
  });

  it("refuses to grow when nothing may be dropped, and still reads and deletes", () => {
    const small = new Engine({ maxBytes: 1_000 });
    const runSmall = (...words: string[]) => small.run([words])[0];
    runSmall("SET", "a", "x".repeat(1000));
    expect(runSmall("SET", "b", "x")).toEqual({
      error: "OOM command not allowed when used memory > 'maxmemory'.",
    });
    expect(runSmall("STRLEN", "a")).toMatchObject({ error: expect.stringContaining("ERR unknown command") });
    expect(runSmall("DEL", "a")).toEqual({ result: 1 });
    expect(runSmall("SET", "b", "x")).toEqual({ result: "OK" });
    small.close();
  });
});
