import { describe, expect, it } from "vitest";
import { parseQuery } from "@/lib/knowledge/query/parse-query";
import { fold } from "./fold";
import { stem } from "./stem";
import { forEachTerm, termKind } from "./tokens";

function termsOf(text: string): number[] {
  const terms: number[] = [];
  forEachTerm(fold(text), (term) => terms.push(term));
  return terms;
}

const queried = (question: string) =>
  new Set(parseQuery(question).flatMap(({ term, isBonus }) => (isBonus ? [] : [term])));
const bonuses = (question: string) =>
  new Set(parseQuery(question).flatMap(({ term, isBonus }) => (isBonus ? [term] : [])));

describe("forEachTerm", () => {
  it("gives CJK unigrams and bigrams", () => {
    expect(termsOf("免運費")).toHaveLength(5);
    expect(termsOf("免運")).toEqual([0x514d, 0x514d * 0x10000 + 0x8fd0, 0x8fd0]);
  });

  it("splits words where letters meet digits, and keeps them joined", () => {
    expect(termsOf("iphone15")).toEqual(expect.arrayContaining(termsOf("iPhone 15")));
    expect(termsOf("iphone15").length).toBe(termsOf("iphone 15").length + 1);
    expect(termsOf("1,200")).toEqual(termsOf("1200"));
  });

  it("joins a short word to the next across a hyphen, and only there", () => {
    for (const [hyphenated, joined] of [
      ["Wi-Fi", "wifi"],
      ["E‑mail", "email"],
      ["7-ELEVEN", "7eleven"],
    ] as const) {
      expect(termsOf(hyphenated)).toEqual(expect.arrayContaining(termsOf(joined).slice(0, 1)));
    }
    for (const apart of ["wi fi", "wi -fi", "wi - fi", "fi"])
      expect(termsOf(apart)).not.toContain(termsOf("wifi")[0]);
    expect(termsOf("check-in")).toEqual(termsOf("check in"));
  });

  it("stems English and tells words, stop words and pairs apart", () => {
    expect(termsOf("ordered")).toEqual(termsOf("ordering"));
    expect(termsOf("the orders").map(termKind)).toEqual(["stopWord", "word", "pair"]);
    expect(termsOf("免運").map(termKind)).toEqual(["cjk", "cjk", "cjk"]);
  });

  it("takes a letter that stands in Chinese for a word", () => {
    expect(termsOf("A套餐").map(termKind)[0]).toBe("word");
  });
});

it.each([
  ["caresses", "caress"],
  ["ponies", "poni"],
  ["agreed", "agre"],
  ["hopping", "hop"],
  ["filing", "file"],
  ["happy", "happi"],
  ["relational", "relat"],
  ["vietnamization", "vietnam"],
  ["adoption", "adopt"],
  ["controlling", "control"],
  ["rate", "rate"],
  ["sky", "sky"],
])("stems %s to %s", (word, expected) => {
  expect(stem(word)).toBe(expected);
});

describe("parseQuery", () => {
  it("keeps as a bonus what joined the question to what it asks", () => {
    const [joint] = termsOf("以退").filter((term) => term > 0xffff);
    expect(bonuses("可以退貨嗎？")).toContain(joint);
    expect(bonuses("我想退貨")).toContain(joint);
    expect(bonuses("怎麼退貨")).not.toContain(joint);
  });

  it("leaves out what only makes it a question", () => {
    expect(queried("請問運費多少？")).toEqual(queried("運費"));
    expect(queried("営業時間を教えてください")).toEqual(new Set([...queried("営業時間を")]));
  });

  it("keeps everything when nothing else was asked", () => {
    expect(queried("為什麼？").size).toBeGreaterThan(0);
  });

  it("reads Simplified, full-width and spaced questions alike", () => {
    const plain = queried("iPhone 運費多少錢");
    expect(queried("iPhone 运费多少钱")).toEqual(plain);
    expect(queried("ｉＰｈｏｎｅ　運費多少錢")).toEqual(plain);
    expect(queried("iPhone 運 費 多 少 錢")).toEqual(plain);
    expect(queried("i P h o n e  運 費 多 少 錢")).toEqual(plain);
  });
});
