import { describe, expect, test } from "vitest";
import { type Create, renderMarkdown } from "./markdown";

type Made = [tag: string, attributes: Record<string, string>, ...children: (Made | string)[]];
const create: Create<Made> = (tag, attributes = {}, ...children) => [tag, attributes, ...children];
const render = (source: string) => renderMarkdown(source, create);
const link = (href: string, text: string) => [
  "a",
  { href, target: "_blank", rel: "noopener noreferrer" },
  text,
];

/** What stands in the one paragraph of a text. */
function inlines(source: string) {
  const [[tag, , ...children] = ["p", {}]] = render(source);
  return tag === "p" ? children : [];
}

describe("renderMarkdown", () => {
  test("paragraphs, with single line ends kept as breaks", () => {
    expect(render("一\r\n二\n\n\n三")).toEqual([
      ["p", {}, "一", ["br", {}], "二"],
      ["p", {}, "三"],
    ]);
  });

  test("lists end the paragraph before them and keep their first number", () => {
    expect(render("步驟:\n3. 甲\n4. **乙**\n- 丙\n* 丁\n完")).toEqual([
      ["p", {}, "步驟:"],
      ["ol", { start: "3" }, ["li", {}, "甲"], ["li", {}, ["strong", {}, "乙"]]],
      ["ul", {}, ["li", {}, "丙"], ["li", {}, "丁"]],
      ["p", {}, "完"],
    ]);
  });

  test("a list goes on over an empty line, not over a paragraph", () => {
    expect(render("1. 甲\n\n2. 乙\n\n後記\n\n1. 丙")).toEqual([
      ["ol", { start: "1" }, ["li", {}, "甲"], ["li", {}, "乙"]],
      ["p", {}, "後記"],
      ["ol", { start: "1" }, ["li", {}, "丙"]],
    ]);
  });

  test("bold next to Chinese punctuation, code, and code inside bold", () => {
    expect(inlines("**退貨:**用 `A*B` 或 **`x`**")).toEqual([
      ["strong", {}, "退貨:"],
      "用 ",
      ["code", {}, "A*B"],
      " 或 ",
      ["strong", {}, ["code", {}, "x"]],
    ]);
  });

  test("fenced code is left alone, closed or not", () => {
    const pre = (text: string) => ["pre", { tabindex: "0" }, ["code", {}, text]];
    expect(render("一\n```js\n**a**\n\n- b\n```\nb")).toEqual([
      ["p", {}, "一"],
      pre("**a**\n\n- b"),
      ["p", {}, "b"],
    ]);
    expect(render("```\n<b>")).toEqual([pre("<b>")]);
  });

  test("links to http, https, mailto and tel", () => {
    expect(inlines("[官網](https://a.tw/x?y=1)[信](mailto:a@b.tw)[電話](tel:+886212345678)")).toEqual([
      link("https://a.tw/x?y=1", "官網"),
      link("mailto:a@b.tw", "信"),
      link("tel:+886212345678", "電話"),
    ]);
  });

  test("a bare address stops at Chinese and at closing punctuation", () => {
    expect(inlines("請看https://a.tw/b_c,謝謝。(http://b.tw/).")).toEqual([
      "請看",
      link("https://a.tw/b_c", "https://a.tw/b_c"),
      ",謝謝。(",
      link("http://b.tw/", "http://b.tw/"),
      ").",
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
    expect(inlines(source)).toEqual([source]);
  });

  test("empty text gives nothing", () => {
    expect(render(" \n\n")).toEqual([]);
  });
});
