import { describe, expect, it } from "vitest";
import { createTextAsker } from "@/test/fixtures/text-asker";

const ask = createTextAsker();

const glasses = [
  ["鏡片", "單焦點", "多焦點", "取件天數"],
  ["抗藍光", "1,800 元", "5,200 元", "3 天"],
  ["變色", "2,600 元", "6,900 元", "7 天"],
  ["高折射", "3,400 元", "8,800 元", "10 天"],
];
const joinedBy = (border: string) => glasses.map((row) => row.join(border)).join("\n");
const widthOf = (cell: string) => cell.length + (cell.match(/[\u2e80-\uffff]/gu) ?? []).length;
const pad = (cell: string) => cell + " ".repeat(14 - widthOf(cell));
const piped = glasses.map((row) => `| ${row.join(" | ")} |`);

describe("a table in whatever form it is written", () => {
  it.each([
    ["pipes", piped.join("\n")],
    ["pipes with a rule", piped.toSpliced(1, 0, "|---|---|---|---|").join("\n")],
    ["pipes, those at the ends missing", joinedBy(" | ")],
    [
      "pipes, those at the ends missing, with a rule",
      joinedBy(" | ").replace("\n", "\n--- | --- | --- | ---\n"),
    ],
    ["full-width pipes", glasses.map((row) => `｜${row.join("｜")}｜`).join("\n")],
    ["tabs", joinedBy("\t")],
    ["several tabs", joinedBy("\t\t")],
    ["blanks that align", glasses.map((row) => row.map(pad).join("").trimEnd()).join("\n")],
    ["full-width blanks", joinedBy("　　")],
    ["commas", joinedBy(",")],
  ])("%s", async (_, table) => {
    const text = `我們的鏡片都附驗光。\n\n${table}\n\n配鏡請先預約。`;
    expect((await ask(text, "變色鏡片多焦點多少錢")).said).toBe("變色：多焦點 6,900 元");
    expect((await ask(text, "高折射的鏡片")).said).toContain(
      "高折射：單焦點 3,400 元，多焦點 8,800 元，取件天數 10 天",
    );
    expect((await ask(text, "各種鏡片取件天數要幾天")).said).toBe(
      "取件天數：\n抗藍光：3 天\n變色：7 天\n高折射：10 天",
    );
  });

  it("but no sentences with blanks or commas in them", async () => {
    const text = "本店有紅茶,綠茶,青茶。\n外帶請自備杯子,袋子,吸管。\n內用低消一杯,限時兩小時,謝謝。";
    expect((await ask(text, "內用有低消嗎")).said).toContain("內用低消一杯,限時兩小時,謝謝。");
  });
});

