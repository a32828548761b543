import { describe, expect, it } from "vitest";
import { addressKeys } from "@/lib/language/addresses/address-keys";
import { createAddressBook } from "@/lib/language/addresses/create-address-book";
import { cleanReply } from "./clean-reply";
import { settledLength } from "./settled-length";

const book = createAddressBook(() =>
  [
    "https://tea.example/returns",
    "https://www.tea.example",
    "a@tea.example",
    "tel:02-1234",
    "https://tea.example/book?id=1&day=2!",
    "mailto:a@tea.example?subject=訂位",
    "https://tea.example/#!/map(1)",
  ].flatMap(addressKeys),
);
const clean = (text: string) => cleanReply(text, book);

describe("cleanReply", () => {
  it.each([
    "七天內可退，3 < 5，a <- b，[註] 好。",
    "見 [退貨](https://tea.example/returns)。",
    "見 https://tea.example/returns。",
    "見 www.tea.example 喔",
    "寫信到 [這裡](mailto:a@tea.example) 或撥 tel:02-1234",
    "訂位請到 https://tea.example/book?id=1&day=2!",
    "訂位[在這](https://tea.example/book?id=1&day=2!)",
    "[寫信](mailto:a@tea.example?subject=訂位)",
    "見 https://tea.example/#!/map(1) 喔",
    "**粗體** 與 `code`",
    "- 甲\n  - **乙**\n1. 丙\n\n| 品名 | 價格 |\n|---|---|\n| 茶 | 5*3 元 |",
    "👩‍👧 ok",
  ])("leaves %s", (text) => expect(clean(text)).toBe(text));

  it.each([
    ["![圖](https://tea.example/returns)好", "好"],
    ["![圖][a]好", "好"],
    ["[a]: https://tea.example/returns\n好", "\n好"],
    ["[退貨][a]", "退貨"],
    ['[退貨](https://evil.example/?q=1 "t")', "退貨"],
    ["[退貨](javascript:alert(1))", "退貨"],
    ["[退貨](//evil/p)", "退貨"],
    ["[退貨](https://evil.example/a b)", "[退貨]( b)"],
    ["見 https://evil.example/x。", "見 。"],
    ["見 <https://tea.example/returns> 好", "見 https://tea.example/returns 好"],
    ["javascript:alert(1) 好", " 好"],
    ["<b>粗</b><script>x</script>", "粗x"],
    ["<<b>script>x", "＜script>x"],
    ["<!-- 祕密 -->好<!-- 沒完", "好"],
    ["甲<br>乙&nbsp;&lt;丙", "甲\n乙 <丙"],
    ["<img src=x", "＜img src=x"],
    ["## 標題 ##\n內文", "標題\n內文"],
    ["七\u200b天\u202e\u{e0041}", "七天"],
    ["https://tea.example/returns?q=secret", ""],
    ["[退<b></b>貨]<i></i>(//evil/p)", "[退貨] (//evil/p)"],
    ["!<b></b>[x](https://evil.example/p.png)", "!x"],
    ["!<b></b>[x](https://tea.example/returns)", "! [x](https://tea.example/returns)"],
    ["看 //evil.example/x.png?q=1 吧", "看  吧"],
  ])("cleans %j", (text, cleaned) => expect(clean(text)).toBe(cleaned));

  it("changes nothing the second time", () => {
    for (const text of [
      "<<b>script>a",
      "![[a](b)](c)",
      "[![a](b)](https://evil.example)",
      "<scr<script>ipt>",
    ])
      expect(clean(clean(text))).toBe(clean(text));
  });
});

describe("settledLength", () => {
  it("shows nothing that what follows could change", () => {
    const pieces = [
      "退貨",
      "[",
      "]",
      "(",
      ")",
      "!",
      "`",
      "<b>",
      "<",
      "<!--",
      "-->",
      "**",
      "\n",
      "\n\n",
      "。",
      ", ",
      "https://tea.example/returns",
      "evil.example",
      "/pay",
      "?id=1",
      "&amp;",
      "# ",
      "- ",
      "| a | b |",
      "|---|---|",
      "```",
      "[x](https://tea.example/returns)",
      " ",
      ".",
      "\\",
    ];
    let state = 11;
    const random = (below: number) => {
      state = (state * 48271) % 2147483647;
      return state % below;
    };
    for (let round = 0; round < 4_000; round++) {
      let reply = "";
      let shown = "";
      for (let count = 0; count < 9; count++) {
        reply += pieces[random(pieces.length)];
        const settled = clean(reply.slice(0, settledLength(reply))).trimEnd();
        if (settled.length > shown.length) {
          expect(settled.startsWith(shown), reply).toBe(true);
          shown = settled;
        }
      }
      expect(clean(reply).startsWith(shown), reply).toBe(true);
    }
  });

  it("waits neither for the end of a plain paragraph nor for what is closed", () => {
    for (const text of ["七天內可退。", "見 [退貨](https://tea.example/returns)。", "**甲**：`乙`。\n- 丙，"])
      expect(settledLength(text)).toBe(text.length);
  });
});
