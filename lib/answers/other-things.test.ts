import { describe, expect, it } from "vitest";
import { answerWords } from "@/lib/i18n/words/answer-words";
import { createShopTalk } from "@/test/fixtures/shop-talk";

const { nearest } = answerWords["zh-TW"];
const bakery = createShopTalk([
  {
    title: "蛋糕與點心",
    content: `## 蛋糕

- 芋泥波士頓：6 吋 480 元，8 吋 650 元。
- 日出檸檬塔（一口大小）：一顆 85 元。
- 日出檸檬塔禮盒：一盒 6 入 520 元。
- 黃金磅蛋糕：一條 360 元。

## 餅乾

- 杏仁脆片：一罐 260 元。`,
  },
  {
    title: "運送",
    content:
      "## 運費\n\n- 冷藏宅配（芋泥波士頓）：運費 180 元，滿 1,500 元免運。\n- 常溫宅配：運費 100 元。\n\n## 分期\n\n滿 3,000 元可以分 3 期。",
  },
  {
    title: "保存",
    content: "- 芋泥波士頓：冷藏 3 天。\n- 日出檸檬塔：冷藏 2 天。\n- 杏仁脆片：常溫 60 天。",
  },
  { title: "綜合禮盒", content: "綜合禮盒有黃金磅蛋糕、日出檸檬塔和杏仁脆片，一盒 880 元。" },
]);

describe("the thing that is asked of goes before what has its name in a longer one, or beside others", () => {
  it.each([
    ["芋泥波士頓多少錢", "6 吋 480 元", "運費 180"],
    ["芋泥波士頓怎麼賣", "6 吋 480 元", "冷藏 3 天"],
    ["日出檸檬塔多少錢", "一顆 85 元", "520"],
    ["日出檸檬塔多少", "一顆 85 元", "520"],
    ["日出檸檬塔禮盒多少錢", "520 元", "85 元"],
    ["杏仁脆片多少錢", "一罐 260 元", "60 天"],
  ])("%s: %s", async (question, words, other) => {
    const { said, answered } = await bakery.talk([question]);
    expect(said.split("\n")[0]).toContain(words);
    expect(said).not.toContain(other);
    expect(answered).toBe(true);
  });
});

describe("the same asked of another thing", () => {
  it.each([
    [["黃金磅蛋糕多少錢", "那杏仁脆片呢"], "一罐 260 元"],
    [["黃金磅蛋糕多少錢", "杏仁脆片"], "一罐 260 元"],
    [["黃金磅蛋糕多少錢", "日出檸檬塔呢", "那杏仁脆片呢"], "一罐 260 元"],
    [["芋泥波士頓可以放多久", "那杏仁脆片呢"], "常溫 60 天"],
    [["芋泥波士頓可以放多久", "杏仁脆片呢？", "多少錢"], "一罐 260 元"],
    [["芋泥波士頓 6 吋多少錢", "8 吋的呢"], "8 吋 650 元"],
  ])("%j → %s", async (says, words) => {
    const { said, answered } = await bakery.talk(says);
    expect(said.split("\n")[0]).toContain(words);
    expect(said).not.toContain("綜合禮盒");
    expect(answered).toBe(true);
  });

  it("is not sure where no document has that thing", async () => {
    expect((await bakery.talk(["黃金磅蛋糕多少錢", "那司康呢"])).answered).toBe(false);
  });
});

describe("a size or a plan by a number that no document has", () => {
  it.each([
    [["芋泥波士頓 10 吋多少錢"], "10 吋", "6 吋 480 元"],
    [["芋泥波士頓多少錢", "10吋呢"], "10吋", "6 吋 480 元"],
    [["芋泥波士頓多少錢", "那 10 吋的呢"], "10吋", "6 吋 480 元"],
    [["可以分 12 期嗎"], "12 期", "分 3 期"],
  ])("%j: says that %s is absent, and what is there", async (says, name, words) => {
    const { bubbles, answered } = await bakery.talk(says);
    expect(bubbles[0]).toBe(nearest([name]));
    expect(bubbles[1]).toContain(words);
    expect(answered).toBe(false);
  });
});

