import { expect, it } from "vitest";
import { lacksNamed } from "./lacks-named";

const passage = (title: string, text: string) => ({ title, headings: [], text, start: 0, end: text.length });
const points = passage("點數", "上一堂課得 10 點，效期兩年。");
const clay = passage("陶土", "過期的土會變硬，不要拿來拉坏。");
const coupons = passage("優惠券", "生日當月送一張 100 元的優惠券。");

it.each([
  ["點數會過期嗎", true],
  ["點數有期限嗎", true],
  ["會過期嗎", false],
  ["陶土過期還能用嗎", false],
  ["可以帶狗嗎", false],
  ["", false],
])("%s: what is said of clay lacks what is said of points: %s", (question, lacks) => {
  expect(lacksNamed(question, points, clay)).toBe(lacks);
});

it("lacks nothing where it has what the best one lacks", () => {
  expect(lacksNamed("優惠券會過期嗎", coupons, clay)).toBe(false);
  expect(lacksNamed("優惠券會過期嗎", clay, coupons)).toBe(false);
});
