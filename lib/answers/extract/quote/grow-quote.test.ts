import { expect, it } from "vitest";
import { growQuote } from "./grow-quote";

const grow = (text: string, sentence: string) => {
  const start = text.indexOf(sentence);
  const whole = { start: 0, end: text.length, headings: [] };
  const grown = growQuote(text, { start, end: start + sentence.length }, whole);
  return text.slice(grown.start, grown.end);
};

it("says a short section whole", () => {
  const text = "包裝一份 80 元。\n一盒最多三件。\n不附明細。";
  expect(grow(text, "一盒最多三件。")).toBe(text);
});

it("takes no neighbour where each line is a fact by itself", () => {
  const text = "付款：現金。\nWi-Fi：密碼 12345678。\n停車場：後面。";
  expect(grow(text, "Wi-Fi：密碼 12345678。")).toBe("Wi-Fi：密碼 12345678。");
});

it("keeps to about 120 characters of a long section, the sentence among them", () => {
  const lines = Array.from(
    { length: 20 },
    (_, at) => `第 ${at} 條寫著這一段話，說明第 ${at} 件事情要怎麼處理。`,
  );
  const grown = grow(lines.join("\n"), lines[9] ?? "");
  expect(grown).toContain(lines[9]);
  expect(grown).toContain(lines[10]);
  expect([...grown].length).toBeLessThanOrEqual(240);
  expect(grown).not.toContain(lines[0]);
});

it("goes no further than a blank line in a long section", () => {
  const filler = "這一段是別的事情，寫得很長很長，為了讓整節放不進一個回答裡面。".repeat(4);
  const text = `${filler}\n\n退款要五天。\n從收到退貨起算。\n\n${filler}`;
  expect(grow(text, "退款要五天。")).toBe("退款要五天。\n從收到退貨起算。");
});
