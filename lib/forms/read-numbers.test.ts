import { expect, it } from "vitest";
import { readNumbers } from "./read-numbers";

it.each([
  ["20 96", [20, 96]],
  [" 20，96、 8  140 ", [20, 96, 8, 140]],
  ["２０ ９６", [20, 96]],
  ["", []],
  ["20px -1 1.5 1e3", [Number.NaN, Number.NaN, Number.NaN, Number.NaN]],
])("numbers of %j", (text, numbers) => {
  expect(readNumbers(text)).toEqual(numbers);
});

it("takes a text longer than 1,000 for no list of numbers", () => {
  expect([readNumbers("1 ".repeat(500)).length, readNumbers("1 ".repeat(501))]).toEqual([100, [Number.NaN]]);
});
