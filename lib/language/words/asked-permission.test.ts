import { describe, expect, it } from "vitest";
import { askedPermission } from "./asked-permission";
import { foldQuestion } from "./fold-question";

const asked = (question: string) => askedPermission(foldQuestion(question));

describe("askedPermission", () => {
  it.each(["可以退貨嗎？", "能退貨嗎", "可不可以退貨", "能不能退貨？", "我想退貨", "可 以 退 貨 嗎"])(
    "reads what %s asks leave for",
    (question) => {
      expect(asked(question)).toBe("退货");
    },
  );

  it.each(["怎麼退貨", "我想知道運費", "功能", "可以。"])("is null for %s", (question) => {
    expect(asked(question)).toBeNull();
  });
});
