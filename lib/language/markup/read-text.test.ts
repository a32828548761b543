import { describe, expect, it } from "vitest";
import { sliceMapped } from "./mapped-text";
import { readText } from "./read-text";

describe("readText", () => {
  it.each<[string, string, string?]>([
    ["**營業時間**：週一", "營業時間：週一"],
    ["***粗** 斜* __底__ `碼`", "粗 斜 底 碼", "粗 斜 底 `碼`"],
    ["**「營業時間」**週一，请*務必*帶", "「營業時間」週一，请務必帶"],
    ["# 標題 ##\n內文", "標題\n內文"],
    ["- 甲\n  - **乙**\n1. 丙", "甲\n乙\n1. 丙", "- 甲\n  - 乙\n1. 丙"],
    [
      "見[表單](https://tea.example/a?b=1&amp;c=2)。",
      "見表單。",
      "見表單（https://tea.example/a?b=1&c=2）。",
    ],
    [
      "[a form][f] <https://tea.example/b>\n\n[f]: https://tea.example/f",
      "a form https://tea.example/b",
      "a form (https://tea.example/f) https://tea.example/b",
    ],
    ["![菜單](menu.png)好<!-- 看不到 -->", "好"],
    ["<p>買 A &amp; B 可享 9&nbsp;折</p><br>謝謝", "買 A & B 可享 9 折\n謝謝"],
    ["| **項目** | 費用 |\n|---|---|\n| 洗\\|牙 | *900* |", "項目\t費用\n洗|牙\t900"],
    ["```html\n<b> # **x**\n```", "<b> # **x**", "```\n<b> # **x**\n```"],
    ["> 引用\n> 1000 元\n>1000 元", "引用\n> 1000 元\n>1000 元"],
    ["\\*甲\\* C:\\x", "*甲* C:\\x"],
    [
      "5*3*2、長*寬*高、~~原價~~、-18°C、3 < 5、a<b 且 c>d、[註]、#1",
      "5*3*2、長*寬*高、~~原價~~、-18°C、3 < 5、a<b 且 c>d、[註]、#1",
    ],
  ])("%j", (source, seen, said = seen) => {
    const read = readText(source);
    expect(read.seen.text.trim()).toBe(seen);
    expect(read.said.text.trim()).toBe(said);
  });

  it("finds what a stretch of the stored text reads as", () => {
    const source = "前言。\n\n- **電話**：02-1234。\n- 見 [地圖](https://a.tw) &amp; 門市。";
    const of = (quote: string) => {
      const start = source.indexOf(quote);
      return sliceMapped(readText(source).seen, start, start + quote.length);
    };
    expect(of("- **電話**：02-1234。")).toBe("電話：02-1234。");
    expect(of("話**：02")).toBe("話：02");
    expect(of("[地圖](https://a.tw) &amp; 門市。")).toBe("地圖 & 門市。");
    expect(of("**")).toBe("");
  });

  it("knows that a stretch begins within a fence", () => {
    const source = "```\n# a\n\n**b**\n```\n**c**";
    expect(readText(source, source.indexOf("**b")).seen.text).toBe("**b**\nc");
  });

  it.each([
    "[](",
    "<a ",
    "*a ",
    "**a",
    "*_",
    "`",
    "``a` ",
    "|a|b|\n",
    "- ",
    "1. ",
    "> ",
    "<!--",
    "a\n",
    "[a](b)![",
    "&#x",
    "=\n",
    "   - a\n",
  ])("takes time linear in the length of %j", (unit) => {
    const cpuMs = (length: number) => {
      const text = unit.repeat(length / unit.length);
      const since = process.cpuUsage();
      readText(text);
      const { user, system } = process.cpuUsage(since);
      return (user + system) / 1000;
    };
    cpuMs(5_000);
    // Quadratic would be 256 times.
    expect(cpuMs(160_000)).toBeLessThan(64 * cpuMs(10_000) + 400);
  });
});
