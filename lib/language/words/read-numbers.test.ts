import { describe, expect, it } from "vitest";
import { readNumbers } from "./read-numbers";

describe("readNumbers", () => {
  it.each<[string, string[]]>([
    ["滿 1,200 元，３.5 公斤", ["1200", "3.5"]],
    ["七天內、十五天、二十天、兩百元、三千五百元、一萬二千", ["7", "15", "20", "200", "3500", "12000"]],
    ["一千二，也就是 1200 元；3 萬和三萬五", ["1200", "3", "35000"]],
    ["二〇二六年", ["2026"]],
    ["一個人一起一般", []],
    ["three to 5 days", ["5"]],
  ])("%s", (text, numbers) => expect([...readNumbers(text)]).toEqual(numbers));
});
