import { describe, expect, it } from "vitest";
import { FeedLog } from "./feed-log";

const event = (n: number) => ({ id: `${n}-0`, data: String(n) });

describe("FeedLog", () => {
  it("takes each event once, in order, and tells what follows a position", () => {
    const log = new FeedLog("1-0");
    expect([2, 3, 3, 2, 10].map((n) => log.add(event(n)))).toEqual([true, true, false, false, true]);
    expect(log.position).toBe("10-0");
    expect(log.after("1-0")?.map(({ data }) => data)).toEqual(["2", "3", "10"]);
    expect(log.after("3-0")?.map(({ data }) => data)).toEqual(["10"]);
    expect(log.after("10-0")).toEqual([]);
  });

  it("says when it doesn't know any more", () => {
    const log = new FeedLog("5-0", 4);
    expect([log.after("4-9"), log.after("0-0")]).toEqual([null, null]);
    for (let n = 6; n < 20; n++) log.add(event(n));
    expect(log.after("5-0")).toBeNull();
    expect(log.after("18-0")).toEqual([event(19)]);
    log.reset("100-0");
    expect([log.after("19-0"), log.after("100-0")]).toEqual([null, []]);
  });
});
