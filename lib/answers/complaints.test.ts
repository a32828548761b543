import { describe, expect, it } from "vitest";
import { createShopTalk } from "@/test/fixtures/shop-talk";

const gym = createShopTalk([
  {
    title: "課程退費",
    content:
      "## 退費\n\n開課前七天退九成，開課後退未上課堂數的一半。\n\n## 損壞\n\n器材故障不能上課時，整堂退費或補課。",
  },
  { title: "器材", content: "## 器材\n\n器材壞了請告訴櫃台，我們補寄零件。\n\n弄壞照價賠償。" },
]);
const candles = gym.open([
  { title: "蠟燭", content: "## 蠟燭\n\n- 大豆蠟燭：NT$480。" },
  { title: "破損", content: "## 破損\n\n蠟燭破損請拍照，七天內補寄。瑕疵品可以換新。" },
]);

describe("who complains of how they were served and wants their money back", () => {
  it.each([
    [["我要退費 店員態度差"]],
    [["教練態度很差 我要退費"]],
    [["服務太爛 可以退費嗎"]],
    [["店員很兇 我要退錢"]],
  ])("%j: what is refunded, nothing on broken things, and the way to a person", async (says) => {
    const { said } = await gym.talk(says);
    expect(said).toContain("退九成");
    expect(said).not.toMatch(/故障|壞/u);
    expect(said).toContain("不好意思");
  });

  it.each([[["我要退費 店員態度差"]], [["店員態度差"]], [["店員態度差", "那怎麼辦"]]])(
    "%j: nothing where no document says so",
    async (says) => {
      const { said, sources } = await candles.talk(says);
      expect(sources, said).toEqual([]);
      expect(said).toContain("不好意思");
    },
  );
});

it.each([[["蠟燭破了 店員態度又差"]], [["收到的蠟燭是破的", "那怎麼辦"]]])(
  "%j: of broken things as well",
  async (says) => {
    expect((await candles.talk(says)).said).toContain("七天內補寄");
  },
);
