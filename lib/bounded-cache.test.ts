import { describe, expect, it } from "vitest";
import { BoundedCache } from "./bounded-cache";

const cacheOf = (maxLength: number, maxEntries?: number) =>
  new BoundedCache<string>({ maxLength, lengthOf: (text) => text.length, ...(maxEntries && { maxEntries }) });

describe("BoundedCache", () => {
  it("keeps what was asked for last within its bound", () => {
    const cache = cacheOf(10);
    cache.set("a", "aaaa");
    cache.set("b", "bbbb");
    expect(cache.get("a")).toBe("aaaa");
    cache.set("c", "cccc");
    expect(cache.get("b")).toBeUndefined();
    expect([cache.get("a"), cache.get("c")]).toEqual(["aaaa", "cccc"]);
    expect(cache.length).toBe(8);
  });

  it("counts a value that is set again once, and keeps none that is larger than the bound", () => {
    const cache = cacheOf(10);
    cache.set("a", "aaaa");
    cache.set("a", "aaaaa");
    expect(cache.length).toBe(5);
    cache.set("b", "b".repeat(11));
    expect(cache.length).toBe(0);
    expect(cache.get("b")).toBeUndefined();
  });

  it("keeps no more values than it may, however short", () => {
    const cache = cacheOf(10, 2);
    for (const key of ["a", "b", "c"]) cache.set(key, key);
    expect(["a", "b", "c"].map((key) => cache.get(key))).toEqual([undefined, "b", "c"]);
    expect(cache.length).toBe(2);
  });
});
