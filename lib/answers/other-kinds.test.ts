import { describe, expect, it } from "vitest";
import { createShopTalk } from "@/test/fixtures/shop-talk";

const camp = createShopTalk(
  [
    {
      title: "帳篷與場地",
      content:
        "## 租借\n\n| 帳篷 | 一晚 |\n| --- | --- |\n| 3人帳 | 900 元 |\n| 5人帳 | 1,300 元 |\n\n炊具組一組 250 元，睡袋一個 120 元。",
    },
    { title: "停車", content: "## 停車\n\n園區停車場每小時 20 元，住宿免費。隔壁農場的停車場每小時 15 元。" },
    {
      title: "釣魚池",
      content: "## 釣魚池\n\n平日晚上 18:00–22:00 包場 3,000 元，假日晚上 4,500 元。釣竿免費借。",
    },
    { title: "洗衣", content: "## 洗衣\n\n洗衣一次 50 元，烘衣一次 60 元。" },
  ],
  { contact: "電話 049-277-0044" },
);

describe("a price of something else", () => {
  it.each([
    ["8人帳一晚多少", "8人帳"],
    ["停車場月租多少", "月租"],
    ["白天包場多少", "白天"],
    ["釣竿架一支多少錢", "釣竿架"],
  ])("%s is said not to be there", async (question, missing) => {
    const { said, answered } = await camp.talk([question]);
    expect(answered).toBe(false);
    expect(said).toContain(missing);
  });

  it.each([
    ["5人帳一晚多少", "1,300 元"],
    ["停車一小時多少", "20 元"],
    ["平日晚上包場多少", "3,000 元"],
    ["睡袋一個多少", "120 元"],
  ])("%s is answered", async (question, fact) => {
    const { said, answered } = await camp.talk([question]);
    expect(said).toContain(fact);
    expect(answered).toBe(true);
  });
});
