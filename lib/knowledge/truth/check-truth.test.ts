import { expect, it } from "vitest";
import { teaDocuments } from "@/prisma/demo/tea-documents";
import { measureTruth, textOf, toDocuments } from "@/test/truth/measure-truth";
import { checkTruth } from "./check-truth";

const options = { today: "2026-11-30", names: [] };

function check(...contents: (string | [title: string, content: string])[]) {
  const documents = toDocuments({
    documents: contents.map((one) =>
      typeof one === "string" ? { title: "說明", content: one } : { title: one[0], content: one[1] },
    ),
  });
  return checkTruth(documents, options).map(({ kind, places, goneBy }) => ({
    kind,
    goneBy,
    texts: places.map((place) => textOf(documents, place)),
    marks: places.map((place) => place.marks.map((mark) => textOf(documents, { ...place, ...mark }))),
  }));
}

it("points out what is real, among look-alikes: the bar of the first 50, and most of what was planted", () => {
  const { found, missed, plantedCount } = measureTruth();
  const first = found.slice(0, 50);
  expect(first).toHaveLength(50);
  expect(first.filter(({ isReal }) => !isReal).map(({ excerpts }) => excerpts)).toEqual([]);
  expect(found.filter(({ isReal }) => !isReal).length).toBeLessThanOrEqual(found.length * 0.1);
  expect(missed.length).toBeLessThanOrEqual(plantedCount * 0.2);
});

it("points out nothing in the demo's documents", () => {
  expect(check(...teaDocuments.map(({ title, content }): [string, string] => [title, content]))).toEqual([]);
});

it("marks what differs: numbers in whatever writing, hours, days off", () => {
  expect(check("掛號費一百五十元。", "掛號費 200 元。")).toMatchObject([
    { kind: "contradiction", marks: [["一百五十元"], ["200 元"]] },
  ]);
  expect(check("掛號費一百五十元。", "掛號費：NT$150。")).toEqual([]);
  expect(check("退房時間：上午十點", "退房時間：11:00")).toHaveLength(1);
  expect(check("保固期限為 1 年", "保固期限為 12 個月")).toEqual([]);
  expect(check("公休日：週一公休", "公休日：週二公休")).toHaveLength(1);
});

it("tells a refusal from leave, whatever else is the same", () => {
  expect(check("店內可以攜帶寵物入場。", "店內不可以攜帶寵物入場。")).toMatchObject([
    { kind: "contradiction" },
  ]);
  expect(check("滿 18 歲可以報名參加", "未滿 18 歲不可以報名參加")).toEqual([]);
});

it("holds nothing of two branches, plans, days or years against each other", () => {
  expect(check(["台北店", "營業時間：11:00–20:00"], ["台中店", "營業時間：12:00–21:00"])).toEqual([]);
  expect(check(["虎尾蘭", "每 14 天澆水一次"], ["龜背芋", "每 7 天澆水一次"])).toEqual([]);
  expect(check("# 平日\n\n入場費 200 元", "# 假日\n\n入場費 300 元")).toEqual([]);
  expect(check("A 方案：\n月租費 399 元", "B 方案：\n月租費 599 元")).toEqual([]);
  expect(check("滿 1,000 元折 100 元\n滿 2,000 元折 250 元")).toEqual([]);
  expect(check("審查期間為 3 天。審查期間為 5 天。")).toEqual([]);
  expect(check("每週一 10:00–18:00", "每週二 10:00–18:00")).toEqual([]);
});

it("holds rows of one thing against each other, in the one column that differs", () => {
  const table = (price: number, size = "中") =>
    `| 品項 | 大小 | 價格（元） |\n| --- | --- | --- |\n| 紅茶拿鐵 | ${size} | ${price} |\n| 四季春 | 大 | 40 |`;
  expect(check(table(60), table(65))).toMatchObject([{ kind: "contradiction", marks: [["60"], ["65"]] }]);
  expect(check(table(60), table(65, "大"))).toEqual([]);
  const two = (price: number, weight: number) =>
    `| 品項 | 價格 | 淨重 |\n| --- | --- | --- |\n| 高山烏龍 | ${price} 元 | ${weight} 公克 |\n| 紅玉 | 300 元 | 75 公克 |`;
  expect(check(two(420, 75), two(780, 150))).toEqual([]);
});

it("finds what stands twice, and nearly", () => {
  const text = "我們不寄送外島，因為植物經不起長途運送，到貨狀況無法保證。";
  expect(check(text, `**${text}**`)).toMatchObject([{ kind: "duplicate" }]);
  expect(check(text, text.replace("長途運送", "長途的運送"))).toMatchObject([{ kind: "near_duplicate" }]);
  expect(check(text, text.replace("植物", "花苗"))).toEqual([]);
});

it("tells one thing once, and a long answer nothing against itself", () => {
  const pair = (price: number) => `問：加床多少錢？\n答：加床費 ${price} 元。`;
  expect(check(pair(600), pair(800))).toHaveLength(1);
  const long = Array.from(
    { length: 150 },
    (_, at) => `第 ${at} 段說明這件事的一部分，每人限領 ${at} 份。`,
  ).join("\n");
  expect(check(`問：補助金怎麼領？\n答：${long}`)).toEqual([]);
});

it("stays bounded where all is alike", () => {
  const parts = Array.from(
    { length: 20 },
    (_, at) => `# 第 ${at} 項\n\n本院第 ${at} 區提供停車位，看診可以折抵一小時停車費。`,
  );
  const documents = Array.from({ length: 40 }, () => parts.join("\n\n"));
  expect(check(...documents)).toHaveLength(500);
});
