import { describe, expect, it } from "vitest";
import { sayOpening } from "./say-opening";

const at = (text: string) => Date.parse(`${text}+08:00`);
const now = at("2026-11-28T23:30");
const taipei = (language: "zh-TW" | "en" | "ja" | "zh-CN", opens: string) =>
  sayOpening(language, at(opens), "Asia/Taipei", now);

describe("when it opens", () => {
  it("is said by day and clock of its zone", () => {
    expect(
      ["2026-11-28T23:45", "2026-11-29T09:00", "2026-12-01T09:00"].map((time) => taipei("zh-TW", time)),
    ).toEqual(["今天 23:45", "明天 09:00", "12/1（週二） 09:00"]);
    expect(taipei("zh-TW", "2027-11-20T09:00")).toContain("2027");
  });

  it("names the zone to whoever may be elsewhere", () => {
    expect(taipei("en", "2026-12-01T09:00")).toMatch(/^Tue, Dec 1 09:00 \(.*(?:Taipei|Taiwan).*\)$/);
    expect(taipei("ja", "2026-11-29T09:00")).toMatch(/^明日 09:00（.*）$/);
    expect(sayOpening("zh-TW", Date.parse("2026-11-29T08:00Z"), "Europe/Berlin", now)).toMatch(
      /^明天 09:00（.+）$/,
    );
  });
});
