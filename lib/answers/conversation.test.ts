import { describe, expect, it } from "vitest";
import { answerWords } from "@/lib/i18n/words/answer-words";
import { createShopTalk } from "@/test/fixtures/shop-talk";

const documents = [
  {
    title: "租車價目",
    content: `## 一日租金

- 淑女車：每台 NT$150。
- 登山車：每台 NT$300。
- 電動輔助車：每台 NT$600，要有駕照。
- 親子三輪車：每台 NT$450，後座可以坐兩個小孩。
- 安全帽：每頂 NT$30。

## 押金

淑女車和登山車押金 NT$500，電動輔助車押金 NT$2,000，還車時當場退。`,
  },
  {
    title: "車款規格",
    content: `## 重量與座高

- 淑女車：重 15 公斤，適合身高 145 到 175 公分。
- 登山車：重 13 公斤，適合身高 155 到 185 公分。
- 電動輔助車：重 24 公斤，適合身高 150 到 185 公分，充飽可以騎 60 公里。
- 親子三輪車：重 28 公斤，適合身高 160 公分以上。`,
  },
  {
    title: "預約與取消",
    content: `## 預約

登山車不用預約。電動輔助車請在一天前用電話預約。親子三輪車只有四台，請在三天前預約。

## 取消預約

前一天晚上八點前取消不收費，之後取消收一半租金。下雨停租時全額退費。`,
  },
  {
    title: "還車",
    content: `## 還車地點

車站前總店和碼頭分店都可以還車。甲地租乙地還每台加 NT$100。

## 晚還

超過晚上七點還車，每小時加收 NT$50。

## 車壞了怎麼辦

路上爆胎或故障，請打 08-880-0000，我們開車去換一台，不收費。`,
  },
  {
    title: "營業與交通",
    content: `## 營業時間

每天 08:00–19:00，農曆除夕公休。

## 怎麼到總店

總店在車站出口左轉 50 公尺。碼頭分店在渡輪碼頭旁邊，公車 301 到碼頭站下車。

## 寵物

小型犬可以坐車籃，大型犬不行。`,
  },
];

const shop = createShopTalk(documents, { contact: "電話 08-880-0000" });

it("is not sure of a thing of one character that what goes on doesn't have", async () => {
  const pens = shop.open([
    { title: "寄養", content: "## 價目\n\n- 小木屋：狗一晚 NT$600，中型犬一晚 NT$800。" },
    { title: "洗澡", content: "## 洗澡\n\n狗洗澡 NT$700。" },
  ]);
  expect((await pens.talk(["小木屋一晚多少", "那貓呢"])).answered).toBe(false);
});

describe("what is asked goes on about what was asked", () => {
  it.each([
    [["登山車多少錢", "那淑女車呢", "那電動輔助車呢"], "NT$600"],
    [["登山車一天多少錢", "那親子三輪車呢", "要預約嗎"], "三天前預約"],
    [["電動輔助車多少錢", "可以騎多遠", "要預約嗎"], "一天前"],
    [["電動輔助車要押金嗎", "多少錢", "多重"], "24 公斤"],
    [["親子三輪車多重", "那淑女車呢", "多少錢？"], "NT$150"],
    [["淑女車多少錢", "它多重", "適合多高的人"], "145 到 175"],
    [["登山車要預約嗎", "那電動輔助車呢", "那個多少錢"], "NT$600"],
    [["可以取消預約嗎", "要收費嗎", "那下雨呢"], "全額退費"],
    [["可以甲地租乙地還嗎", "要加錢嗎", "晚還要加錢嗎"], "NT$50"],
    [["碼頭分店可以還車嗎", "怎麼去", "那總店呢"], "左轉 50 公尺"],
    [["你們幾點開門", "幾點關", "除夕呢"], "公休"],
    [["安全帽多少錢", "那登山車呢", "押金呢"], "NT$500"],
    [["小型犬可以坐嗎", "那大型犬呢"], "大型犬不行"],
    [["電動輔助車多重", "那登山車呢", "那親子三輪車呢"], "28 公斤"],
    [["親子三輪車多少錢", "那個要預約嗎", "可以坐幾個小孩"], "兩個小孩"],
    [["登山車多少錢", "謝謝", "那淑女車呢"], "NT$150"],
    [["我想租電動輔助車", "多少錢", "押金多少"], "NT$2,000"],
    [["电动辅助车多少钱", "那登山车呢", "多重"], "13 公斤"],
    [["登山車多少錢", "電動輔助車充飽可以騎多遠"], "60 公里"],
    [["親子三輪車多少錢", "你們幾點開門"], "08:00"],
    [["淑女車多少錢", "那晚還呢", "路上爆胎怎麼辦"], "換一台"],
    [["登山車押金多少", "電動輔助車呢", "什麼時候退"], "當場退"],
  ])("%j → %s", async (says, words) => {
    const { said, answered } = await shop.talk(says);
    expect(said).toContain(words);
    expect(said).not.toContain(answerWords["zh-TW"].unknown);
    expect(answered).not.toBeNull();
  });
});

