import { describe, expect, it } from "vitest";
import { answerWords } from "@/lib/i18n/words/answer-words";
import { createShopTalk } from "@/test/fixtures/shop-talk";

const words = answerWords["zh-TW"];
const roastery = createShopTalk(
  [
    {
      title: "豆子與濾紙",
      content:
        "## 咖啡豆\n\n- 衣索比亞日曬：半磅 NT$450。\n- 巴西半日曬：半磅 NT$380。\n- 掛耳包：一盒 10 入 NT$300，每包 11 公克。\n\n## 沖掛耳\n\n掛耳包一包配 180 毫升熱水，悶蒸 30 秒。粉水比是 1 公克咖啡粉配 15 毫升水。",
    },
    {
      title: "寄送",
      content:
        "## 運費\n\n- 宅配：NT$120。\n- 外島（澎湖、金門）：NT$220。\n- 低溫宅配（冷萃咖啡）：NT$180，只送本島。\n\n下午兩點前付款的當天出貨，出貨後隔天送達。",
    },
    {
      title: "退換",
      content: "## 退換貨\n\n未拆封的商品七天內可以退貨。\n\n磨豆機刻上名字後不能退換，刻字要等 4 個工作天。",
    },
    {
      title: "集點",
      content: "## 集點\n\n消費滿 100 元得 1 點。\n\n點數得到後 18 個月內有效，過期就失效。",
    },
    {
      title: "保存",
      content:
        "## 保存期限\n\n- 衣索比亞日曬：未開封 6 個月。\n- 巴西半日曬：未開封 9 個月。\n\n有效日期印在袋底。\n\nQ：咖啡豆可以放多久？\nA：開封後一個月內喝完最好。",
    },
    {
      title: "抽獎",
      content: "## 週年慶抽獎\n\n10 月 5 日開獎，名單貼在門口。",
    },
    { title: "門市", content: "## 營業時間\n\n週三到週日 10:00–18:00，週一、週二公休。" },
    {
      title: "大量訂購",
      content: "## 大量訂購\n\n同一款禮盒滿 10 盒可以開報價單。\n\n- 10–39 盒：九五折。\n- 40 盒以上：九折。",
    },
    { title: "禮盒", content: "## 禮盒\n\n晨光禮盒：掛耳包兩盒加馬克杯，NT$880。" },
  ],
  { contact: "電話 03-550-0066" },
);

describe("which of two things", () => {
  it.each([
    ["衣索比亞日曬和巴西半日曬哪個貴", ["NT$450", "NT$380"]],
    ["巴西半日曬跟掛耳包哪個比較便宜？", ["NT$380", "NT$300"]],
    ["衣索比亚日晒和巴西半日晒哪个便宜", ["NT$450", "NT$380"]],
  ])("%s has what is said of each, and no verdict", async (question, facts) => {
    const { said, answered } = await roastery.talk([question]);
    expect(answered).toBe(false);
    for (const fact of facts) expect(said).toContain(fact);
  });

  it("is not told of what nothing names", async () => {
    const { said } = await roastery.talk(["衣索比亞日曬和阿拉比卡哪個貴"]);
    expect(said).not.toContain(`${words.compare}\n\n衣索比亞日曬：半磅 NT$450。`);
  });
});

describe("what one piece weighs", () => {
  it.each(["掛耳包一包多重", "掛耳包每包幾公克"])("%s", async (question) => {
    const { said, answered } = await roastery.talk([question]);
    expect(answered).toBe(true);
    expect(said).toContain("每包 11 公克");
  });
});

describe("what may not be done with a thing that is named beside a place", () => {
  it("is told with it", async () => {
    const { said } = await roastery.talk(["冷萃咖啡可以寄到澎湖嗎"]);
    expect(said).toContain("只送本島");
  });

  it("is left out where the place is asked of alone", async () => {
    const { said } = await roastery.talk(["可以寄到澎湖嗎"]);
    expect(said).toContain("NT$220");
    expect(said).not.toContain("只送本島");
  });
});

