import { describe, expect, it } from "vitest";
import { createShopTalk } from "@/test/fixtures/shop-talk";
import { askedValues } from "./asked-values";
import { asksNextValue } from "./asks-next-value";
import { daysOf } from "./days-of";

const place = {
  title: "關於我們",
  content: `## 木石鐘錶行

台南市東區林森路二段 31 號
06-234-5566
service@mushi.example

週二到週六 10:30–19:30，週日、週一公休。`,
};
const services = {
  title: "服務項目",
  content: `## 換電池

石英錶換電池 200 元，請先打電話問有沒有你的型號。

## 保養

機械錶保養 2,500 元，約兩週，取件時間是 14:00 到 18:00。

## 寄修

可以寄到我們的收件處：台南市北區公園路 8 號。`,
};
const week = {
  title: "開放時間",
  content: `| | 週一 | 週二 | 週三 | 週四 | 週五 |
| --- | --- | --- | --- | --- | --- |
| 櫃檯 | 08:30–17:00 | 08:30–17:00 | 08:30–20:00 | 08:30–17:00 | 08:30–16:00 |
| 講座 | 休 | 14:00 | 休 | 休 | 休 |`,
};
const branches = [
  { title: "東門店", content: "台南市東區東門路 5 號\n電話 06-111-2222" },
  { title: "西門店", content: "台南市中西區西門路 9 號\n電話 06-333-4444" },
];
const wash = {
  title: "洗車場",
  content: `平日早上九點一直開到晚上八點，假日只到下午五點，每月最後一個週一公休。

## 打蠟

打蠟以車型計價，時間為 10:00～16:00，電話預約。`,
};
const shop = createShopTalk([place, services]);
const office = shop.open([week]);
const garage = shop.open([wash, services]);
const grill = shop.open([
  { title: "常見問題", content: "Q：你們開到幾點？\nA：每天 11:30～22:30。\n\nQ：有包廂嗎？\nA：有兩間。" },
  { title: "訂位", content: "用餐限時 90 分鐘，平日下午 14:00～17:00 不限時。" },
]);
const tea = shop.open([
  {
    title: "聯絡我們",
    content:
      "地址：台南市安平區國勝路 7 號\n電話：06-700-1234，週一到週五 09:00–18:00 有人接。\n\n## 營業時間\n\n週三到週日 11:00–20:30。",
  },
]);
const several = shop.open([...branches, services]);

describe("a place's own values, which no document names", () => {
  it.each([
    ["地址", ["林森路二段 31 號"]],
    ["你們在哪裡", ["林森路二段 31 號"]],
    ["電話？", ["06-234-5566"]],
    ["email多少", ["service@mushi.example"]],
    ["開到幾點", ["10:30–19:30"]],
    ["最晚幾點關門", ["10:30–19:30"]],
    ["幾點開", ["10:30–19:30"]],
    ["when do u close", ["10:30–19:30"]],
    ["禮拜三到幾點", ["10:30–19:30"]],
    ["電話地址給我", ["林森路二段 31 號", "06-234-5566"]],
  ])("%s: is answered for sure", async (question, expected) => {
    const { answered, bubbles } = await shop.ask(question);
    for (const one of expected) expect(bubbles.join("\n")).toContain(one);
    expect(bubbles.join("\n")).not.toMatch(/電池|取件|收件/u);
    expect(answered).toBe(true);
  });

  it("says that none of two is missing, and neither twice", async () => {
    const { answered, bubbles } = await shop.ask("地址和電話？");
    expect(bubbles).toEqual(["台南市東區林森路二段 31 號", "06-234-5566"]);
    expect(answered).toBe(true);
  });

  it.each([
    ["開到幾點", ["週三 08:30–20:00", "週五 08:30–16:00"], []],
    ["禮拜三到幾點", ["20:00"], ["17:00"]],
  ])("%s: reads days that are columns", async (question, expected, not) => {
    const { answered, bubbles } = await office.ask(question);
    for (const one of expected) expect(bubbles.join("\n")).toContain(one);
    for (const one of not) expect(bubbles.join("\n")).not.toContain(one);
    expect(answered).toBe(true);
  });

  it.each(["營業時間", "平日開到幾點"])(
    "%s: knows the hours with days from those of a service",
    async (question) => {
      const { answered, bubbles } = await garage.ask(question);
      expect(bubbles.join("\n")).toContain("一直開到晚上八點");
      expect(bubbles.join("\n")).not.toContain("16:00");
      expect(answered).toBe(true);
    },
  );

  it.each([[["地址和電話？", "有開到幾點"]], [["地址在哪？電話？開到幾點？"]]])(
    "%j: asks for another value, not for those of the one before",
    async (says) => {
      const { answered, said } = await tea.talk(says);
      expect(said).toContain("11:00–20:30");
      expect(answered).toBe(true);
    },
  );

  it("knows the hours that a question of the documents asks for from others", async () => {
    const { answered, bubbles } = await grill.ask("營業到幾點");
    expect(bubbles.join("\n")).toContain("11:30～22:30");
    expect(bubbles.join("\n")).not.toContain("14:00");
    expect(answered).toBe(true);
  });

  it("is not sure which of several is meant", async () => {
    const { answered } = await several.ask("開店地址在哪");
    expect(answered).toBe(false);
  });

  it("is not sure of a day that no line names", async () => {
    const { answered } = await office.ask("禮拜六到幾點");
    expect(answered).toBe(false);
  });
});

it.each([
  ["開到幾點", "地址和電話？", true],
  ["有開到幾點", "高雄店地址", false],
  ["電話", "地址", false],
  ["可以停車嗎", "地址", false],
])("%s after %s", (question, before, expected) => {
  expect(asksNextValue(question, [{ role: "user", content: before }])).toBe(expected);
});

describe("askedValues", () => {
  it.each([
    ["地址跟電話", ["phone", "address"], "", ""],
    ["假日幾點關", ["hours"], "假日", ""],
    ["下午到幾點", ["hours"], "", "下午"],
    ["where are you?", ["address"], "", ""],
  ])("%s", (question, kinds, day, part) => {
    expect(askedValues(question)).toEqual({ kinds, day, part });
  });

  it.each(["高雄店地址", "可以改收件地址嗎", "幾點可以取件", "停車場在哪", "多少錢", "電話費多少", ""])(
    "%s asks for something else",
    (question) => expect(askedValues(question)).toBeNull(),
  );
});

it.each([
  ["周二到周日", [0, 2, 3, 4, 5, 6]],
  ["星期五至星期一", [0, 1, 5, 6]],
  ["平日", [1, 2, 3, 4, 5]],
  ["平日价", []],
  ["mon-fri", [1, 2, 3, 4, 5]],
  ["周三", [3]],
  ["一次", []],
])("the days of %s", (text, days) => {
  expect([...daysOf(text)].sort()).toEqual(days);
});
