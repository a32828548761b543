import { describe, expect, it } from "vitest";
import { createShopTalk } from "@/test/fixtures/shop-talk";

const cakes = createShopTalk([
  {
    title: "團購",
    content:
      "## 大量訂購\n\n- 20–49 盒：九五折。\n- 50–99 盒：九折。\n- 100 盒以上：八五折。\n\n鳳梨酥每盒 12 入 NT$420。",
  },
  {
    title: "運費",
    content: "## 免運\n\n免運門檻以折扣後的金額計算，滿 2,000 元免運。宅配每箱 NT$150，一箱最多裝 10 盒。",
  },
  { title: "檢驗", content: "## 檢驗\n\n每批都送驗重金屬，一包一包封好。" },
]);
const notebooks = cakes.open([
  { title: "筆記本", content: "## 筆記本\n\n方格筆記本一本 NT$90，重 210 公克。滿 30 本打九折。" },
  { title: "運費", content: "免運門檻以折扣後的金額計算。" },
]);

describe("whether so many cost less", () => {
  it.each([
    [["60 盒有折扣嗎"], "50–99 盒：九折"],
    [["60 盒", "有折扣嗎"], "50–99 盒：九折"],
    [["我要買 60 盒鳳梨酥", "有折扣嗎"], "50–99 盒：九折"],
    [["買二十盒可以便宜一點嗎"], "20–49 盒：九五折"],
    [["120 盒会打折吗"], "100 盒以上：八五折"],
  ])("%j: %s", async (says, words) => {
    const { said, answered } = await cakes.talk(says);
    expect(said.replace("- ", "")).toBe(`${words}。`);
    expect(answered).toBe(true);
  });

  it("is told by a limit in a sentence", async () => {
    const { said, answered } = await notebooks.talk(["40 本有折扣嗎"]);
    expect(said).toContain("滿 30 本打九折");
    expect(answered).toBe(true);
  });

  it.each([[["買 10 盒有折扣嗎"]], [["有折扣嗎"]], [["運費多少", "有折扣嗎"]]])(
    "%j: is not sure",
    async (says) => {
      const { said, answered } = await cakes.talk(says);
      expect(answered, said).toBe(false);
    },
  );
});

describe("a weight that is asked for", () => {
  it.each([["一包多重"], ["鳳梨酥一盒多重"], ["how heavy is a box"]])(
    "%s: is not sure where none is said",
    async (question) => {
      expect((await cakes.talk([question])).answered).toBe(false);
    },
  );

  it("is told where it stands", async () => {
    const { said, answered } = await notebooks.talk(["方格筆記本多重"]);
    expect(said).toContain("210 公克");
    expect(answered).toBe(true);
  });
});
