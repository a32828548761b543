import { describe, expect, it } from "vitest";
import { findAddresses, sanitizeReply } from "./sanitize-reply";

const known = new Set([
  "https://tea.example/returns",
  "https://www.tea.example",
  "mailto:a@tea.example",
  "tel:02-1234",
]);
const sanitize = (text: string) => sanitizeReply(text, (address) => known.has(address));

describe("sanitizeReply", () => {
  it.each([
    "七天內可退，3 < 5，a <- b，[註] 好。",
    "見 [退貨](https://tea.example/returns)。",
    "見 https://tea.example/returns。",
    "見 www.tea.example 喔",
    "寫信到 [這裡](mailto:a@tea.example) 或撥 tel:02-1234",
    "**粗體** 與 `code`",
    "👩‍👧 ok",
  ])("leaves %s", (text) => expect(sanitize(text)).toBe(text));

  it.each([
    ["![圖](https://tea.example/returns)好", "好"],
    ["![圖][a]好", "好"],
    ["[a]: https://tea.example/returns\n好", "\n好"],
    ["[退貨][a]", "退貨"],
    ['[退貨](https://evil.example/?q=1 "t")', "退貨"],
    ["[退貨](javascript:alert(1))", "退貨)"],
    ["見 https://evil.example/x。", "見 。"],
    ["見 <https://tea.example/returns> 好", "見 https://tea.example/returns 好"],
    ["javascript:alert(1) 好", "(1) 好"],
    ["<b>粗</b><script>x</script>", "粗x"],
    ["<<b>script>x", "x"],
    ["<!-- 祕密 -->好<!-- 沒完", "好"],
    ["<img src=x", ""],
    ["## 標題", "標題"],
    ["七\u200b天\u202e\u{e0041}", "七天"],
    ["https://tea.example/returns?q=secret", ""],
  ])("cleans %j", (text, clean) => expect(sanitize(text)).toBe(clean));

  it("changes nothing the second time", () => {
    for (const text of [
      "<<b>script>a",
      "![[a](b)](c)",
      "[![a](b)](https://evil.example)",
      "<scr<script>ipt>",
    ])
      expect(sanitize(sanitize(text))).toBe(sanitize(text));
  });
});

describe("findAddresses", () => {
  it("reads them as they stand", () => {
    expect(findAddresses("見 https://tea.example/a?b=1。或 www.tea.example, (mailto:a@b.example)")).toEqual([
      "https://tea.example/a?b=1",
      "www.tea.example",
      "mailto:a@b.example",
    ]);
  });
});
