import { expect, it } from "vitest";
import { splitReading } from "./split-reading";

it("says which pages of a document were recognised from pictures", () => {
  const parts = [
    { text: "甲", page: 1 },
    { text: "乙", page: 2, isScan: true },
    { text: "丙", page: 3 },
  ];
  expect(splitReading("手冊", parts).map(({ place }) => place)).toEqual([
    {
      page: 1,
      pages: [
        [0, 1],
        [3, 2],
        [6, 3],
      ],
      scans: [2],
    },
  ]);
  expect(splitReading("手冊", [{ text: "甲", page: 1 }])[0]?.place).toEqual({ page: 1, pages: [[0, 1]] });
});
