import { describe, expect, it } from "vitest";
import { createShopTalk } from "@/test/fixtures/shop-talk";

const documents = [
  {
    title: "門診與住院",
    content: `## 看診時間

週一到週五上午九點到下午五點半看診。週六只看早上，中午十二點半停止掛號。星期日休診。

## 急診

夜間急診專線 0912-345-678，先打再過來。

## 掛號

訂位專線：02-2345-6789。初診掛號費 NT$200，複診 NT$100。夜間急診加收一千二。

## 住院

住院一天 1,500 元，大型犬超過 25 公斤每天加收三百元。探病時間 15:00 到 16:00。`,
  },
  {
    title: "付款與發票",
    content: `## 付款方式

現金、信用卡、LINE Pay 和街口支付都可以。金額滿 12,000 元可以分三期，零利率。

## 發票

電子發票會寄到電子信箱，要打統一編號請在結帳前說。`,
  },
  {
    title: "用品寄送",
    content: `## 運費

宅配運費 100 元，滿 1,500 元免運。7-ELEVEN 取貨運費 60 元，每件不超過 5 公斤。

## 退換貨

飼料沒拆封，七天內可以退貨。寄來就破損的，請拍照傳給我們，會補寄一份。

## 離島

離島只寄郵局，運費 250 元。`,
  },
  {
    title: "美容",
    content: `## 價目

- 小型犬洗澡：600 元，約 90 分鐘。
- 大型犬洗澡：1,200 元，約兩個半小時。
- 貓咪剃毛：1,800 元，要先預約。

## 預約

美容請在三天前預約，遲到三十分鐘就取消。`,
  },
  {
    title: "疫苗公告",
    content: `## 狂犬病疫苗

民國 114 年 3 月 8 日在活動中心免費施打狂犬病疫苗，每隻都要帶身分證。

## 幼犬

幼犬滿八週打第一劑，一公斤以下先不打。處方飼料一包 2kg，藥水一瓶 500 毫升。`,
  },
  {
    title: "寵物旅館",
    content: `## 住宿

寵物旅館每晚 800 元，入住要附預防針證明，下午四點前接回。

## 籠位

標準籠寬 60 公分，大型籠 120 公分。可以自己帶飼料和玩具。停車場在醫院後面。`,
  },
];

const { ask } = createShopTalk(documents);

const sourcesOf = async (question: string, language?: "zh-TW" | "en" | "ja") => {
  const answer = await ask(question, language ? { language } : {});
  return { answered: answer.answered, quotes: answer.sources.map(({ quote }) => quote).join("\n") };
};

describe("numbers, phones, days, hours, units and names in any form", () => {
  it.each([
    ["linepay 可以嗎", "LINE Pay"],
    ["可以用 line pay 付嗎", "LINE Pay"],
    ["收不收賴pay", "LINE Pay"],
    ["ＬＩＮＥＰＡＹ可以用嗎", "LINE Pay"],
    ["可以用 jkopay 嗎", "街口支付"],
    ["小七可以取貨嗎", "7-ELEVEN"],
    ["統一超商取貨要多少錢", "7-ELEVEN"],
    ["711取貨運費", "7-ELEVEN"],
    ["seven 取貨運費多少", "7-ELEVEN"],
    ["0223456789 是你們的電話嗎", "02-2345-6789"],
    ["(02)2345-6789 是哪裡的電話", "02-2345-6789"],
    ["+886 2 2345 6789 是你們的嗎", "02-2345-6789"],
    ["掛號電話幾號", "02-2345-6789"],
    ["0912345678 是誰的電話", "0912-345-678"],
    ["3/8 打什麼疫苗", "3 月 8 日"],
    ["三月八號有什麼活動", "3 月 8 日"],
    ["2025年3月8日在哪裡打疫苗", "活動中心"],
    ["2025/3/8 施打地點", "活動中心"],
    ["114年3月8日有什麼", "活動中心"],
    ["下午三點可以探病嗎", "15:00"],
    ["3pm 可以探病嗎", "15:00"],
    ["12:30 還能掛號嗎", "十二點半"],
    ["17:30 還有看診嗎", "下午五點半"],
    ["加收1200是什麼", "一千二"],
    ["加收 1,200 元是什麼費用", "一千二"],
    ["滿一萬二可以分期嗎", "12,000"],
    ["滿1.2萬可以分期嗎", "12,000"],
    ["25kg 的狗住院要加錢嗎", "25 公斤"],
    ["二十五公斤的狗住院", "25 公斤"],
    ["兩公斤的處方飼料", "2kg"],
    ["500ml 的藥水", "500 毫升"],
    ["500cc藥水有嗎", "500 毫升"],
    ["籠子 120cm 的有嗎", "120 公分"],
    ["两公斤饲料", "2kg"],
  ])("finds what %s asks", async (question, held) => {
    expect((await sourcesOf(question)).quotes).toContain(held);
  });

  it.each([
    ["可以用悠遊付嗎", "悠遊付"],
    ["可以用Apple Pay嗎", "Apple"],
    ["全家可以取貨嗎", "全家"],
  ])("is not sure of %s, which is another name", async (question) => {
    expect((await sourcesOf(question)).answered).toBe(false);
  });
});

