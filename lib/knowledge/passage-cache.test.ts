import { describe, expect, it } from "vitest";
import { PassageCache } from "./passage-cache";

const passage = (text: string) => ({
  ...{
    documentId: "d",
    versionId: "v",
    title: "t",
    ordinal: 0,
    key: "k",
    start: 0,
    end: text.length,
    headings: [],
  },
  text,
});

describe("PassageCache", () => {
  it("keeps what was asked for last within its bound", () => {
    const cache = new PassageCache(10);
    cache.set("a", passage("aaaa"));
    cache.set("b", passage("bbbb"));
    expect(cache.get("a")?.text).toBe("aaaa");
    cache.set("c", passage("cccc"));
    expect(cache.get("b")).toBeUndefined();
    expect([cache.get("a"), cache.get("c")].map((kept) => kept?.text)).toEqual(["aaaa", "cccc"]);
    expect(cache.length).toBe(8);
  });

  it("counts a passage that is set again once, and keeps none that is larger than the bound", () => {
    const cache = new PassageCache(10);
    cache.set("a", passage("aaaa"));
    cache.set("a", passage("aaaaa"));
    expect(cache.length).toBe(5);
    cache.set("b", passage("b".repeat(11)));
    expect(cache.length).toBe(0);
    expect(cache.get("b")).toBeUndefined();
  });
});
