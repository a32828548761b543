import { expect, it } from "vitest";
import { fold } from "@/lib/language/words/fold";
import { goneBy } from "./find-stale";

const gone = (text: string, writtenOn = "2026-11-01") =>
  goneBy(fold(text), "2026-11-30", writtenOn)?.day ?? null;

it("reads the end of what is over: years of both calendars, spans, English", () => {
  expect(gone("優惠活動至 2026/8/31 止。")).toBe("2026-08-31");
  expect(gone("報名至民國 115 年 10 月 31 日止")).toBe("2026-10-31");
  expect(gone("展覽期間 2025/12/20–2026/1/5")).toBe("2026-01-05");
  expect(gone("週年慶優惠：2025 年 12 月 20 日至 1 月 5 日")).toBe("2026-01-05");
  expect(gone("Summer sale until August 31, 2026.")).toBe("2026-08-31");
  expect(gone("2025 年公休日：除夕至初三")).toBe("2025-12-31");
  expect(gone("報名至 2026 年 2 月底止")).toBe("2026-02-28");
});

it("takes a day without a year for the one nearest to when it was written", () => {
  expect(gone("活動至 11/15 止")).toBe("2026-11-15");
  expect(gone("活動至 12/31 止")).toBeNull();
  expect(gone("活動至 12/31 止", "2026-01-20")).toBe("2025-12-31");
  expect(gone("活動至 3/31 止", "2026-11-25")).toBeNull();
});

it("lets stand what began, what was founded or written, what comes again, and what is to come", () => {
  for (const text of [
    "本店自 2015 年 3 月 1 日起服務至今",
    "2018 年成立，2024 年榮獲金獎",
    "新價格 2026/1/1 起生效",
    "since 1998",
    "更新日期：2025/3/1",
    "每年 9/1 到 9/3 公休",
    "民國 60 年 12 月 31 日以前出生者免費",
    "依 2023/5/1 修正之辦法",
    "報名期間 2026/11/1 至 2026/12/15",
    "2027 年公休日",
    "電話 2026-1100",
  ])
    expect(gone(text), text).toBeNull();
});

it("is over on the day behind its last one", () => {
  expect(gone("優惠至 2026/11/30 止")).toBeNull();
  expect(gone("優惠至 2026/11/29 止")).toBe("2026-11-29");
});