describe("questions in English", () => {
  it.each([
    ["How much is shipping?", "100 元"],
    ["what are your opening hours", "上午九點"],
    ["Are you open on Sunday?", "星期日"],
    ["what's your phone number", "02-2345-6789"],
    ["do you take credit cards", "信用卡"],
    ["can I pay in installments?", "分三期"],
    ["Can I return unopened food?", "退貨"],
    ["it arrived damaged, what should I do", "破損"],
    ["do you have parking", "停車場"],
    ["how much does it cost to board my dog overnight", "800 元"],
    ["rabies shot date", "狂犬病"],
    ["free shipping over how much", "免運"],
    ["do you ship to outlying islands", "離島"],
    ["can you put our company tax ID on the invoice", "統一編號"],
    ["how much is a bath for a large dog", "1,200"],
    ["cat grooming price", "貓咪"],
    ["visiting hours for a hospitalized pet", "15:00"],
    ["emergency number at night", "0912-345-678"],
    ["do I need an appointment for grooming", "預約"],
    ["what happens if I'm late for grooming", "遲到"],
  ])("finds what %s asks", async (question, held) => {
    expect((await sourcesOf(question, "en")).quotes).toContain(held);
  });
});

describe("questions in Japanese", () => {
  it.each([
    ["送料はいくらですか", "100 元"],
    ["営業時間を教えてください", "九點"],
    ["診療時間は何時からですか", "九點"],
    ["日曜日は開いていますか", "星期日"],
    ["電話番号を教えて", "02-2345-6789"],
    ["クレジットカードは使えますか", "信用卡"],
    ["分割払いできますか", "分三期"],
    ["返品できますか", "退貨"],
    ["届いたら壊れていました", "破損"],
    ["駐車場はありますか", "停車場"],
    ["ペットホテルは一泊いくらですか", "800 元"],
    ["狂犬病のワクチンはいつですか", "狂犬病"],
    ["いくらから送料無料ですか", "免運"],
    ["離島に送れますか", "離島"],
    ["領収書に会社の番号を入れられますか", "統一編號"],
    ["大型犬のシャンプーはいくら", "1,200"],
    ["猫のトリミングの値段", "貓咪"],
    ["面会時間は何時ですか", "15:00"],
    ["夜の救急の電話", "0912-345-678"],
    ["トリミングは予約が必要ですか", "預約"],
  ])("finds what %s asks", async (question, held) => {
    expect((await sourcesOf(question, "ja")).quotes).toContain(held);
  });
});

describe("one wrong character", () => {
  it.each([
    ["註院一天多少", "1,500"],
    ["探並時間", "15:00"],
    ["挂號費多少", "200"],
    ["急整電話", "0912-345-678"],
    ["街囗支付可以嗎", "街口"],
    ["可以分七嗎", "分三期"],
    ["電子發瞟寄到哪", "電子發票"],
    ["統一編毫怎麼打", "統一編號"],
    ["運廢多少", "100 元"],
    ["飼料可以退或嗎", "退貨"],
    ["飼枓拆封可以退嗎", "退貨"],
    ["離鳥運費多少", "250"],
    ["寄來破捐怎麼辦", "破損"],
    ["大型大洗澡多少", "1,200"],
    ["貓咪涕毛多少", "1,800"],
    ["美容要預曰嗎", "預約"],
    ["狂犬病役苗哪天打", "3 月 8 日"],
    ["寵物旅管一晚多少", "800"],
    ["預防真證明要附嗎", "預防針"],
    ["停車廠在哪", "停車場"],
  ])("is read as meant: %s", async (question, held) => {
    expect((await sourcesOf(question)).quotes).toContain(held);
  });
});

describe("the owner's own words", () => {
  it("find what the documents call otherwise, beside what every bot knows", async () => {
    const asks = async (question: string, wordings: string) =>
      (await ask(question, { as: { wordings } })).sources.map(({ quote }) => quote).join("\n");
    expect(await asks("毛孩SPA多少錢", "")).not.toContain("小型犬洗澡");
    expect(await asks("毛孩SPA多少錢", "毛孩spa、洗澡")).toContain("小型犬洗澡");
    expect(await asks("毛孩ＳＰＡ多少錢", "早鳥=預購\n毛孩spa＝洗澡")).toContain("小型犬洗澡");
    expect(await asks("可以用 linepay 嗎", "毛孩spa、洗澡")).toContain("LINE Pay");
  });
});
