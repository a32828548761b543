import { describe, expect, it } from "vitest";
import { answerWords } from "@/lib/i18n/words/answer-words";
import { createShopTalk } from "@/test/fixtures/shop-talk";

const park = createShopTalk([
  {
    title: "門票",
    content:
      "## 票價\n\n- 全票：NT$250。\n- 半票：6 到 12 歲、65 歲以上，NT$125。\n- 三歲以下免費，要有大人陪。\n\n身高 90 公分以下免票。",
  },
  {
    title: "設施",
    content: "## 遊樂設施\n\n- 海盜船：身高 120 公分以上才能坐。\n- 纜車：一趟 NT$80，五歲以下免費。",
  },
  { title: "停車", content: "## 停車\n\n停車一小時 NT$40，30 分鐘內免費。" },
]);
const pool = park.open([
  { title: "收費", content: "成人 150 元，學生 100 元。三歲以下免費，六十五歲以上 75 元。" },
  { title: "規定", content: "十二歲以下要有家長陪同下水。泳帽一頂 60 元，要自己帶毛巾。" },
]);
const zoo = park.open([
  { title: "Tickets", content: "Adults pay $12. Children under 4 are free. Ages 4 to 11 pay $6." },
  { title: "Hours", content: "We are open from 9 am to 5 pm." },
]);

describe("whether somebody of an age or a height pays", () => {
  it.each([
    "兩歲要收錢嗎",
    "我女兒兩歲要錢嗎",
    "两岁收费吗",
    "小孩 2 歲需要買票嗎",
    "do you charge for a 2 year old?",
    "2歳は無料ですか",
    "두 살은 무료인가요",
  ])("%s is answered by the limit that has them within", async (question) => {
    const { said, answered } = await pool.talk([question]);
    expect(said).toContain("三歲以下免費");
    expect(said).not.toContain("泳帽");
    expect(answered).toBe(true);
  });

  it.each([
    ["七歲要收錢嗎", "6 到 12 歲"],
    ["70 歲要門票嗎", "65 歲以上"],
    ["身高 85 公分要買票嗎", "90 公分以下免票"],
    ["四歲搭纜車要錢嗎", "五歲以下免費"],
  ])("%s: %s", async (question, words) => {
    const { said, answered } = await park.talk([question]);
    expect(said).toContain(words);
    expect(said.split("\n")).toHaveLength(1);
    expect(answered).toBe(true);
  });

  it("is not sure where several documents have one", async () => {
    expect((await park.talk(["兩歲要收錢嗎"])).bubbles[0]).toBe(answerWords["zh-TW"].maybe);
  });

  it("is answered in English", async () => {
    const { said, answered } = await zoo.talk(["is a 9 year old free?"]);
    expect(said).toContain("Ages 4 to 11 pay $6.");
    expect(answered).toBe(true);
  });

  it.each(["20 歲要收錢嗎", "三十歲要錢嗎"])(
    "%s is not sure where nothing is said of it",
    async (question) => {
      expect((await pool.talk([question])).answered).toBe(false);
    },
  );
});

describe("what asks no fee of an age stays as it is", () => {
  it.each([
    ["110 公分可以坐海盜船嗎", "120 公分以上"],
    ["停車要錢嗎", "停車一小時"],
    ["停 20 分鐘要錢嗎", "30 分鐘內免費"],
    ["全票多少錢", "NT$250"],
  ])("%s: %s", async (question, words) => {
    const { said } = await park.talk([question]);
    expect(said).toContain(words);
  });
  it("兩歲要戴泳帽嗎 is not told what is free", async () => {
    expect((await pool.talk(["兩歲要戴泳帽嗎"])).said).not.toContain("三歲以下");
  });
});
