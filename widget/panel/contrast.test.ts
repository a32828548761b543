import { expect, test } from "vitest";
import { contrast, paletteOf, parseHex } from "./contrast";

const rgb = (css: string) => (css.match(/\d+/g) ?? []).map(Number);

test("contrast as WCAG counts it", () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
  expect(contrast([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 2);
  expect(contrast([0, 0, 255], [0, 0, 255])).toBe(1);
});

test("colours are read from #rrggbb, in either case", () => {
  expect(parseHex("#00d4ff")).toEqual([0, 212, 255]);
  expect(parseHex("#00D4FF")).toEqual([0, 212, 255]);
  for (const wrong of ["", "red", "#00d4ff;}", "00d4ff", "#00d4f"])
    expect(parseHex(wrong)).toEqual([0, 0, 0]);
});

test("text reads on every colour, and every colour reads as text on both themes", () => {
  for (let i = 0; i < 4096; i++) {
    const color = `#${i.toString(16).padStart(3, "0").replace(/./g, "$&$&")}`;
    for (const isDark of [false, true]) {
      const palette = paletteOf(color, isDark);
      expect(contrast(rgb(palette.onPrimary), rgb(palette.primary))).toBeGreaterThanOrEqual(4.5);
      const surfaces = isDark ? ["#131716", "#1d2221"] : ["#f7f6f3", "#ffffff"];
      for (const surface of surfaces) {
        expect(contrast(rgb(palette.accent), parseHex(surface))).toBeGreaterThanOrEqual(4.5);
      }
    }
  }
});

test("a colour that already reads is kept", () => {
  expect(paletteOf("#0f766e", false)).toEqual({
    primary: "rgb(15,118,110)",
    onPrimary: "rgb(255,255,255)",
    accent: "rgb(15,118,110)",
  });
});
