import { describe, expect, it } from "vitest";
import { createShopTalk } from "@/test/fixtures/shop-talk";
import { countedForm, expectedForm } from "./extract/extract-expected";

describe("what is counted", () => {
  it.each([
    ["一期有幾堂課", "一期 10 堂", "學費 3,200 元"],
    ["要跑幾趟", "最多來回 3 次", "車資 200 元"],
    ["一班幾個人", "每班 6 位", "每堂 50 分鐘"],
    ["可以帶多少人進去", "限 4 名", "一次 300 元"],
    ["水溫幾度", "維持 29 度", "水深 120 公分"],
    ["幾歲可以上課", "滿 4 歲", "每班 6 人"],
    ["要等多久", "約 3 個工作天", "費用 500 元"],
    ["幾天會好", "當天就好", "收費 500 元"],
    ["多久可以拿到", "兩週後寄出", "工本費 200 元"],
    ["幾個月要換一次", "每半年換", "一組 200 元"],
    ["一張多少錢", "每張 180 元", "長 180 公分"],
    ["運費多少錢", "NT$1,200 以上免運費", "出貨後 2 天"],
    ["拿鐵怎麼賣", "拿鐵\t120\t有", "拿鐵每天 11:00 開賣"],
    ["鏡框多重", "重 12 公克", "NT$3,600 起"],
    ["游泳池多深", "水深 1.2 公尺", "票價 110 元"],
    ["錢什麼時候會退", "7 個工作天內", "退到帳戶 200 元"],
    ["可以選幾門課", "最多選三門課", "報名費 200 元"],
    ["How much is it?", "It is $40 a day.", "It takes 3 hours."],
    ["How long does it take?", "It takes three weeks.", "It costs 300."],
    ["며칠 걸려요", "3일 걸립니다", "5000원입니다"],
    ["どのくらいの時間ですか", "50分間です", "500円です"],
  ])("%s: 「%s」 says it, 「%s」 doesn't", (question, says, misses) => {
    const form = countedForm(question);
    expect(form?.test(says)).toBe(true);
    expect(form?.test(misses)).toBe(false);
    expect(expectedForm(question)).toBe(form);
  });

  it("is nothing in other questions", () => {
    for (const question of ["幾點開門", "幾月幾號開學", "什麼時候開學", "可以退費嗎", "when do you open"])
      expect(countedForm(question), question).toBeNull();
    expect(expectedForm("多少錢")?.test("3,200 元")).toBe(true);
    expect(expectedForm("幾點開門")?.test("早上 6 點")).toBe(true);
  });
});

describe("a swimming school that is asked", () => {
  const { talk } = createShopTalk([
    {
      title: "課程說明",
      content: `兒童班從 4 歲起收，每班 6 人，由兩位教練帶。一期 10 堂，每堂 50 分鐘，學費 NT$3,200。

學生自備泳衣、泳帽和蛙鏡。第一堂課會分級，程度不合可以換班。`,
    },
    {
      title: "請假與補課",
      content: `上課前一天 18:00 前可以線上請假，一期最多請 2 次。補課要在兩個月內用完，過期不補。

颱風停課由教室安排補課。請假超過次數視同上課，學費不退。`,
    },
    {
      title: "退費",
      content: `開課前申請退費，扣手續費 NT$300。開課後未滿三分之一退一半，超過就不退費。退費約 14 個工作天匯入帳戶。`,
    },
  ]);

  it.each([
    ["小孩請假最多可以請幾次", "2 次"],
    ["補課的話多久要用完", "兩個月"],
    ["退費要等幾天才會拿到", "14 個工作天"],
    ["一班幾個小朋友", "每班 6 人"],
    ["兒童班幾歲可以上", "4 歲"],
  ])("%s: is sure of %s", async (question, words) => {
    const { answered, said } = await talk([question]);
    expect(said).toContain(words);
    expect(answered, said).toBe(true);
  });

  it.each(["泳池水深幾公尺", "教練教幾年了", "停車場有幾個車位"])(
    "%s, which is nowhere: isn't sure",
    async (question) => {
      const { answered, said } = await talk([question]);
      expect(answered, said).toBe(false);
    },
  );
});
