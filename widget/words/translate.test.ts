import { expect, test } from "vitest";
import { translate } from "./translate";

test("words take their texts from the lines, in order, and leave the others", () => {
  const lines = ["A", "B", "C"];
  expect(translate({ one: "一", two: "二" }, lines)).toEqual({ one: "A", two: "B" });
  expect(lines).toEqual(["C"]);
  expect(translate({ three: "三", four: "四" }, lines)).toEqual({ three: "C", four: "四" });
});
