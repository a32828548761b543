import { expect, it } from "vitest";
import { splitPassages } from "@/lib/knowledge/chunk/split-passages";
import { speakQuote } from "./speak-quote";

function speak(text: string, quoted: string): string {
  const start = text.indexOf(quoted);
  const passage = splitPassages(text).find((found) => found.start <= start && start < found.end);
  if (!passage) throw new Error("no passage");
  return speakQuote({ ...passage, title: "", text }, { start, end: start + quoted.length });
}

const PRICES =
  "費用如下：\n\n| 項目 | 費用 | 備註 |\n|---|---|---|\n| 洗牙 | 900 元 | 自費 |\n| 掛號 | 150 元 | |";

it("says a row with the names of its columns", () => {
  expect(speak(PRICES, "| 洗牙 | 900 元 | 自費 |")).toBe("洗牙：費用 900 元，備註 自費");
  expect(speak(PRICES, "| 掛號 | 150 元 | |")).toBe("掛號：費用 150 元");
});

it("says a whole table without its names and rule", () => {
  expect(speak(PRICES, PRICES)).toBe("費用如下：\n洗牙：費用 900 元，備註 自費\n掛號：費用 150 元");
});

it("says two columns as a pair, also of a table in tabs, also in English", () => {
  expect(speak("品名\t價格\n紅茶\t480 元", "紅茶\t480 元")).toBe("紅茶：480 元");
  const rooms = "| Room | Price | Beds |\n|---|---|---|\n| Twin | $80 | 2 |";
  expect(speak(rooms, "| Twin | $80 | 2 |")).toBe("Twin: Price $80, Beds 2");
});

it("names the columns of a table that a passage continues", () => {
  const rows = Array.from({ length: 90 }, (_, row) => `| 商品${row} | ${row} 元 | 現貨供應中 |`);
  const text = ["| 品名 | 價格 | 狀態 |", "|---|---|---|", ...rows].join("\n");
  expect(speak(text, "| 商品88 | 88 元 | 現貨供應中 |")).toBe("商品88：價格 88 元，狀態 現貨供應中");
});

it("says what stands in a code fence as it is, though it looks like a table", () => {
  const text = "設定檔：\n\n```\n| a | b |\nname\tvalue\n```";
  expect(speak(text, text)).toBe(text);
});

it("leaves the bullet off an item that stands alone, and the marks off a heading", () => {
  const text = "- 離島：200 元。\n- 本島：100 元。";
  expect(speak(text, "- 離島：200 元。")).toBe("離島：200 元。");
  expect(speak(text, text)).toBe(text);
  expect(speak("# 青禾", "# 青禾")).toBe("青禾");
  expect(speak("1. 先來信", "1. 先來信")).toBe("1. 先來信");
});

it.each([
  [
    "pipes that are missing at the ends",
    "品名 | 價格 | 重量\n--- | --- | ---\n紅茶 | 480 元 | 75 克",
    "紅茶 | 480 元 | 75 克",
  ],
  ["full-width pipes", "｜品名｜價格｜重量｜\n｜紅茶｜480 元｜75 克｜", "｜紅茶｜480 元｜75 克｜"],
])("reads %s as a table", (_, text, row) => {
  expect(speak(text, row)).toBe("紅茶：價格 480 元，重量 75 克");
});

it("takes an escaped pipe for none", () => {
  const text = "| 門診 | 早診 | 晚診 |\n|---|---|---|\n| A\\|B 門診 | 林醫師 | 休 |";
  expect(speak(text, "| A\\|B 門診 | 林醫師 | 休 |")).toBe("A|B 門診：早診 林醫師，晚診 休");
});
