import { describe, expect, it } from "vitest";
import { answerWords } from "@/lib/i18n/words/answer-words";
import { createShopTalk } from "@/test/fixtures/shop-talk";
import { readIntent } from "./read-intent";

const shopTexts = [
  {
    title: "購物須知",
    content:
      "## 訂購流程\n\n選好商品放進購物車，填收件資料後結清款項，收到確認信就完成了。\n\n## 取消訂單\n\n出貨前可以在會員中心取消。\n\n## 付款方式\n\n信用卡、轉帳、貨到付款都可以。\n\n## 密封圈\n\n密封圈可以單買，一個 60 元。",
  },
  {
    title: "門市資訊",
    content: "## 交通\n\n捷運中山站 4 號出口走 5 分鐘，公車 12 路到南西站。\n\n## 電話\n\n02-2222-3333",
  },
  {
    title: "退換貨",
    content:
      "## 哪些不能退\n\n內衣不能退。\n\n## 退貨步驟\n\n到會員中心按申請退貨，等物流來收。\n\n## 換貨\n\n寄回後七天內寄新的給你。",
  },
  {
    title: "課程",
    content:
      "## 報名方式\n\n填線上表單，繳清學費後才算報名完成。\n\n## 預約參觀\n\n打電話來約，週三下午可以參觀。",
  },
  {
    title: "常見問題",
    content:
      "Q：怎麼加入會員？\nA：結帳時勾選就可以。\n\nQ：刻字要多久？\nA：五天。\n\nQ：取貨要帶證件嗎？\nA：要帶身分證。\n\nQ：怎麼聯絡客服？\nA：寫信到 hi@example.com。",
  },
];
const libraryTexts = [
  { title: "借閱規則", content: "每張證可以借 10 本，帶證到櫃台辦理就可以。" },
  { title: "歸還", content: "門口有還書箱，24 小時都可以投。" },
  { title: "逾期", content: "每本每天 1 元。" },
  { title: "研習教室", content: "空調從早上九點開到晚上九點。" },
];

const shop = createShopTalk(shopTexts);
const library = shop.open(libraryTexts);

describe("a verb without a noun finds its section", () => {
  it.each([
    ["怎麼買", "放進購物車"],
    ["怎麼訂", "放進購物車"],
    ["請問怎麼訂購", "放進購物車"],
    ["要怎麼買東西呢？", "放進購物車"],
    ["如何下單", "放進購物車"],
    ["怎么买", "放進購物車"],
    ["how do I order", "放進購物車"],
    ["How to buy?", "放進購物車"],
    ["注文方法", "放進購物車"],
    ["どうやって注文しますか", "放進購物車"],
    ["怎麼去", "中山站"],
    ["要怎麼過去你們那裡", "中山站"],
    ["How do I get there?", "中山站"],
    ["行き方を教えてください", "中山站"],
    ["怎麼取消", "出貨前可以"],
    ["how can i cancel", "出貨前可以"],
    ["怎麼報名", "線上表單"],
    ["how do I sign up", "線上表單"],
    ["怎麼預約", "打電話來約"],
    ["怎麼付", "貨到付款"],
    ["How to pay", "貨到付款"],
    ["怎麼退", "等物流來收"],
    ["怎麼退貨", "等物流來收"],
    ["怎麼換", "寄新的給你"],
    ["怎麼加入", "勾選就可以"],
    ["怎麼聯絡你們", "hi@example.com"],
    ["怎麼領", "身分證"],
  ])("%s", async (question, words) => {
    const { said, answered } = await shop.talk([question]);
    expect({ answered, isThere: said.includes(words) }, said).toEqual({ answered: true, isThere: true });
  });

  it.each([
    ["怎麼借", "櫃台"],
    ["怎麼還", "還書箱"],
    ["How to borrow books", "櫃台"],
  ])("%s of a library", async (question, words) => {
    const { said, answered } = await library.talk([question]);
    expect({ answered, isThere: said.includes(words) }, said).toEqual({ answered: true, isThere: true });
  });

  it("each of several in one message", async () => {
    const { bubbles } = await shop.talk(["怎麼去？怎麼買？"]);
    expect(bubbles).toEqual([expect.stringContaining("中山站"), expect.stringContaining("放進購物車")]);
  });

  it("is not answered as sure where no section is on it", async () => {
    const { answered, said } = await library.talk(["怎麼報名"]);
    expect(answered, said).toBe(false);
    expect(said).not.toContain(answerWords["zh-TW"].missing(["怎麼報名"]));
  });
});

describe("readIntent", () => {
  it.each([
    "怎麼買密封圈",
    "怎麼取消電子報",
    "可以取消嗎",
    "運費怎麼算",
    "怎麼泡",
    "返品できますか",
    "予約はできますか",
    "how do I order a gasket",
    "怎麼辦",
    "怎麼",
    "",
    "買",
  ])("reads none in %s", (question) => expect(readIntent(question)).toBeNull());
});
