import { describe, expect, test } from "vitest";
import { type Inline, parseMarkdown } from "./markdown";

const text = (value: string): Inline => ({ kind: "text", text: value });
const paragraph = (...children: Inline[]) => ({ kind: "paragraph", children });

function inlines(source: string): Inline[] {
  const [block] = parseMarkdown(source);
  return block?.kind === "paragraph" ? block.children : [];
}

describe("parseMarkdown", () => {
  test("paragraphs, with single line ends kept as breaks", () => {
    expect(parseMarkdown("一\r\n二\n\n\n三")).toEqual([
      paragraph(text("一"), { kind: "break" }, text("二")),
      paragraph(text("三")),
    ]);
  });

  test("lists end the paragraph before them and keep their first number", () => {
    expect(parseMarkdown("步驟:\n3. 甲\n4. **乙**\n- 丙\n* 丁")).toEqual([
      paragraph(text("步驟:")),
      {
        kind: "list",
        ordered: true,
        start: 3,
        items: [[text("甲")], [{ kind: "bold", children: [text("乙")] }]],
      },
      { kind: "list", ordered: false, start: 1, items: [[text("丙")], [text("丁")]] },
    ]);
  });

  test("bold next to Chinese punctuation, code, and code inside bold", () => {
    expect(inlines("**退貨:**用 `A*B` 或 **`x`**")).toEqual([
      { kind: "bold", children: [text("退貨:")] },
      text("用 "),
      { kind: "code", text: "A*B" },
      text(" 或 "),
      { kind: "bold", children: [{ kind: "code", text: "x" }] },
    ]);
  });

  test("fenced code is left alone, closed or not", () => {
    expect(parseMarkdown("```js\n**a**\n```\nb")).toEqual([
      { kind: "code", text: "**a**" },
      paragraph(text("b")),
    ]);
    expect(parseMarkdown("```\n<b>")).toEqual([{ kind: "code", text: "<b>" }]);
  });

  test("links to http, https, mailto and tel", () => {
    expect(inlines("[官網](https://a.tw/x?y=1)[信](mailto:a@b.tw)[電話](tel:+886212345678)")).toEqual([
      { kind: "link", href: "https://a.tw/x?y=1", text: "官網" },
      { kind: "link", href: "mailto:a@b.tw", text: "信" },
      { kind: "link", href: "tel:+886212345678", text: "電話" },
    ]);
  });

  test("a bare address stops at Chinese and at closing punctuation", () => {
    expect(inlines("請看https://a.tw/b_c,謝謝。(http://b.tw/).")).toEqual([
      text("請看"),
      { kind: "link", href: "https://a.tw/b_c", text: "https://a.tw/b_c" },
      text(",謝謝。("),
      { kind: "link", href: "http://b.tw/", text: "http://b.tw/" },
      text(")."),
    ]);
  });

  test.each([
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert)",
    "[x](data:text/html,hi)",
    "[x](/relative)",
    "[x](//host/path)",
    "![x](cid:1)",
    "<img src=x onerror=alert(1)>",
    "# 標題",
    "_底線_ *斜體*",
    "**沒有結尾",
    "`",
  ])("leaves %s as it was typed", (source) => {
    expect(inlines(source)).toEqual([text(source)]);
  });

  test("empty text gives nothing", () => {
    expect(parseMarkdown(" \n\n")).toEqual([]);
  });
});
