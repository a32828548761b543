import { expect, it } from "vitest";
import { splitPassages } from "@/lib/knowledge/chunk/split-passages";
import { readCsv } from "@/lib/reading/read-csv";
import { type ColumnMapping, columnMapping } from "./sheet-columns";
import { writeSheet } from "./write-sheet";

const rolesOf = (rows: string[][]) => writeSheet(rows).columns?.map(({ role }) => role);

it.each([
  [
    ["題目", "回覆"],
    ["question", "answer"],
  ],
  [
    ["Q", "A", "備註"],
    ["question", "answer", "extra"],
  ],
  [
    ["編號", "問題", "其他問法", "答案"],
    ["ignore", "question", "ask", "answer"],
  ],
  [
    ["Question", "Answer"],
    ["question", "answer"],
  ],
])("guesses by the names of columns: %j", (head, roles) => {
  expect(rolesOf([head, head.map((_, at) => `內容 ${at}`)])).toEqual(roles);
});

it("guesses by what stands in columns of other names, and says nothing of a price list", () => {
  const asked = [
    ["客人說", "類別", "我們說"],
    ["運費多少？", "運費", "本島八十元，離島一百二十元，滿千免運。"],
    ["可以退貨嗎？", "退貨", "收到後七天內可以退貨，商品要完整。"],
  ];
  expect(rolesOf(asked)).toEqual(["question", "extra", "answer"]);
  expect(
    rolesOf([
      ["品名", "價格"],
      ["高山烏龍", "680 元"],
    ]),
  ).toBeUndefined();
});

const mapping: ColumnMapping = {
  客人說: "question",
  別的說法: "ask",
  我們說: "answer",
  門市: "extra",
  備註: "ignore",
};
const sheet = [
  ["客人說", "別的說法", "我們說", "門市", "備註"],
  ["運費多少", "寄送要錢嗎；要運費嗎", "本島八十元。\n\n離島一百二十元。", "台北", "內部"],
  [],
  ["可以退貨嗎", "", "", "", ""],
  ["", "", "沒有問題的答案", "", ""],
  ["運費多少", "", "九十元", "", ""],
  ["問".repeat(301), "", "太長", "", ""],
  ["幾點開門", "", "十點。", "", ""],
];

it("writes pairs by a mapping, and notes each row that is left out with its number and why", () => {
  const { text, notes } = writeSheet(sheet, [], mapping);
  expect(text).toBe(
    "Q：運費多少\nQ：寄送要錢嗎\nQ：要運費嗎\nA：本島八十元。\n離島一百二十元。\n門市：台北\n\nQ：幾點開門\nA：十點。",
  );
  expect(notes).toEqual([
    { fault: "row_no_answer", row: 4 },
    { fault: "row_no_question", row: 5 },
    { fault: "row_doubled", row: 6 },
    { fault: "row_long", row: 7 },
  ]);
  const [first] = splitPassages(text);
  expect(first?.questions).toHaveLength(3);
  expect(text.slice(first?.start, first?.end)).toContain("門市：台北");
});

it("reads a sheet as a table where somebody says so, or where its columns are others now", () => {
  const rows = [
    ["問題", "答案"],
    ["運費", "八十元"],
  ];
  expect(writeSheet(rows).text).toBe("Q：運費\nA：八十元");
  expect(writeSheet(rows, [], {}).text).toContain("| 問題 | 答案 |");
  expect(writeSheet(rows, [], { 題目: "question", 回覆: "answer" }).text).toContain("| 問題 | 答案 |");
});

it("takes a mapping for a file of text too, and none that is odd", () => {
  const { parts, notes } = readCsv(
    Buffer.from("客人說,我們說\n運費多少,八十元\n退貨,\n"),
    undefined,
    mapping,
  );
  expect(parts[0]?.text).toBe("Q：運費多少\nA：八十元");
  expect(notes).toEqual([{ fault: "row_no_answer", row: 3 }]);
  for (const odd of [
    { a: "x" },
    [],
    null,
    "x",
    Object.fromEntries(Array.from({ length: 31 }, (_, at) => [at, "ask"])),
  ])
    expect(columnMapping.safeParse(odd).success).toBe(false);
});
