import { expect, test } from "vitest";
import { chooseLocale, fill } from "./words";

test("the first wish that we speak decides; zh-TW when there is none", () => {
  expect(chooseLocale([undefined, "", "en-GB"])).toBe("en");
  expect(chooseLocale(["zh-Hant-TW", "en"])).toBe("zh-TW");
  expect(chooseLocale(["ja", "EN"])).toBe("en");
  expect(chooseLocale(["zh-CN"])).toBe("zh-TW");
  expect(chooseLocale(["ja", null, "english"])).toBe("zh-TW");
});

test("a pattern takes its number", () => {
  expect(fill("請等 {n} 秒", 12)).toBe("請等 12 秒");
});
