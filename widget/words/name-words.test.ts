import { expect, test } from "vitest";
import { nameWords } from "./name-words";

test("each name has the line in its place", () => {
  expect(nameWords("one two", "一\n二")).toEqual({ one: "一", two: "二" });
});