describe("whether a thing may be given back", () => {
  it("is told by the rule, not for sure, where nothing is said of that thing", async () => {
    const { said, answered } = await roastery.talk(["巴西半日曬可以退嗎"]);
    expect(answered).toBe(false);
    expect(said).toContain("七天內可以退貨");
  });

  it("is told for sure where no thing is named", async () => {
    const { said, answered } = await roastery.talk(["可以退嗎"]);
    expect(answered).toBe(true);
    expect(said).toContain("七天內可以退貨");
  });
});

describe("how long, after what ends or is waited for", () => {
  it.each([
    [["點數會過期嗎", "多久"], "18 個月"],
    [["點數會過期嗎", "那多久過期"], "18 個月"],
    [["磨豆機可以刻字嗎", "要等幾天"], "4 個工作天"],
  ])("%j: %s", async (says, fact) => {
    const { said, answered } = await roastery.talk(says);
    expect(answered).toBe(true);
    expect(said).toContain(fact);
  });

  it("is of the thing that the message named before", async () => {
    const { said } = await roastery.talk(["巴西半日曬多少錢？可以放多久？"]);
    expect(said).toContain("NT$380");
    expect(said).toContain("未開封 9 個月");
  });
});

describe("words that people use for what documents call something else", () => {
  it.each([
    ["什麼時候開獎", "10 月 5 日"],
    ["有效期限印在哪", "袋底"],
    ["買 15 盒晨光禮盒有打折嗎", "10–39 盒：九五折"],
    ["買 50 盒有什麼優惠", "40 盒以上：九折"],
  ])("%s: %s", async (question, fact) => {
    const { said, answered } = await roastery.talk([question]);
    expect(said).toContain(fact);
    expect(answered).toBe(true);
  });

  it.each(["可以便宜一點嗎", "能打個折嗎"])("%s is not sure where no discount is given", async (question) => {
    const stationer = roastery.open([
      { title: "文具", content: "## 文具\n\n鋼筆 NT$900，最便宜的原子筆 NT$15。" },
      { title: "付款", content: "收現金和刷卡。" },
    ]);
    expect((await stationer.talk([question])).answered).toBe(false);
  });

  it("has no thing of a verb: 「裝熱」 of 「裝熱水」", async () => {
    const kitchen = roastery.open([
      {
        title: "玻璃壺",
        content: "Q：玻璃壺可以用洗碗機洗嗎？\nA：可以，但壺身不能裝 90°C 以上的熱水。",
      },
      { title: "運費", content: "宅配 NT$120。" },
    ]);
    const { said } = await kitchen.talk(["玻璃壺可以裝熱水嗎"]);
    expect(said).toContain("90°C");
    expect(said).not.toContain("「裝熱」");
  });
});

describe("what is counted", () => {
  it.each(["一天可以喝幾杯", "洗豆機要洗幾次"])(
    "%s is not sure where nothing says so many",
    async (question) => {
      const { answered } = await roastery.talk([question]);
      expect(answered).toBe(false);
    },
  );

  it.each([
    ["會員卡可以幾個人共用？", "家人都能用"],
    ["一次可以帶幾位朋友", "不限人數"],
  ])("%s is answered without a number: %s", async (question, words) => {
    const club = roastery.open([
      { title: "會員卡", content: "Q：會員卡可以幾個人共用？\nA：家人都能用，結帳時報姓名就好。" },
      { title: "朋友", content: "帶朋友來參加不限人數，請先登記。" },
    ]);
    const { said, answered } = await club.talk([question]);
    expect(said).toContain(words);
    expect(answered).toBe(true);
  });
});

describe("values of the place, asked for with blanks between them", () => {
  it("are all told", async () => {
    const branch = roastery.open([
      {
        title: "門市",
        content: "## 門市\n\n台中市西區向上路 88 號。\n\n電話 04-2301-0077。\n\n每天 11:00–20:00。",
      },
      { title: "訂位", content: "四人以上請先訂位，週末只保留十分鐘。" },
    ]);
    const { said } = await branch.talk(["門市電話 地址 營業時間"]);
    for (const fact of ["04-2301-0077", "向上路 88 號", "11:00–20:00"]) expect(said).toContain(fact);
  });
});
