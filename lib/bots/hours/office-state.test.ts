import { describe, expect, it } from "vitest";
import { officeState } from "./office-state";

const weekdays = (hours: string) => [hours, hours, hours, hours, hours, "", ""];
const every = (hours: string) => Array.from({ length: 7 }, () => hours);
const at = (text: string) => Date.parse(text);
const state = (week: string[], when: string, { zone = "Asia/Taipei", special = [] as string[] } = {}) => {
  const { isOpen, opensAt } = officeState({ zone, week, special }, at(when));
  return isOpen
    ? "open"
    : opensAt === null
      ? "never"
      : new Date(opensAt).toISOString().replace(":00.000Z", "Z");
};

describe("office hours", () => {
  const week = weekdays("09:00-12:00, 13:30-18:00");

  it("are open from the first minute up to the last one, of that weekday in that zone", () => {
    // 2026-11-27 is a Friday.
    const taipei = (time: string) => state(week, `2026-11-27T${time}+08:00`);
    expect(taipei("08:59:59")).toBe("2026-11-27T01:00Z");
    expect(["09:00:00", "11:59:59", "13:30:00", "17:59:59"].map(taipei)).toEqual(Array(4).fill("open"));
    expect(taipei("12:00:00")).toBe("2026-11-27T05:30Z");
    expect(taipei("18:00:00")).toBe("2026-11-30T01:00Z");
    expect(state(week, "2026-11-27T09:00:00+08:00", { zone: "Europe/Berlin" })).toBe("2026-11-27T08:00Z");
  });

  it("go on over midnight into a day off, and into the next week", () => {
    const bar = ["", "", "", "", "20:00-02:00", "20:00-02:00", ""];
    expect(state(bar, "2026-11-28T01:59:00+08:00")).toBe("open");
    expect(state(bar, "2026-11-28T02:00:00+08:00")).toBe("2026-11-28T12:00Z");
    expect(state(bar, "2026-11-29T01:00:00+08:00")).toBe("open");
    expect(state(bar, "2026-11-29T02:00:00+08:00")).toBe("2026-12-04T12:00Z");
    expect(state(every("00:00-24:00"), "2026-11-29T23:59:59+08:00")).toBe("open");
  });

  it("are closed on special days, of one year or each, or open for other hours", () => {
    const special = ["2026-11-30~2026-12-02 盤點", "12/31~1/1 跨年", "2026-12-05 10:00-15:00"];
    expect(state(week, "2026-11-30T10:00:00+08:00", { special })).toBe("2026-12-03T01:00Z");
    expect(state(week, "2026-12-05T09:00:00+08:00", { special })).toBe("2026-12-05T02:00Z");
    expect(state(week, "2026-12-05T14:59:00+08:00", { special })).toBe("open");
    expect(state(week, "2026-12-31T10:00:00+08:00", { special })).toBe("2027-01-04T01:00Z");
    expect(state(week, "2027-12-31T10:00:00+08:00", { special })).toBe("2028-01-03T01:00Z");
    expect(state(every(""), "2026-11-30T10:00:00+08:00", { special: ["2027-11-29 9-10"] })).toBe(
      "2027-11-29T01:00Z",
    );
  });

  it("are never open without hours", () => {
    expect(state(every(""), "2026-11-30T10:00:00+08:00")).toBe("never");
    expect(state([], "2026-11-30T10:00:00+08:00")).toBe("never");
  });

  it("follow the clocks of a zone that changes them", () => {
    const berlin = { zone: "Europe/Berlin" };
    // 2026-03-29: 02:00 is 03:00 at once. 2026-10-25: 03:00 is 02:00 again.
    expect(state(every("09:00-17:00"), "2026-03-28T20:00:00Z", berlin)).toBe("2026-03-29T07:00Z");
    expect(state(every("09:00-17:00"), "2026-10-24T20:00:00Z", berlin)).toBe("2026-10-25T08:00Z");
    expect(state(every("02:30-05:00"), "2026-03-29T00:59:00Z", berlin)).toBe("2026-03-29T01:00Z");
    expect(state(every("22:00-02:30"), "2026-03-29T00:59:59Z", berlin)).toBe("open");
    expect(state(every("22:00-02:30"), "2026-03-29T01:00:00Z", berlin)).toBe("2026-03-29T20:00Z");
    // The second 02:15 of the night is before the last 02:30.
    expect(state(every("22:00-02:30"), "2026-10-25T01:15:00Z", berlin)).toBe("open");
    expect(state(every("22:00-02:30"), "2026-10-25T01:30:00Z", berlin)).toBe("2026-10-25T21:00Z");
    expect(state(every("02:30-05:00"), "2026-10-25T00:29:00Z", berlin)).toBe("2026-10-25T00:30Z");
    const lordHowe = { zone: "Australia/Lord_Howe" };
    expect(state(every("02:15-05:00"), "2026-10-03T15:29:00Z", lordHowe)).toBe("2026-10-03T15:30Z");
    expect(state(every("09:00-17:00"), "2026-10-03T20:00:00Z", lordHowe)).toBe("2026-10-03T22:00Z");
  });

  it("count as a zone far from UTC does, a day that it skipped too", () => {
    expect(state(every("09:00-10:00"), "2026-11-29T18:59:00Z", { zone: "Pacific/Kiritimati" })).toBe(
      "2026-11-29T19:00Z",
    );
    expect(state(every("09:00-10:00"), "2026-11-29T17:29:00Z", { zone: "America/St_Johns" })).toBe(
      "2026-11-30T12:30Z",
    );
    // Samoa had no 30 December 2011.
    expect(state(every("09:00-10:00"), "2011-12-29T22:00:00Z", { zone: "Pacific/Apia" })).toBe(
      "2011-12-30T19:00Z",
    );
  });
});
