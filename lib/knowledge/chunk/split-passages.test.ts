import { describe, expect, it } from "vitest";
import { TEA_SHOP } from "@/test/fixtures/test-documents";
import { MAX_LENGTH } from "./bound-passages";
import { splitPassages } from "./split-passages";

const cut = (text: string) =>
  splitPassages(text).map(({ start, end, headings }) => ({ text: text.slice(start, end), headings }));

describe("splitPassages", () => {
  it("follows headings and keeps a list with its lead-in", () => {
    const passages = cut(TEA_SHOP.guide.text);
    expect(passages.map(({ headings }) => headings)).toEqual([["運費與配送"], ["付款方式"], ["退換貨"]]);
    expect(passages[1]?.text).toMatch(/^我們接受以下付款方式：\n- 信用卡[\s\S]*手續費 30 元$/u);
  });

  it("nests headings, and never loses one that has nothing below", () => {
    const passages = cut("# 甲\n## 乙\n內容一。\n## 丙\n# 丁\n內容二。\n# 戊");
    expect(passages).toEqual([
      { headings: ["甲", "乙"], text: "內容一。" },
      { headings: ["甲"], text: "## 丙" },
      { headings: ["丁"], text: "內容二。" },
      { headings: [], text: "# 戊" },
    ]);
  });

  it("finds no heading, question or table in a code fence, unless the fence is never closed", () => {
    const code = "```sh\n# 停用舊的\n\nQ: name?\n| a | b |\nnpm run widget -- --start\n```";
    const text = `## 啟動小工具\n先停用舊的，再啟動：\n\n${code}\n\n## 移除\n刪掉那一行。`;
    expect(cut(text)).toEqual([
      { headings: ["啟動小工具"], text: `先停用舊的，再啟動：\n\n${code}` },
      { headings: ["移除"], text: "刪掉那一行。" },
    ]);
    expect(cut("~~~\n# 不是\n~~~\n# 是\n內容。").map(({ headings }) => headings)).toEqual([[], ["是"]]);
    expect(cut("```\n# 運費\n一百元。\n# 退貨\n七天。").map(({ headings }) => headings)).toEqual([
      [],
      ["運費"],
      ["退貨"],
    ]);
  });

  it("makes one passage of each question-answer pair, with other ways to ask", () => {
    const { text } = TEA_SHOP.faq;
    const [first, second] = splitPassages(text);
    const slice = (span: { start: number; end: number } | undefined) =>
      span && text.slice(span.start, span.end);
    expect(first?.questions?.map(slice)).toEqual(["你們有實體門市嗎？", "門市在哪裡？"]);
    expect(slice(first?.answer)).toMatch(/^有的，門市在.*公休。$/u);
    expect(second?.questions?.map(slice)).toEqual(["茶葉要怎麼保存？"]);
  });

  it("takes a question line above a paragraph for a pair", () => {
    const text = "可以刷卡嗎？\n可以，接受各家信用卡。\n\n要怎麼退貨？\n七天內來信即可。";
    expect(splitPassages(text).map(({ questions }) => questions?.length)).toEqual([1, 1]);
  });

  it("repeats a table's head and a list's lead-in for pieces that go on", () => {
    const rows = Array.from(
      { length: 80 },
      (_, row) => `| 茶款${row} | 產地在南投縣鹿谷鄉 | ${row * 10} 元 |`,
    );
    const table = cut(`# 價目表\n| 品名 | 產地 | 價格 |\n| --- | --- | --- |\n${rows.join("\n")}`);
    expect(table.length).toBeGreaterThan(2);
    expect(table.slice(1).every(({ headings }) => headings.at(-1) === "| 品名 | 產地 | 價格 |")).toBe(true);
    const items = Array.from(
      { length: 60 },
      (_, item) => `${item + 1}. 第 ${item} 個注意事項，請在沖泡之前先行閱讀說明。`,
    );
    const list = cut(`沖泡注意事項如下：\n${items.join("\n")}`);
    expect(list.length).toBeGreaterThan(1);
    expect(list.slice(1).every(({ headings }) => headings.at(-1) === "沖泡注意事項如下：")).toBe(true);
  });

  it("cuts long text at sentences and even a sentence without end", () => {
    const long = "高山茶的香氣來自清晨的霧氣與日照的變化。".repeat(120);
    const passages = cut(long);
    expect(passages.every(({ text }) => text.endsWith("。") && text.length <= 800)).toBe(true);
    expect(cut("茶".repeat(5000)).every(({ text }) => text.length <= 800)).toBe(true);
    expect(cut("𠮷".repeat(3000)).join("")).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/u);
  });

  it("makes no passage longer than one may be, however many blanks stand between its lines", () => {
    const blanks = "\n".repeat(MAX_LENGTH);
    const text = `問：可以退貨嗎？${blanks}答：可以。${blanks}${blanks}七天內。\n\n\`\`\`\n甲${blanks}乙\n\`\`\``;
    const passages = splitPassages(text);
    const slice = (span: { start: number; end: number }) => text.slice(span.start, span.end);
    expect(passages.map(slice)).toEqual(["問：可以退貨嗎？", "答：可以。", "七天內。\n\n```\n甲", "乙\n```"]);
    expect(passages.map(({ answer }) => answer && slice(answer))).toEqual([
      undefined,
      "可以。",
      "七天內。\n\n```\n甲",
      "乙\n```",
    ]);
    expect(passages.map(({ questions = [] }) => questions.map(slice))).toEqual(
      passages.map(() => ["可以退貨嗎？"]),
    );
  });

  it("loses nothing, in order, without overlap, for any text", () => {
    const pieces = [
      "# 標題\n",
      "## Q：多少？\n",
      "Q：多少？\n",
      "A：一百元。\n",
      "\n",
      "- 項目\n",
      "內文。",
      "說明：\n",
      "| a | b |\n",
      "短行\n",
      "Text here. ",
      "---\n",
      "第三章 總則\n",
      "可以嗎？\n",
      "一、前言\n",
    ];
    const random = randomNumbers(7);
    for (let round = 0; round < 300; round++) {
      const text = Array.from(
        { length: 1 + random() * 30 },
        () => pieces[Math.floor(random() * pieces.length)],
      ).join("");
      const passages = splitPassages(text);
      let at = 0;
      let lost = "";
      for (const { start, end } of passages) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        lost += text.slice(at, start);
        at = end;
      }
      lost += text.slice(at);
      const known = passages.flatMap(({ headings }) => headings).join("\n");
      for (const line of lost.split("\n")) {
        const plain = line.replace(/^[#\s]+|^[-=]+$/g, "").trim();
        if (plain) expect(known).toContain(plain);
      }
    }
  });
});

/** Numbers from 0 to 1, the same each run (Park and Miller's minimal standard generator). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
