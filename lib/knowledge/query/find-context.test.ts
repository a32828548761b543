import { describe, expect, it } from "vitest";
import { splitPassages } from "@/lib/knowledge/chunk/split-passages";
import { BotIndex } from "@/lib/knowledge/index/bot-index";
import { buildSegment } from "@/lib/knowledge/index/build-segment";
import { encodeSegment } from "@/lib/knowledge/index/segment";
import { findContext } from "./find-context";

describe("findContext", () => {
  it.each([
    "那運費呢？",
    "那麼離島呢",
    "要多久？",
    "它可以退貨嗎？",
    "And for two?",
    "How long does it take?",
    "それはいくらですか",
  ])("reads %s with the question before", (question) =>
    expect(findContext(question, ["禮盒怎麼買？"])).toBe("禮盒怎麼買？"),
  );

  it.each([
    "運費怎麼算？",
    "那裡可以停車？",
    "What discount do wholesale orders get?",
    "営業時間を教えてください",
  ])("lets %s stand alone", (question) => expect(findContext(question, ["禮盒怎麼買？"])).toBeNull());

  it("goes back over follow-ups to what they are about", () => {
    expect(findContext("那離島呢？", ["你好", "禮盒怎麼寄？", "那冷凍呢？"])).toBe(
      "禮盒怎麼寄？\n那冷凍呢？",
    );
    expect(findContext("那運費呢？", [])).toBeNull();
  });
});

it("searches a follow-up for what it is about", async () => {
  const text = "# 禮盒\n禮盒運費 200 元，低溫配送。\n\n# 散裝茶\n散裝茶運費 80 元，常溫配送。";
  const segment = encodeSegment(buildSegment({ title: "運送說明", text, passages: splitPassages(text) }));
  const index = await BotIndex.load([{ id: "shipping", segment }]);
  const best = (before: string) => {
    const question = "那運費呢？";
    const [hit] = index.search(question, { limit: 1, context: findContext(question, [before]) }).hits;
    return hit && text.slice(hit.start, hit.end);
  };
  expect(best("我想買禮盒")).toContain("200 元");
  expect(best("散裝茶怎麼買")).toContain("80 元");
});
