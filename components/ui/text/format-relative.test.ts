import { describe, expect, it } from "vitest";
import { formatRelative } from "./format-relative";

const now = Date.UTC(2026, 10, 22, 12);
const ago = (ms: number, locale = "zh-TW") => formatRelative(now - ms, now, locale);

describe("formatRelative", () => {
  it.each([
    [0, "現在"],
    [59_999, "現在"],
    [60_000, "1 分鐘前"],
    [3_599_999, "59 分鐘前"],
    [3_600_000, "1 小時前"],
    [86_399_999, "23 小時前"],
    [86_400_000, "1 天前"],
    [29 * 86_400_000, "29 天前"],
    [30 * 86_400_000, "1 個月前"],
    [364 * 86_400_000, "12 個月前"],
    [365 * 86_400_000, "1 年前"],
    [-120_000, "2 分鐘後"],
    [-30_000, "現在"],
  ])("%d ms ago → %s", (ms, words) => {
    expect(ago(ms)).toBe(words);
  });

  it("speaks English", () => {
    expect(ago(0, "en")).toBe("now");
    expect(ago(2 * 86_400_000, "en")).toBe("2 days ago");
  });
});
