import { describe, expect, it } from "vitest";
import { addressKeys } from "./address-keys";
import { createAddressBook } from "./create-address-book";
import { findAddresses } from "./find-addresses";

const found = (text: string) => findAddresses(text).map(({ start, end }) => text.slice(start, end));

describe("findAddresses", () => {
  it.each<[string, string[]]>([
    [
      "見 https://tea.example/a?b=1。或 www.tea.example, (mailto:a@b.example)",
      ["https://tea.example/a?b=1", "www.tea.example", "mailto:a@b.example"],
    ],
    [
      "//evil.example/x.png?q 和 host.tld/path 還有 evil.example",
      ["//evil.example/x.png?q", "host.tld/path", "evil.example"],
    ],
    ["寫信到service@tea.example喔", ["service@tea.example"]],
    ["mailto:a@b.tw?subject=訂位&x=1 好", ["mailto:a@b.tw?subject=訂位&x=1"]],
    ["https://a.tw/?id=1!#!/x&b", ["https://a.tw/?id=1!#!/x&b"]],
    ["ｅｖｉｌ．ｃｏｍ／ｐａｙ evil。com/pay", ["ｅｖｉｌ．ｃｏｍ／ｐａｙ", "evil。com/pay"]],
    ["https://tea.example@evil.example:8080/x", ["https://tea.example@evil.example:8080/x"]],
    ["茶行.tw/pay https://茶行.tw/路徑", ["茶行.tw/pay", "https://茶行.tw/路徑"]],
    ["(https://a.tw/x(y)).[x](https://b.tw/y)", ["https://a.tw/x(y)", "https://b.tw/y"]],
    ["https://a.tw/x,https://b.tw", ["https://a.tw/x", "https://b.tw"]],
    [
      "1.2.3.4/x evil.example:8080 javascript:alert(1)",
      ["1.2.3.4/x", "evil.example:8080", "javascript:alert(1)"],
    ],
    ["3.5kg Node.js/React e.g. U.S.A returned.In 12.5 a.m. v1.2.3 2025.11.28 10.5元/包 1.2.3.4", []],
    ["用 iPad。OK LINE：@teashop 週一.週二/週三 and/or data: 5", []],
  ])("reads %j", (text, addresses) => expect(found(text)).toEqual(addresses));
});

describe("an address book", () => {
  const book = createAddressBook(() =>
    ["請看https://tea.example/book謝謝", "a@tea.example 02-2345-6789", "官網：茶行.tw"].flatMap(addressKeys),
  );

  it.each([
    "https://tea.example/book",
    "請看https://tea.example/book謝謝您",
    "TEA.example/book/",
    "www.tea.example/book，",
    "(https://tea.example/book).",
    "mailto:A@tea.example",
    "tel:+0223456789 tel:0223456789",
    "請到茶行.tw",
  ])("knows %s", (text) => expect(book.findUnknown(text)).toEqual([]));

  it.each([
    "https://tea.example/book?x=1",
    "https://tea.example",
    "https://tea.example/booking",
    "https://tea.example/book@evil.example",
    "https://tea.example謝謝.evil.example/book",
    "a@tea.example.evil.tw",
    "mailto:a@tea.example?body=x",
    "tel:0987654321",
    "ftp://tea.example/book",
    "https://惡茶行.tw",
  ])("does not know %s", (text) => expect(book.findUnknown(text)).not.toEqual([]));
});
