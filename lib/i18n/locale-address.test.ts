import { expect, it } from "vitest";
import { sitePaths } from "@/lib/paths";
import { locales } from "./locale";
import { localeAddress, readLocaleAddress } from "./locale-address";

it.each([
  ["/en", "en", "/"],
  ["/zh-TW/", "zh-TW", "/"],
  ["/en?_rsc=1", "en", "/?_rsc=1"],
  ["/zh-TW/features?a=/en/b", "zh-TW", "/features?a=/en/b"],
])("%s is in %s, and of %s", (address, locale, url) => {
  expect(readLocaleAddress(address)).toEqual({ locale, url });
});

it.each([
  "/",
  "/features",
  "/ja/features",
  "/en/bots",
  "/en/api/chats",
  "/en/en/features",
  "/en//features",
  "/EN/features",
  "/zh-TW/en",
  "?/en/features",
])("%s names no language", (address) => {
  expect(readLocaleAddress(address)).toBeNull();
});

it("reads back every address that it makes", () => {
  for (const locale of locales)
    for (const path of sitePaths)
      expect(readLocaleAddress(localeAddress(locale, path))).toEqual({ locale, url: path });
});
