import { expect, it } from "vitest";
import { readableInk } from "./readable-ink";

it.each([
  ["#00d4ff", "#000000"],
  ["#ffffff", "#000000"],
  ["#000000", "#ffffff"],
  ["#0d5a5b", "#ffffff"],
  ["#6d4526", "#ffffff"],
  ["#757575", "#ffffff"],
  ["#777777", "#000000"],
])("%s carries %s", (color, ink) => {
  expect(readableInk(color)).toBe(ink);
});
