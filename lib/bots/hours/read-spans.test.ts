import { describe, expect, it } from "vitest";
import { readSpans, writeSpans } from "./read-spans";
import { readSpecialDays } from "./read-special-days";

const written = (text: string) => {
  const spans = readSpans(text);
  return spans && writeSpans(spans);
};

describe("hours as people write them", () => {
  it.each([
    ["9-18", "09:00-18:00"],
    ["09:00～12:00、13:30～18:00", "09:00-12:00, 13:30-18:00"],
    ["９：００－１２：００，１３：００－１８：００", "09:00-12:00, 13:00-18:00"],
    ["9點到12點 13點半至18點", "09:00-12:00, 13:30-18:00"],
    ["13:00-18:00, 9:00-12:00", "09:00-12:00, 13:00-18:00"],
    ["9-12,12-18", "09:00-18:00"],
    ["22:00 – 02:00", "22:00-02:00"],
    ["00:00-24:00", "00:00-24:00"],
    ["全天", "00:00-24:00"],
    ["", ""],
    ["公休", ""],
  ])("%s", (text, expected) => {
    expect(written(text)).toBe(expected);
    expect(written(written(text) ?? "x")).toBe(expected);
  });

  it.each([
    ...["9", "9-", "25-26", "9:75-12", "9-9", "九點到十點", "9-12 or so", "9-1213-18", "9".repeat(200)],
  ])("can't be read: %s", (text) => {
    expect(readSpans(text)).toBeNull();
  });
});

describe("special days as people write them", () => {
  it.each([
    ["2027-02-05~2027-02-10 春節", { from: "2027-02-05", to: "2027-02-10", spans: [] }],
    ["2027/2/5 - 2/10", { from: "2027-02-05", to: "2027-02-10", spans: [] }],
    ["10/10", { from: "10-10", to: "10-10", spans: [] }],
    ["12.31～1.1 跨年", { from: "12-31", to: "01-01", spans: [] }],
    ["2026-12-24 10:00-15:00", { from: "2026-12-24", to: "2026-12-24", spans: [{ from: 600, to: 900 }] }],
    ["2/29", { from: "02-29", to: "02-29", spans: [] }],
  ])("%s", (line, expected) => {
    expect(readSpecialDays(line)).toEqual(expected);
  });

  it.each([
    ...["春節", "2027-02-30", "2027-02-10~2027-02-05", "13/1", "10/10 9-", "2027-1-1~2-3-4", "1".repeat(300)],
  ])("can't be read: %s", (line) => {
    expect(readSpecialDays(line)).toBeNull();
  });
});