describe("what goes on is asked of what was talked about", () => {
  it.each([
    [["親子三輪車可以坐大人嗎", "要先預約嗎"], "三天前預約"],
    [["淑女車押金多少", "會退嗎"], "還車時當場退"],
    [["取消預約要收費嗎", "下雨呢"], "全額退費"],
  ])("%j → %s", async (says, words) => {
    expect((await shop.talk(says)).said).toContain(words);
  });

  it("is no surer of what the documents don't have", async () => {
    const first = await shop.talk(["協力車一天多少錢"]);
    const { answered } = await shop.talk(["協力車一天多少錢", "它多重"]);
    expect([first.answered, answered]).toEqual([false, false]);
  });
});

describe("who asks as people talk", () => {
  it.each([
    ["欸登山車多少啦", "NT$300"],
    ["小狗可以坐齁", "小型犬可以坐車籃"],
    ["押金咧 可以甲地租乙地還ㄇ", "甲地租乙地還"],
  ])("%s → %s", async (question, words) => {
    expect((await shop.talk([question])).said).toContain(words);
  });

  it("is answered calmly when they are angry and ask nothing", async () => {
    const { answeredBy, said } = await shop.talk(["你們這什麼爛機器人問什麼都不會"]);
    expect({ answeredBy, isCalm: said.startsWith(answerWords["zh-TW"].smallTalk.rant) }, said).toEqual({
      answeredBy: "small_talk",
      isCalm: true,
    });
  });

  it("gets what the documents say of it when they are angry and ask something", async () => {
    expect((await shop.talk(["氣死我了 下雨可以退費嗎"])).said).toContain("全額退費");
  });

  it("gets no advice on health, and no neighbour's words for it", async () => {
    const { said, sources } = await shop.talk(["有高血壓可以騎電動輔助車嗎"]);
    expect(sources).toEqual([]);
    expect(said).toContain(answerWords["zh-TW"].unknown);
  });

  it("goes on with what went wrong", async () => {
    const { said } = await shop.talk(["租的車壞了", "要怎麼辦"]);
    expect(said).toContain("我們開車去換一台");
    expect(said).toContain(answerWords["zh-TW"].sorry);
  });
});

describe("who leaves a number and asks beside it", () => {
  it.each([
    ["小型犬可以坐嗎？我的電話是 0912-345-678", "小型犬可以坐車籃"],
    ["請回電給我 0912345678，登山車多少錢", "NT$300"],
    ["Is a deposit needed? Please call me at +44 20 7946 0958", "押金"],
  ])("%s", async (message, words) => {
    const { said, answeredBy } = await shop.talk([message]);
    expect(said).toContain(words);
    expect(Object.values(answerWords).some(({ contactKept }) => said.includes(contactKept))).toBe(true);
    expect(answeredBy).toBe("documents");
  });

  it.each([
    "可以請人打給我嗎 0922-333-444",
    "有貨的話請通知我 0912-345-678",
    "有游泳池嗎？我的電話是 0912-345-678",
  ])("is told only that it was kept where nothing answers: %s", async (message) => {
    const { answeredBy, bubbles } = await shop.talk([message]);
    expect({ answeredBy, bubbles: bubbles.length }).toEqual({ answeredBy: "person", bubbles: 1 });
  });
});

