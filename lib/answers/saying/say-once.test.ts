import { describe, expect, it } from "vitest";
import { createSayOnce } from "./say-once";

const say = (...texts: string[]) => {
  const once = createSayOnce();
  return texts.map((text) => once.fresh(text));
};

describe("what was said is not said again", () => {
  it.each([
    ["a sentence", ["週一公休。", "週一公休。平日十點開門。"], ["週一公休。", "平日十點開門。"]],
    [
      "with other marks and blanks",
      ["電話：02-2345-6789", "電話:  02-2345-6789"],
      ["電話：02-2345-6789", ""],
    ],
    [
      "an item with what leads to it",
      ["付款：\n- 現金付清\n- 行動支付", "付款：\n- 行動支付\n- 匯款轉帳"],
      ["付款：\n- 現金付清\n- 行動支付", "付款：\n- 匯款轉帳"],
    ],
    [
      "but below another line",
      ["本島：\n- 運費 60 元", "外島：\n- 運費 60 元"],
      ["本島：\n- 運費 60 元", "外島：\n- 運費 60 元"],
    ],
    ["within one text all stays", ["請先預約。請先預約。"], ["請先預約。請先預約。"]],
    ["nor is a short word dropped", ["可以。", "可以。"], ["可以。", "可以。"]],
    ["a line that leads to nothing", ["流程如下：", "流程如下："], ["流程如下：", ""]],
    ["code", ["```\nnpm start\n```", "```\nnpm start\n```"], ["```\nnpm start\n```", ""]],
  ])("%s", (_, texts, expected) => {
    expect(say(...texts)).toEqual(expected);
  });
});
