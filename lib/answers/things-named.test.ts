import { describe, expect, it } from "vitest";
import { answerWords } from "@/lib/i18n/words/answer-words";
import { createShopTalk } from "@/test/fixtures/shop-talk";

const prices = {
  title: "租借價目表",
  content: `| 品項 | 一天 | 兩天一夜 | 押金 |
| --- | --- | --- | --- |
| 四人帳篷 | NT$450 | NT$800 | NT$1,500 |
| 充氣床墊 | NT$120 | NT$200 | NT$300 |
| 瓦斯爐 | NT$90 | NT$150 | NT$200 |
| 露營推車 | NT$160 | NT$280 | NT$500 |
| 行動電源車 | NT$700 | NT$1,200 | NT$5,000 |`,
};
const rules = {
  title: "租借須知",
  content: `## 取件與歸還

取件時間是每天 09:00 到 18:00，隔天 18:00 前歸還。逾時歸還每小時收 NT$80。

## 週末與連假

週六、週日與連假加收兩成，請在五天前預約。

## 損壞

帳篷營柱斷裂每支賠 NT$200，瓦斯爐點不著請來電更換。

## 付款

付現金或刷信用卡都可以，押金在歸還時當場退還。`,
};
const more = {
  title: "會員與門市",
  content: `## 會員卡

會員卡年費 NT$300，租金打九折。

## 行動支付

可以用 LINE Pay 和街口支付付款。

## 停車場

門市後面有停車場，停一小時 NT$30。

## 發票

統一開立電子發票，月底寄到信箱。

## 學生優惠

出示學生證，平日租金打八五折。

## 門市

台中店在北屯路 88 號，新竹店在光復路 12 號。`,
};

const bare = createShopTalk([prices, rules]);
const full = bare.open([prices, rules, more]);

const tables = [
  "四人帳篷租一天多少錢",
  "行動電源車租一天多少錢",
  "行動電源車兩天一夜多少錢",
  "露營推車租一天多少錢",
];
const named = [
  ["有會員卡嗎", "年費 NT$300"],
  ["會員卡呢", "年費 NT$300"],
  ["那有會員卡嗎", "年費 NT$300"],
  ["可以用LINE Pay嗎", "LINE Pay 和街口"],
  ["那 LINE Pay 呢", "LINE Pay 和街口"],
  ["有停車場嗎", "停一小時 NT$30"],
  ["停車場呢", "停一小時 NT$30"],
  ["有開發票嗎", "電子發票"],
  ["發票呢", "電子發票"],
  ["學生有優惠嗎", "打八五折"],
  ["有學生優惠嗎", "打八五折"],
  ["新竹有店嗎", "光復路"],
  ["Is there parking?", "停一小時 NT$30"],
  ["Do you have a student discount?", "打八五折"],
  ["駐車場はありますか", "停一小時 NT$30"],
  ["주차장 있어요?", "停一小時 NT$30"],
] as const;

describe("a short question that names a thing of its own, after the price of another", () => {
  it.each(named)("%s is answered with that thing alone, or as absent", async (question, words) => {
    for (const before of tables) {
      const found = await full.talk([before, question]);
      expect(found, before).toMatchObject({ answered: true, sources: [{ title: "會員與門市" }] });
      expect(found.said).toContain(words);
      const missed = await bare.talk([before, question]);
      expect(missed.answered, `${before}: ${missed.said}`).toBe(false);
    }
  });

  it.each([
    "有睡袋嗎",
    "那睡袋呢",
    "有淋浴間嗎",
    "有禮券嗎",
    "有wifi嗎",
    "有廁所嗎",
    "可以停車嗎",
    "有保險嗎",
    "需要身分證嗎",
    "ポイントはありますか",
    "포인트 있어요?",
    "Do you take Apple Pay?",
  ])("%s, which no document has, is never sure", async (question) => {
    for (const before of tables) {
      const { answered, said } = await bare.talk([before, question]);
      expect(answered, `${before}: ${said}`).toBe(false);
    }
  });

  it("tells what is absent, and the nearest that is there", async () => {
    const { bubbles } = await bare.talk(["行動電源車租一天多少錢", "有會員卡嗎"]);
    expect(bubbles[0]).toBe(answerWords["zh-TW"].nearest(["會員卡"]));
    expect(bubbles.slice(1).join()).toContain("信用卡");
  });
});

describe("what goes on about the thing before", () => {
  it.each([
    ["那瓦斯爐呢", "瓦斯爐：一天 NT$90"],
    ["充氣床墊呢", "充氣床墊：一天 NT$120"],
    ["押金多少", "押金 NT$1,500"],
    ["那押金呢", "押金 NT$1,500"],
    ["多少錢", "NT$450"],
    ["兩天一夜呢", "兩天一夜 NT$800"],
    ["那週末呢", "加收兩成"],
    ["要預約嗎", "五天前預約"],
    ["可以刷卡嗎", "信用卡"],
    ["Can I pay by credit card?", "信用卡"],
    ["クレジットカードは使えますか", "信用卡"],
    ["신용카드 되나요?", "信用卡"],
  ])("%s → %s", async (question, words) => {
    const { answered, said } = await bare.talk(["四人帳篷租一天多少錢", question]);
    expect(said).toContain(words);
    expect(answered, said).toBe(true);
  });

  it("says the price of nothing else beside a rule", async () => {
    const { said } = await bare.talk(["四人帳篷租一天多少錢", "那週末呢"]);
    expect(said).toBe("週六、週日與連假加收兩成，請在五天前預約。");
  });
});
