import { expect, it } from "vitest";
import { formatDuration } from "./format-duration";

it.each([
  [0, null, null],
  [59_999, null, null],
  [60_000, "1 分鐘", "1 minute"],
  [3_599_999, "59 分鐘", "59 minutes"],
  [3_600_000, "1 小時", "1 hour"],
  [172_800_000, "2 天", "2 days"],
])("%d ms is %s", (ms, chinese, english) => {
  expect([formatDuration(ms, "zh-TW"), formatDuration(ms, "en")]).toEqual([chinese, english]);
});
