import { describe, expect, it } from "vitest";
import { fold } from "@/lib/language/words/fold";
import { forEachTerm } from "@/lib/language/words/tokens";
import { repairTypos } from "./repair-typos";

const documents = "信用卡可以分期。冷泡茶要泡六小時。自然人憑證。戶籍謄本。超商取貨。憑證工本費。";
const known = new Set<number>();
forEachTerm(fold(documents), (term) => known.add(term));
const repair = (question: string, isProtected = (_at: number) => false) =>
  repairTypos(fold(question), (term) => known.has(term), isProtected);

describe("repairTypos", () => {
  it.each([
    ["可以分妻嗎", "可以分期嗎"],
    ["泠泡茶", "冷泡茶"],
    ["自然人憑正", "自然人憑證"],
    ["戶籍騰本", "戶籍謄本"],
    ["超商去貨", "超商取貨"],
  ])("puts %s right by sound or by shape", (typed, meant) => {
    expect(repair(typed)).toBe(fold(meant));
  });

  it.each(["可以分期嗎", "運費多少", "wifi", "𠮷野家", ""])("leaves %s alone", (typed) => {
    expect(repair(typed)).toBe(fold(typed));
  });

  it.each(["茶壺", "花壺", "紙魚", "籤布", "茶壺多少"])(
    "takes %s for no word and what joins it to another",
    (typed) => {
      const said = "茶和點心。花和葉材。紙與信封。書籤不另外包裝。";
      const held = new Set<number>();
      forEachTerm(fold(said), (term) => held.add(term));
      expect(
        repairTypos(
          fold(typed),
          (term) => held.has(term),
          () => false,
        ),
      ).toBe(fold(typed));
    },
  );

  it("puts right what joins two words that it joins", () => {
    const held = new Set<number>();
    forEachTerm(fold("參與活動要報名"), (term) => held.add(term));
    expect(
      repairTypos(
        fold("參予活動"),
        (term) => held.has(term),
        () => false,
      ),
    ).toBe(fold("參與活動"));
  });

  it("leaves alone what is a word, though the documents don't have it", () => {
    expect(repair("分妻", () => true)).toBe(fold("分妻"));
  });
});
