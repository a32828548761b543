import { describe, expect, it } from "vitest";
import { isQuiet } from "./is-quiet";

const at = (time: string) => Date.parse(`2026-11-29T${time}+08:00`);
const quiet = (hours: [string, string] | null, time: string) =>
  isQuiet(hours && { from: hours[0], to: hours[1] }, at(time), "Asia/Taipei");

describe("quiet hours", () => {
  it("go from the first minute up to the last one, over midnight too", () => {
    expect(["12:59", "13:00", "13:59", "14:00"].map((time) => quiet(["13:00", "14:00"], time))).toEqual([
      ...[false, true, true, false],
    ]);
    expect(
      ["21:59", "22:00", "00:00", "07:59", "08:00"].map((time) => quiet(["22:00", "08:00"], time)),
    ).toEqual([...[false, true, true, true, false]]);
    expect([quiet(null, "03:00"), quiet(["09:00", "09:00"], "09:00")]).toEqual([false, false]);
  });

  it("are those of the time zone", () => {
    expect(isQuiet({ from: "22:00", to: "08:00" }, at("23:00"), "Europe/Berlin")).toBe(false);
  });
});