describe("documents in English, asked in other languages", () => {
  const inn = bakery.open([
    {
      title: "Arriving and leaving",
      content:
        "## Check-in\n\nFrom 15:00 to 22:00.\n\n## Check-out\n\nBy 11:00. We keep luggage at the front desk for free.\n\n## Parking\n\nThere is free parking for 12 cars behind the house.",
    },
    {
      title: "Good to know",
      content:
        "## Pets\n\nSmall dogs may stay for NT$300 a night.\n\n## Payment\n\nCredit card or cash.\n\n## Breakfast\n\nBreakfast is included.\n\n## Cancelling\n\nFree of charge until seven days before arrival.",
    },
  ]);

  it.each([
    ["幾點可以入住", "From 15:00"],
    ["退房幾點", "By 11:00"],
    ["可以寄放行李嗎", "luggage"],
    ["有停車場嗎", "free parking"],
    ["可以刷卡嗎", "Credit card"],
    ["有含早餐嗎", "Breakfast is included"],
    ["怎麼取消", "seven days"],
    ["チェックインは何時からですか", "From 15:00"],
    ["駐車場はありますか", "free parking"],
    ["체크아웃 몇 시예요?", "By 11:00"],
  ])("%s → %s", async (question, words) => {
    const { said, answered } = await inn.talk([question]);
    expect(said).toContain(words);
    expect(answered, said).toBe(true);
  });

  it.each(["有游泳池嗎", "有健身房嗎", "可以加床嗎"])(
    "%s, which they don't have, is not sure",
    async (question) => {
      expect((await inn.talk([question])).answered).toBe(false);
    },
  );
});

it.each(["運費用", "運費用多少", "運費怎算"])("%s is a question for the shipping fee", async (question) => {
  const { said, answered } = await bakery.talk([question]);
  expect(said).toContain("運費 100 元");
  expect(answered).toBe(true);
});

describe("a thing that stands nowhere, of which all else is asked", () => {
  const office = bakery.open([
    {
      title: "結婚登記",
      content: "雙方一起到場，帶身分證、印章、照片各一張和結婚書約。",
    },
    { title: "遷入登記", content: "帶身分證、印章和租約正本，三十天內要辦。" },
    {
      title: "身分證",
      content: "## 補發\n\n遺失請先掛失，再帶照片一張親自辦，規費 200 元。",
    },
    {
      title: "疫苗",
      content: "- 流感疫苗：自費 900 元。\n- 肺炎疫苗：13 價 3,200 元，23 價 1,600 元。",
    },
    { title: "戶籍謄本", content: "帶身分證和印章當場領，每張 15 元。" },
  ]);

  it.each([
    ["護照遺失怎麼辦", "護照"],
    ["英文戶籍謄本多少錢", "英文戶籍謄本"],
    ["HPV 疫苗多少錢", "HPV"],
    ["離婚登記要帶什麼", "離婚登記"],
    ["肺炎疫苗 20 價多少錢", "20 價"],
  ])("%s: %s is absent", async (question, name) => {
    const { bubbles, answered } = await office.talk([question]);
    expect(bubbles[0]).toBe(nearest([name]));
    expect(answered).toBe(false);
  });

  it.each([
    ["身分證遺失怎麼辦", "200 元"],
    ["戶籍謄本多少錢", "15 元"],
    ["流感疫苗多少錢", "900 元"],
    ["結婚登記要帶什麼", "結婚書約"],
    ["肺炎疫苗 23 價多少錢", "1,600 元"],
  ])("%s is answered", async (question, words) => {
    const { said, answered } = await office.talk([question]);
    expect(said).toContain(words);
    expect(answered, said).toBe(true);
  });
});

it("holds a size against the line of the thing, not against those of others", async () => {
  const teas = bakery.open([
    {
      title: "茶葉",
      content:
        "- 文山包種：一斤 1,600 元，四兩 450 元。\n- 鹿谷凍頂：一斤 2,000 元，半斤 1,050 元。\n- 三峽碧螺春：四兩 500 元。",
    },
  ]);
  expect((await teas.talk(["凍頂四兩多少錢"])).answered).toBe(false);
  expect((await teas.talk(["包種四兩多少錢"])).answered).toBe(true);
});