describe("the rule before what to do when it failed, and what is so before what is not", () => {
  const counter = shop.open([
    {
      title: "結帳",
      content: `## 付款方式

- 信用卡：收 VISA 和 JCB，滿 2,000 元可分 3 期。
- 現金：請自備零錢。

## 常見問題

Q：刷卡失敗怎麼辦？
A：可以換一張卡再試，或到櫃檯付現金。`,
    },
    {
      title: "集點",
      content: `## 印花怎麼算

- 每消費滿 200 元得一個印花。
- 企業訂單和寄賣品不累積印花。`,
    },
  ]);

  it.each([
    ["可以刷卡嗎", "VISA"],
    ["刷卡失敗怎麼辦", "換一張卡"],
    ["印花怎麼累積", "滿 200 元得一個"],
    ["企業訂單可以累積印花嗎", "不累積印花"],
  ])("%s → %s", async (question, words) => {
    const { said } = await counter.talk([question]);
    expect(said.split("\n")[0]).toContain(words);
  });
});

describe("in Korean", () => {
  it.each([
    ["영업시간이 어떻게 되나요?", "08:00–19:00"],
    ["예약을 취소할 수 있나요?", "前一天晚上八點前取消不收費"],
  ])("%s → %s", async (question, words) => {
    const { said } = await shop.talk([question]);
    expect(said).toContain(words);
  });

  it("says so where the documents have nothing, and hears who wants a person or complains", async () => {
    const ko = answerWords.ko;
    expect((await shop.talk(["수영장 있나요?"])).said).toContain(ko.unknown);
    expect((await shop.talk(["상담원과 통화하고 싶어요"])).answeredBy).toBe("person");
    expect((await shop.talk(["받은 물건이 깨졌어요"])).said).toContain(ko.sorry);
    expect((await shop.talk(["감사합니다"])).said).toBe(ko.smallTalk.thanks);
  });
});

describe("who is in trouble", () => {
  it("reads what the documents say on it, and how to reach a person", async () => {
    const { said, sources } = await shop.talk(["我租的車壞了"]);
    expect(sources.map(({ quote }) => quote).join()).toContain("我們開車去換一台");
    expect(said).toContain("輸入「找真人」就會通知他們。\n電話 08-880-0000");
  });

  it("reads how to reach a person where the documents say nothing on it, and nothing made up", async () => {
    const { bubbles, answered, sources } = await shop.talk(["店員態度很差"]);
    expect({ answered, sources }).toEqual({ answered: false, sources: [] });
    expect(bubbles).toEqual([
      "不好意思，給你添麻煩了。這件事我看不到你的狀況，要請我們的人員處理。\n需要人員處理的話，輸入「找真人」就會通知他們。\n電話 08-880-0000",
    ]);
  });

  it("reads no price of what is broken", async () => {
    const priced = shop.open([
      { title: "鋼筆", content: "- 入門鋼筆 450 元\n- 黃銅鋼筆 1,280 元\n- 木桿鋼筆 990 元" },
    ]);
    const { answered, sources } = await priced.talk(["我買的鋼筆壞了"]);
    expect({ answered, sources }).toEqual({ answered: false, sources: [] });
  });

  it("reads of no button where the bot offers nobody", async () => {
    const { said } = await shop.talk(["店員態度很差"], { offersPerson: false });
    expect(said).not.toContain("找真人");
  });
});

describe("what is beyond quoting", () => {
  it.each([
    ["最便宜的是哪一台", "NT$150"],
    ["哪一台車最重", "28 公斤"],
    ["兩台登山車加一台淑女車多少錢", "NT$300"],
  ])("%s is answered by the list that holds it", async (question, words) => {
    const { bubbles, answered, said } = await shop.talk([question]);
    expect(bubbles[0]).toBe(answerWords["zh-TW"].compare);
    expect(said).toContain(words);
    expect(answered).toBe(false);
  });
});
