import { describe, expect, it } from "vitest";
import { createShopTalk } from "@/test/fixtures/shop-talk";

const tea = createShopTalk([
  {
    title: "茶葉",
    content: "## 價格\n\n- 蜜香紅茶：NT$380。\n- 高山烏龍：NT$420。\n- 茉莉綠茶：NT$300。",
  },
  { title: "保存", content: "## 保存期限\n\n- 蜜香紅茶、高山烏龍：未開封 2 年。\n- 茉莉綠茶：1 年。" },
  { title: "咖啡因", content: "## 咖啡因\n\n每 100 毫升：紅茶 25 毫克，烏龍 20 毫克，綠茶 18 毫克。" },
  { title: "寄送", content: "## 運費\n\n宅配運費 NT$100，超商取貨 NT$60。" },
]);

describe("the price of another thing that is named alone", () => {
  it.each([
    [["How much is the black tea?", "and the oolong?"], "NT$420"],
    [["How much is the oolong?", "what about the green tea?"], "NT$300"],
    [["how much is shipping?", "and the oolong?"], "NT$420"],
    [["how much is the black tea?", "and the oolong?", "and the green tea?"], "NT$300"],
    [["홍차 얼마예요?", "우롱차는요?"], "NT$420"],
    [["how much is the oolong?", "and shipping?"], "NT$100"],
  ])("%j: %s", async (says, words) => {
    const { said, answered } = await tea.talk(says);
    expect(said).toContain(words);
    expect(said).not.toMatch(/未開封|毫克/u);
    expect(answered).toBe(true);
  });

  it("has what was asked, if that was no price", async () => {
    const { said } = await tea.talk(["how long does the black tea keep?", "and the green tea?"]);
    expect(said).toContain("茉莉綠茶：1 年");
  });

  it("is not sure where no document has that thing", async () => {
    expect((await tea.talk(["how much is the oolong?", "and the espresso?"])).answered).toBe(false);
  });
});
