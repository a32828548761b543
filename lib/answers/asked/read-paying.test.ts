import { describe, expect, it } from "vitest";
import { createShopTalk } from "@/test/fixtures/shop-talk";

const pots = createShopTalk([
  {
    title: "付款",
    content:
      "## 付款方式\n\n- 信用卡：可以分 3 期。\n- LINE Pay：結帳時跳轉付款，可以折抵點數。\n- 貨到付款：手續費 NT$30。",
  },
  {
    title: "退款",
    content:
      "## 退款\n\n收到退貨後 7 天內退款，信用卡退回原卡。\n\n## 取消訂單\n\n- LINE Pay：取消後 1 個工作日內退回。",
  },
  { title: "鍋子", content: "## 鍋子\n\n- 鑄鐵鍋：NT$3,200。\n- 雪平鍋：NT$980。" },
]);

describe("a way to pay that is named alone", () => {
  it.each([
    [["退款要多久", "LINE Pay 呢"]],
    [["可以退貨嗎", "那 LINE Pay 呢"]],
    [["可以退货吗", "那 LINE Pay 呢"]],
    [["How do I get a refund?", "and LINE Pay?"]],
    [["返金できますか", "LINE Payは？"]],
    [["환불 얼마나 걸려요", "LINE Pay는요?"]],
    [["信用卡可以分期嗎", "LINE Pay 呢"]],
    [["刷卡要手續費嗎", "那 LINE Pay 呢"]],
  ])("%j: is not sure where nothing tells that of it", async (says) => {
    const { said, answered } = await pots.talk(says);
    expect(answered, said).toBe(false);
    expect(said).toContain("LINE Pay");
  });

  it.each([
    [["退款要多久", "那信用卡呢"], "退回原卡"],
    [["怎麼取消訂單", "LINE Pay 呢"], "1 個工作日內退回"],
    [["LINE Pay 要手續費嗎", "那貨到付款呢"], "NT$30"],
  ])("%j: %s, where that is told", async (says, words) => {
    const { said, answered } = await pots.talk(says);
    expect(said).toContain(words);
    expect(answered).toBe(true);
  });

  it.each([
    [["鑄鐵鍋多少錢", "LINE Pay 呢"]],
    [["可以刷卡嗎", "那 LINE Pay 呢"]],
    [["貨到付款可以嗎", "LINE Pay呢？"]],
    [["雪平鍋多少錢", "LINE Payは？"]],
  ])("%j: how one pays by it, not how money comes back", async (says) => {
    const { said, answered } = await pots.talk(says);
    expect(said).toContain("結帳時跳轉付款");
    expect(said).not.toContain("退回");
    expect(answered).toBe(true);
  });

  it.each([
    [["鑄鐵鍋多少錢", "那雪平鍋呢"], "NT$980"],
    [["退款要多久", "雪平鍋多少錢"], "NT$980"],
  ])("%j: %s, as before", async (says, words) => {
    expect((await pots.talk(says)).said).toContain(words);
  });
});
