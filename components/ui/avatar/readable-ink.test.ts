import { expect, it } from "vitest";
import { paletteOf } from "@/widget/panel/contrast";
import { readableInk } from "./readable-ink";

it.each([
  ["#00d4ff", "#000000"],
  ["#ffffff", "#000000"],
  ["#000000", "#ffffff"],
  ["#0d5a5b", "#ffffff"],
  ["#6d4526", "#ffffff"],
  ["#767676", "#ffffff"],
  ["#777777", "#000000"],
])("%s carries %s", (color, ink) => {
  expect(readableInk(color)).toBe(ink);
});

it("chooses as the widget does: 4,096 colours and all greys", () => {
  const colors = [
    ...Array.from({ length: 4_096 }, (_, n) => `#${n.toString(16).padStart(3, "0").replace(/./g, "$&$&")}`),
    ...Array.from({ length: 256 }, (_, n) => `#${n.toString(16).padStart(2, "0").repeat(3)}`),
  ];
  const inks: Record<string, string> = { "rgb(0,0,0)": "#000000", "rgb(255,255,255)": "#ffffff" };
  const others = colors.filter((color) => readableInk(color) !== inks[paletteOf(color, false).onPrimary]);
  expect(others).toEqual([]);
});
