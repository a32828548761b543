import { expect, it } from "vitest";
import { groupNotes } from "./group-notes";

it("says a note of several pages once, and where", () => {
  const scan = (page: number, entry?: string) => ({ fault: "from_scan", page, entry });
  expect(
    groupNotes([scan(1), { fault: "no_text", page: 2 }, scan(3), scan(4), scan(5), scan(1, "b.pdf")]).map(
      ({ fault, entry, pages }) => [fault, entry, pages],
    ),
  ).toEqual([
    ["from_scan", undefined, "1, 3–5"],
    ["no_text", undefined, "2"],
    ["from_scan", "b.pdf", "1"],
  ]);
  expect(groupNotes([{ fault: "hidden_sheets" }])[0]?.pages).toBe("");
});
