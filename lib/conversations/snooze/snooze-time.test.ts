import { describe, expect, it } from "vitest";
import { atClock, showClock } from "@/lib/zone-clock";
import { snoozeTime } from "./snooze-time";

const at = (iso: string) => Date.parse(iso);
const iso = (time: number | null) => (time === null ? null : new Date(time).toISOString());

describe("until when a chat is put off", () => {
  it("is in three hours, tomorrow at nine or the next Monday at nine, by the team's clocks", () => {
    const zone = "Asia/Taipei";
    // Monday 30 November 2026, 23:30 there.
    const monday = at("2026-11-30T15:30:00Z");
    expect(iso(snoozeTime("later", monday, zone))).toBe("2026-11-30T18:30:00.000Z");
    expect(iso(snoozeTime("tomorrow", monday, zone))).toBe("2026-12-01T01:00:00.000Z");
    expect(iso(snoozeTime("monday", monday, zone))).toBe("2026-12-07T01:00:00.000Z");
    const sunday = at("2026-12-06T15:59:00Z");
    expect(iso(snoozeTime("monday", sunday, zone))).toBe("2026-12-07T01:00:00.000Z");
    expect(iso(snoozeTime("tomorrow", sunday, "America/New_York"))).toBe("2026-12-07T14:00:00.000Z");
  });

  it("is nine o'clock also where the clocks are changed in between", () => {
    const saturday = at("2026-03-28T12:00:00Z");
    expect(iso(snoozeTime("tomorrow", saturday, "Europe/Berlin"))).toBe("2026-03-29T07:00:00.000Z");
    expect(iso(snoozeTime("monday", at("2026-10-23T12:00:00Z"), "Europe/Berlin"))).toBe(
      "2026-10-26T08:00:00.000Z",
    );
  });

  it("is a time of one's own as those clocks show it, and nothing for what is none", () => {
    expect(iso(snoozeTime("2026-12-24T18:05", 0, "Asia/Taipei"))).toBe("2026-12-24T10:05:00.000Z");
    for (const bad of ["", "soon", "2026-02-30T09:00", "2026-12-01", "2026-12-01T24:00", "0001-01-01T09:00"])
      expect(snoozeTime(bad, 0, "Asia/Taipei")).toBeNull();
  });
});

describe("the clocks of a time zone", () => {
  it("show a time that they give back", () => {
    for (const zone of ["Asia/Taipei", "UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Chatham"])
      for (const time of [at("2026-07-01T03:07:00Z"), at("2026-12-31T20:59:00Z"), 0])
        expect(atClock(showClock(time, zone), zone)).toBe(time);
  });
});
