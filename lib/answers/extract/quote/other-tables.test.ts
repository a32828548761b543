import { describe, expect, it } from "vitest";
import { createTextAsker } from "@/test/fixtures/text-asker";

const ask = createTextAsker();

const boats = [
  ["獨木舟", "兩小時", "650 元", "碼頭東側"],
  ["立槳", "一小時半", "480 元", "沙灘小屋"],
  ["風帆", "三小時", "1,200 元", "遊客中心"],
];
const labels = ["項目", "時間", "租金", "集合地點"];
const inLines =
  (colon: string, mark = "") =>
  (cells: readonly string[]) =>
    cells.map((cell, at) => `${mark}${labels[at]}${colon}${cell}`).join("\n");

describe("things that have a line for each label", () => {
  it.each([
    ["full-width colons", boats.map(inLines("：")).join("\n\n")],
    ["half-width colons", boats.map(inLines(": ")).join("\n\n")],
    ["bullets", boats.map(inLines("：", "- ")).join("\n\n")],
    ["no line between them", boats.map(inLines("：")).join("\n")],
    [
      "a name above each",
      boats
        .map(([name = "", ...told]) =>
          [name, ...told.map((cell, at) => `${labels[at + 1]}：${cell}`)].join("\n"),
        )
        .join("\n\n"),
    ],
  ])("%s", async (_, list) => {
    const text = `水上活動，天候不佳時取消。\n\n${list}\n\n請穿可以弄濕的鞋。`;
    expect((await ask(text, "立槳的租金")).said).toBe("立槳：租金 480 元");
    expect((await ask(text, "風帆集合地點")).said).toBe("風帆：集合地點 遊客中心");
    expect((await ask(text, "租金多少")).said).toBe("租金：\n獨木舟：650 元\n立槳：480 元\n風帆：1,200 元");
    const whole = await ask(text, "獨木舟");
    expect(whole.said).toMatch(/獨木舟\n(?:- )?時間: ?兩小時|獨木舟\n(?:- )?時間：兩小時/u);
    expect(whole.said).not.toContain("立槳");
  });

  it("a label that one of them lacks is not the next one's", async () => {
    const text =
      "診別：一般門診\n掛號費：200 元\n備註：請帶健保卡\n\n診別：夜間門診\n掛號費：300 元\n\n診別：假日門診\n掛號費：350 元\n備註：限預約";
    expect((await ask(text, "夜間門診掛號費")).said).toBe("夜間門診：掛號費 300 元");
    expect((await ask(text, "假日門診的備註")).said).toBe("假日門診：備註 限預約");
  });

  it("but lines of one thing, times and addresses are no table", async () => {
    const one = "電話：02-2711-0000\n傳真：02-2711-0001\n信箱：hi@dock.example\n營業：10:00–18:00";
    expect((await ask(one, "傳真幾號")).said).toBe("傳真：02-2711-0001");
    const times = "10:00 報到\n10:30 開場\n\n13:00 午餐\n13:30 分組\nhttps://dock.example/map";
    expect((await ask(times, "幾點午餐")).said).toContain("13:00 午餐");
  });

  it("lines under a short title are said with it", async () => {
    const text = "停車收費\n\n小客車：一小時 30 元\n機車：一次 20 元\n大客車：一小時 80 元";
    expect((await ask(text, "停車收費")).said).toBe(
      "停車收費\n\n小客車：一小時 30 元\n機車：一次 20 元\n大客車：一小時 80 元",
    );
    expect((await ask(text, "機車一次多少錢")).said).toBe("機車：一次 20 元");
  });
});

describe("a table of HTML that was pasted as it is written", () => {
  const row = (tag: string) => (cells: readonly string[]) =>
    `<tr>${cells.map((cell) => `<${tag} class="c">${cell}</${tag}>`).join("")}</tr>`;
  it.each([
    [
      "in one line",
      `<p>水上活動</p><table border="1"><thead>${row("th")(labels)}</thead><tbody>${boats.map(row("td")).join("")}</tbody></table><p>含救生衣。</p>`,
    ],
    ["a row a line", `<table>\n${[row("th")(labels), ...boats.map(row("td"))].join("\n")}\n</table>`],
    [
      "a cell a line",
      `<TABLE>\n${[row("th")(labels), ...boats.map(row("td"))].join("\n").replaceAll("><t", ">\n  <t").replaceAll("></tr", ">\n</tr")}\n</TABLE>`,
    ],
    [
      "without closing tags",
      `<table><tr><th>${labels.join("<th>")}${boats.map((cells) => `<tr><td>${cells.join("<td>")}`).join("")}</table>`,
    ],
    ["without a head", `<table>${[labels, ...boats].map(row("td")).join("")}</table>`],
  ])("%s", async (_, text) => {
    const { said, quotes } = await ask(text, "立槳的租金");
    expect(said).toBe("立槳：租金 480 元");
    expect(quotes.join("")).not.toMatch(/[<>]/u);
    expect((await ask(text, "風帆")).said).toContain("風帆：時間 三小時，租金 1,200 元，集合地點 遊客中心");
    expect((await ask(text, "各項目的集合地點")).said).toBe(
      "集合地點：\n獨木舟：碼頭東側\n立槳：沙灘小屋\n風帆：遊客中心",
    );
  });

  it("names that span columns, marks and entities within cells", async () => {
    const text =
      "<table><tr><th>船</th><th colspan=2>租金（元）</th></tr><tr><th></th><th>平日</th><th>假日</th></tr><tr><td><b>天鵝船 A&amp;B</b></td><td>200</td><td><em>260</em></td></tr><tr><td>腳踏船</td><td>150</td><td>180</td></tr></table>";
    expect((await ask(text, "腳踏船假日租金")).said).toBe("腳踏船：租金 假日 180 元");
    expect((await ask(text, "天鵝船")).said).toContain("天鵝船 A&B");
  });
});
