import { describe, expect, it } from "vitest";
import { createShopTalk } from "@/test/fixtures/shop-talk";

const documents = [
  {
    title: "房型與價格",
    content:
      "## 房價\n\n- 雙人房：平日每晚 2,400 元，假日 3,000 元。\n- 四人房：平日每晚 3,800 元，假日 4,600 元。\n\n## 加床\n\n加床一張 600 元，含早餐，四人房不能加床。",
  },
  {
    title: "入住與退房",
    content:
      "## 入住時間\n\n下午三點以後可以入住，晚上十點前請辦完。\n\n## 退房時間\n\n早上十一點前退房，晚退每小時 300 元。\n\n## 寄放行李\n\n入住前和退房後都可以免費寄放行李。",
  },
  {
    title: "餐點",
    content: "## 早餐\n\n早餐七點半到九點半，在一樓餐廳，素食請前一天說。\n\n## 晚餐\n\n我們沒有供應晚餐。",
  },
  {
    title: "交通與停車",
    content: "## 停車\n\n門口有六個免費車位，先到先停。\n\n## 接駁\n\n車站接送一趟 200 元，請在兩天前預約。",
  },
  {
    title: "規定",
    content:
      "## 寵物\n\n小型犬可以入住，清潔費 500 元。\n\n## 吸菸\n\n全館禁菸，違者罰 2,000 元。\n\n## 訂金\n\n訂房要先付三成訂金，七天前取消全額退還。",
  },
  { title: "設備", content: "## 無線網路\n\n密碼在房卡背面。\n\n## 洗衣\n\n三樓有投幣洗衣機，一次 50 元。" },
];

const { talk } = createShopTalk(documents);

describe("several questions in one message, each in its own bubble and in order", () => {
  it.each([
    ["雙人房多少錢？有停車位嗎？", ["2,400", "免費車位"]],
    ["幾點入住 幾點退房", ["下午三點", "十一點前"]],
    ["可以帶狗嗎？可以抽菸嗎？", ["小型犬", "全館禁菸"]],
    ["早餐幾點？有晚餐嗎？", ["七點半", "沒有供應晚餐"]],
    ["有wifi嗎 密碼多少", ["房卡背面"]],
    ["可以加床嗎？加床多少錢？", ["600 元"]],
    ["可以寄放行李嗎，另外有接駁嗎", ["免費寄放", "200 元"]],
    ["訂金要付多少？可以取消嗎？", ["三成", "全額退還"]],
    ["洗衣機在哪裡；一次多少錢", ["三樓", "50 元"]],
    ["四人房多少錢？可以加床嗎？早餐幾點？", ["3,800", "不能加床", "七點半"]],
    ["接駁要預約嗎？多少錢？", ["兩天前", "200 元"]],
    ["停車要錢嗎？有幾個車位？", ["免費車位"]],
    ["幾點可以check in？早餐吃到幾點？", ["下午三點", "九點半"]],
    ["有洗衣機嗎\n有停車位嗎", ["投幣洗衣機", "六個"]],
    ["抽菸會罰多少。狗要清潔費嗎。", ["2,000", "500 元"]],
    ["想問雙人房假日多少？還有可以帶狗嗎？", ["3,000", "小型犬"]],
    ["素食可以嗎？早餐在哪吃？", ["前一天", "一樓餐廳"]],
    ["可以寄放行李嗎有接駁嗎", ["免費寄放", "200 元"]],
    ["四人房多少錢，另外能加床嗎", ["3,800", "不能加床"]],
    ["주차장이 있나요? 조식은 몇 시예요?", ["免費車位", "七點半"]],
    ["Is there parking? What time is breakfast?", ["免費車位", "七點半"]],
    ["駐車場はありますか？朝食は何時ですか？", ["免費車位", "七點半"]],
    ["几点入住？可以寄放行李吗？", ["下午三點", "免費寄放"]],
  ])("%s", async (question, facts) => {
    const { bubbles, said } = await talk([question]);
    const at = facts.map((fact) => bubbles.findIndex((bubble) => bubble.includes(fact)));
    expect(at, said).not.toContain(-1);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
  });

  it("shows what may answer one of them, and is not sure of the whole", async () => {
    const { answered, said } = await talk(["早餐幾點？素食套餐好吃嗎？"]);
    expect(answered).toBe(false);
    expect(said).toContain("七點半");
    expect(said).toContain("素食請前一天說");
  });

  it("says which of them has no answer", async () => {
    const { answered, said } = await talk(["早餐幾點？有游泳池嗎？"]);
    expect(answered).toBe(false);
    expect(said).toContain("七點半");
    expect(said).toContain("「有游泳池嗎」");
  });
});