describe("what a table leaves to its reader", () => {
  it("the cell above goes on in an empty one", async () => {
    const table =
      "| 場館 | 時段 | 開放 | 票價 |\n|---|---|---|---|\n| 泳池 | 平日 | 06:00–21:00 | 120 元 |\n| | 假日 | 08:00–20:00 | 150 元 |\n| 球場 | 平日 | 09:00–22:00 | 300 元 |\n| | 假日 | 09:00–21:00 | 400 元 |";
    const { said } = await ask(table, "泳池的票價");
    expect(said).toContain("150 元");
    expect(said).not.toContain("400 元");
    expect((await ask(table, "球場怎麼收費")).said).toContain(
      "球場：時段 假日，開放 09:00–21:00，票價 400 元",
    );
    const tabs = "場館\t時段\t票價\n泳池\t平日\t120 元\n\t假日\t150 元\n球場\t平日\t300 元\n\t假日\t400 元";
    expect((await ask(tabs, "泳池怎麼收費")).said).toContain("泳池：時段 假日，票價 150 元");
  });

  it("two rows name the columns", async () => {
    const table =
      "| 車種 | 平日 | | 假日 | |\n|---|---|---|---|---|\n| | 四小時 | 整天 | 四小時 | 整天 |\n| 登山車 | 400 元 | 700 元 | 500 元 | 900 元 |\n| 電動車 | 600 元 | 950 元 | 800 元 | 1,300 元 |";
    expect((await ask(table, "電動車")).said).toContain(
      "電動車：平日 四小時 600 元，平日 整天 950 元，假日 四小時 800 元，假日 整天 1,300 元",
    );
    expect((await ask(table, "登山車假日整天多少錢")).said).toBe("登山車：假日 整天 900 元");
  });

  it("a name stands over two columns", async () => {
    const table =
      "| 分店 | 電話 | | 店長 |\n|---|---|---|---|\n| 北門 | 06-111-2222 | 06-111-3333 | 小方 |\n| 東寧 | 06-444-5555 | | 阿蓮 |";
    expect((await ask(table, "北門分店")).said).toContain(
      "北門：電話 06-111-2222，電話 06-111-3333，店長 小方",
    );
  });

  it("things are columns and what is told of them is rows", async () => {
    const table =
      "| | 經濟倉 | 標準倉 | 恆溫倉 |\n|---|---|---|---|\n| 面積 | 1 坪 | 3 坪 | 3 坪 |\n| 月費（元） | 1,500 | 3,600 | 5,200 |\n| 押金 | 一個月 | 一個月 | 兩個月 |";
    expect((await ask(table, "恆溫倉月費多少")).said).toBe("恆溫倉：月費 5,200 元");
    expect((await ask(table, "標準倉")).said).toBe("標準倉：\n面積：3 坪\n月費：3,600 元\n押金：一個月");
  });

  it.each([
    [
      "the head",
      "| 盆栽 | 價格（元） | 高度(cm) |\n|---|---|---|\n| 龜背芋 | 680 | 45 |\n| 琴葉榕 | 1,280 | 90–100 |",
    ],
    [
      "the caption",
      "單位：元\n\n| 盆栽 | 價格 | 高度(cm) |\n|---|---|---|\n| 龜背芋 | 680 | 45 |\n| 琴葉榕 | 1,280 | 90–100 |",
    ],
  ])("the unit stands in %s", async (_, table) => {
    expect((await ask(table, "琴葉榕多少錢")).said).toContain("1,280 元");
    expect((await ask(table, "琴葉榕的高度")).said).toBe("琴葉榕：高度 90–100 cm");
  });

  it("no row names the columns", async () => {
    const { said } = await ask("電話\t04-2222-1111\n地址\t台中市三民路 5 號\n統編\t12345675", "電話");
    expect(said).toContain("電話：04-2222-1111");
  });

  it("the days of a week are one character each", async () => {
    const table =
      "診間\t一\t二\t三\t四\t五\n早上\t許醫師\t江醫師\t許醫師\t江醫師\t許醫師\n晚上\t休診\t許醫師\t休診\t許醫師\t江醫師";
    expect((await ask(table, "星期四早上是哪個醫師")).said).toBe("早上：星期四 江醫師");
  });
});

it("each row that is said stands in the sources, without marks", async () => {
  const { said, quotes } = await ask(piped.join("\n"), "變色鏡片多焦點多少錢");
  expect(said).toBe("變色：多焦點 6,900 元");
  expect(quotes).toEqual(["變色\t2,600 元\t6,900 元\t7 天"]);
});

it("rows that are asked for by one name are said together, without how many are left", async () => {
  const text =
    "項目\t平日\t假日\n成人團體\t80 元\t100 元\n學生團體\t50 元\t60 元\n個人\t120 元\t150 元\n家庭\t300 元\t350 元";
  const { said } = await ask(text, "團體假日票價多少");
  expect(said).toBe("假日：\n成人團體：100 元\n學生團體：60 元");
});

describe("a table that goes on over several passages", () => {
  const kinds = Array.from({ length: 70 }, (_, at) => [
    `${"甲乙丙丁戊己庚辛壬癸".charAt(at % 10)}${"東西南北中上下"[Math.floor(at / 10)]}號展架`,
    `${120 + at} 公分`,
    `${at % 3 === 0 ? "附輪與煞車" : "固定腳座"}，可承重 ${at + 30} 公斤`,
    `${800 + at * 10} 元`,
  ]);
  it.each([
    ["pipes", (cells: readonly string[]) => `| ${cells.join(" | ")} |`],
    ["tabs", (cells: readonly string[]) => cells.join("\t")],
    ["full-width blanks", (cells: readonly string[]) => cells.join("　　")],
  ])("in %s knows its columns to the end", async (_, write) => {
    const text = `## 展架租借\n\n${[["展架", "高度", "腳座說明", "租金"], ...kinds].map(write).join("\n")}`;
    for (const [name = "", height = "", , price = ""] of [kinds[3], kinds[36], kinds[69]].flatMap((kind) =>
      kind ? [kind] : [],
    )) {
      expect((await ask(text, `${name}的租金`)).said).toBe(`${name}：租金 ${price}`);
      expect((await ask(text, `${name}高度多少`)).said).toBe(`${name}：高度 ${height}`);
    }
  });

  it("doesn't take the names of its columns for a heading", async () => {
    const text = `${[["展架", "高度", "腳座說明", "租金"], ...kinds].map((cells) => `| ${cells.join(" | ")} |`).join("\n")}`;
    const { said } = await ask(text, "各種展架的腳座說明");
    expect(said).toMatch(/^腳座說明：\n.{2}號展架：/u);
    expect(said).not.toContain("租金");
  });
});
