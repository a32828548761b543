import { expect, it } from "vitest";
import { plainName } from "./plain-name";

it.each(["山芽茶行", "Wu & Sons", "St. John", "王小明", "7-Eleven 門市"])("keeps %j", (name) => {
  expect(plainName(name)).toBe(name);
});

it.each([
  "evil.com",
  "看這裡 evil.example/x",
  "http://evil",
  "請到 ｅｖｉｌ．ｃｏｍ",
  "evil。com",
  "ask@evil",
  "www evil",
  "打 02-1234567 或 0912345678",
  "evil\u200b.com",
  " \u200b",
])("lets %j into no mail", (name) => {
  expect(plainName(name)).toBeNull();
});
