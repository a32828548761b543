import { describe, expect, it } from "vitest";
import { answerWords } from "@/lib/i18n/words/answer-words";
import { createShopTalk } from "@/test/fixtures/shop-talk";

const courses = {
  title: "體驗課程",
  content: "## 價目\n\n- 手拉坏：每人 NT$1,200，約兩小時。\n- 捏陶：每人 NT$800，約一個半小時。",
};
const paying = { title: "付款", content: "## 怎麼付\n\n上課當天付現金或轉帳都可以，不收訂金。" };
const sending = {
  title: "作品",
  content: "## 寄送\n\n燒好的作品用宅配寄出，運費 NT$150，也可以自己來拿。",
};
const points = {
  title: "集點",
  content: "## 點數\n\n上一堂課得 10 點，點數效期兩年，到期前寄信提醒。",
};
const studio = createShopTalk([courses, paying, sending, points]);
const bare = studio.open([courses, points]);
const { nearest, unknown } = answerWords["zh-TW"];

describe("a name that no document has", () => {
  it.each([
    ["可以用 LINE Pay 嗎", "LINE Pay"],
    ["那 LINE Pay 呢", "LINE Pay"],
    ["LINE Pay 呢", "LINE Pay"],
    ["收 Apple Pay 嗎", "Apple Pay"],
    ["那街口支付呢", "街口支付"],
    ["可以刷悠遊卡嗎", "悠遊卡"],
    ["支付寶可以嗎", "支付寶"],
  ])("%s: says that %s is absent, and how one pays", async (question, name) => {
    for (const before of [[], ["手拉坏多少錢"], ["可以付現金嗎"]]) {
      const { bubbles, answered } = await studio.talk([...before, question]);
      expect(bubbles, before.join()).toEqual([nearest([name]), expect.stringContaining("現金或轉帳")]);
      expect(answered).toBe(false);
    }
  });

  it.each([
    ["可以寄黑貓嗎", "黑貓"],
    ["那順豐呢", "順豐"],
  ])("%s: says that %s is absent, and how things are sent", async (question, name) => {
    const { bubbles, answered } = await studio.talk(["手拉坏多少錢", question]);
    expect(bubbles).toEqual([nearest([name]), expect.stringContaining("宅配寄出")]);
    expect(answered).toBe(false);
  });

  it.each(["可以用 LINE Pay 嗎", "那街口呢", "可以寄黑貓嗎"])(
    "%s: gets nothing where the documents say nothing of its kind",
    async (question) => {
      const { said, answered, sources } = await bare.talk(["捏陶多少錢", question]);
      expect({ answered, sources }, said).toEqual({ answered: false, sources: [] });
      expect(said).toContain(unknown);
    },
  );
});

describe("what is asked of a thing and stands nowhere", () => {
  it.each([
    ["手拉坏多少錢", "多久前要預約"],
    ["手拉坏多少錢", "要預約嗎"],
    ["捏陶要多久", "可以刷卡嗎"],
    ["捏陶多少錢", "有停車場嗎"],
  ])("%s, %s: that thing's price is nothing near", async (before, question) => {
    const { said, answered } = await bare.talk([before, question]);
    expect(said).not.toContain("NT$");
    expect(answered).toBe(false);
  });
});
