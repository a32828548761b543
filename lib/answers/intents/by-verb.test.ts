import { describe, expect, it } from "vitest";
import { createShopTalk } from "@/test/fixtures/shop-talk";

const shop = createShopTalk([
  { title: "花束", content: "## 花束\n\n- 玫瑰花束：小束 NT$680，大束 NT$1,280。\n- 向日葵花束：NT$880。" },
  {
    title: "說明",
    content:
      "## 訂花\n\n一般花束一天前訂，婚禮花藝一個月前訂。\n\n## 外送\n\n市區外送運費 NT$120。\n\n## 自己來拿\n\n憑收據來拿，保留三天。",
  },
  { title: "店面", content: "## 時間\n\n10:00–20:00，週二休。只收現金和轉帳。" },
]);

describe("a verb without a noun finds the section that is headed by it, or the text that tells it", () => {
  it.each([
    ["怎麼訂", "一天前訂"],
    ["怎麼拿", "憑收據"],
    ["怎麼付", "只收現金和轉帳"],
    ["How to pay?", "只收現金和轉帳"],
  ])("%s → %s", async (question, words) => {
    const { said, answered } = await shop.talk([question]);
    expect(said).toContain(words);
    expect(answered, said).toBe(true);
  });

  it.each(["怎麼換", "怎麼借"])("%s, which nothing is on: isn't sure", async (question) => {
    expect((await shop.talk([question])).answered).toBe(false);
  });
});

describe("what is asked after the price of something and has nothing to do with it", () => {
  it.each([
    ["可以刷卡嗎", "只收現金和轉帳"],
    ["Do you deliver?", "市區外送"],
    ["What are your hours?", "10:00"],
  ])("%s → %s", async (question, words) => {
    const { said } = await shop.talk(["玫瑰花束多少錢", question]);
    expect(said).toContain(words);
    expect(said).not.toContain("玫瑰");
  });
});
