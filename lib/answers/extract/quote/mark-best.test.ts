import { describe, expect, it } from "vitest";
import { createShopTalk } from "@/test/fixtures/shop-talk";

const shop = createShopTalk([
  {
    title: "寄養須知",
    content: "入住當天請帶疫苗手冊。貓咪每晚 450 元，住滿七晚打九折。飼料可以自己帶，我們會照平常的時間餵。",
  },
  {
    title: "洗澡價目",
    content:
      "| 體型 | 基本費 | 剪毛加價 | 時間 |\n|---|---|---|---|\n| 小型犬 | 600 元 | 300 元 | 2 小時 |\n| 中型犬 | 800 元 | 500 元 | 3 小時 |",
  },
  { title: "地址", content: "台中市向上路 1 號" },
]);

async function ask(question: string) {
  const { sources, bubbles } = await shop.ask(question);
  return { sources, said: bubbles.join("\n") };
}

describe("what answers best is marked", () => {
  it("the sentence, in the paragraph around it", async () => {
    const { sources } = await ask("貓咪住一晚多少錢");
    expect(sources[0]).toMatchObject({
      quote: expect.stringContaining("疫苗手冊"),
      best: "貓咪每晚 450 元，住滿七晚打九折。",
    });
  });

  it("the cell, of the row that is asked for, which is said with its column's name", async () => {
    const { sources, said } = await ask("中型犬剪毛加價多少");
    expect(said).toBe("中型犬：剪毛加價 500 元");
    expect(said).not.toContain("小型犬");
    expect(sources[0]?.best).toBe("500 元");
  });

  it("nothing, where that is all of the quote", async () => {
    const { sources } = await ask("地址在哪裡");
    expect(sources[0]?.quote).toContain("向上路");
    expect(sources[0]).not.toHaveProperty("best");
  });
});
