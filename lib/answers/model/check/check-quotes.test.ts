import { describe, expect, it } from "vitest";
import type { PromptPassage } from "@/lib/answers/extract/keep-per-passage";
import { createQuoteChecker } from "./check-quotes";

const texts = [
  "收到商品後七天內可以申請退貨，商品必須保持全新並附上發票。退款會在五個工作天內退回原付款方式。",
  "單筆滿 1,000 元免運費，未滿酌收運費 100 元。離島地區另計。",
  "Orders placed before 2 p.m. are shipped the same day. We do not ship on public holidays.",
];
const passages: PromptPassage[] = texts.map((text, at) => ({
  title: ["退貨", "運費", "Shipping"][at] ?? "",
  headings: [],
  text: `前言。${text}結尾`,
  start: 3,
  end: 3 + text.length,
}));
const checker = createQuoteChecker(passages, "買 3 件可以退嗎？");

function quotes(sentence: string, ...citations: [number, string?][]) {
  return checker
    .check(
      sentence,
      citations.map(([passage, quote = ""]) => ({ passage, quote })),
    )
    .quotes.map(({ passage, start, end }) => passages[passage]?.text.slice(start, end));
}

describe("check", () => {
  it.each<[string, [number, string?][], string[]]>([
    ["收到商品七天內都可以申請退貨。", [[1, "七天內可以申請退貨"]], ["七天內可以申請退貨"]],
    ["收到商品七天內都可以申請退貨。", [[1]], ["收到商品後七天內可以申請退貨，商品必須保持全新並附上發票。"]],
    ["7 天內可以退貨，需附發票。", [[1]], ["收到商品後七天內可以申請退貨，商品必須保持全新並附上發票。"]],
    ["單筆滿一千元免運。", [[2, "满1000元免运费"]], ["滿 1,000 元免運費"]],
    ["退款會在五個工作天內退回原付款方式。", [[2]], ["退款會在五個工作天內退回原付款方式。"]],
    ["退款會在五個工作天內退回原付款方式。", [], ["退款會在五個工作天內退回原付款方式。"]],
    ["You can return goods within seven days.", [[1, "七天內可以申請退貨"]], ["七天內可以申請退貨"]],
    [
      "下午兩點前下單當天出貨。",
      [[3, "Orders placed before 2 p.m. are shipped the same day"]],
      ["Orders placed before 2 p.m. are shipped the same day"],
    ],
    [
      "Orders before 2 p.m. ship the same day.",
      [[3]],
      ["Orders placed before 2 p.m. are shipped the same day."],
    ],
  ])("finds where it stands: %s %j", (sentence, citations, expected) => {
    expect(quotes(sentence, ...citations)).toEqual(expected);
  });

  it.each<[string, [number, string?][]]>([
    ["本店創立於月球背面的基地。", [[1]]],
    ["您買 3 件也可以申請退貨，商品保持全新就行。", [[1]]],
    ["收到商品七天內不可以申請退貨。", [[1]]],
    ["收到商品七天後可以申請退貨。", [[1]]],
    ["會員七天內可以申請退貨。", [[1]]],
    ["未滿 1,000 元免運費。", [[2]]],
    ["離島單筆滿 1,000 元免運費。", [[2]]],
    ["We ship on public holidays.", [[3]]],
    ["Orders placed before 2 p.m. are shipped the same week.", [[3]]],
    ["三十天內都可以申請退貨。", [[1, "七天內可以申請退貨"]]],
    ["滿 500 元免運費。", [[2]]],
    ["總統府在台北市中正區。", []],
    ["文件寫著「所有商品一律全額退款加倍賠償」。", [[1]]],
    ["我們接受全額退款。", [[9]]],
    ["收到商品後七天內可以申請退貨，並且終身免費換新機，商品必須保持全新。", [[1]]],
    ["You win a free car.", [[1]]],
    ["You win a free car.", [[1, "七天內贈送汽車"]]],
    ["You win 50 cars.", [[1, "七天內可以申請退貨"]]],
    ["We ship free cars to the moon every weekend.", [[3]]],
    ["You can return goods within eight days.", [[1, "七天內可以申請退貨"]]],
    ["You cannot return goods within seven days.", [[1, "七天內可以申請退貨"]]],
    ["", [[1]]],
    ["好的！", [[1]]],
  ])("finds none for what nobody wrote: %s %j", (sentence, citations) => {
    expect(quotes(sentence, ...citations)).toEqual([]);
  });

  it.each<[string, [number, string?][], string | null]>([
    [
      "三十天內都可以申請退貨。",
      [[1, "七天內可以申請退貨"]],
      "收到商品後七天內可以申請退貨，商品必須保持全新並附上發票。",
    ],
    ["滿 500 元免運費。", [[2]], "單筆滿 1,000 元免運費，未滿酌收運費 100 元。"],
    ["本店創立於月球背面的基地。", [[1]], null],
    ["好的！", [[1]], null],
  ])("has the passage's own words instead of %s %j", (sentence, citations, expected) => {
    const { instead } = checker.check(
      sentence,
      citations.map(([passage, quote = ""]) => ({ passage, quote })),
    );
    const said = instead && passages[instead.passage]?.text.slice(instead.start, instead.end);
    expect(said).toBe(expected);
  });

  it("tells that it names what the question is about and no passage has", () => {
    const other = createQuoteChecker(passages, "支票可以退嗎？");
    expect(other.check("支票可以退。", [{ passage: 1, quote: "" }]).isOther).toBe(true);
    expect(checker.check("支票可以退。", [{ passage: 1, quote: "" }]).isOther).toBe(false);
  });
});
