import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(join(import.meta.dirname, "globals.css"), "utf8");
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((match) => [
    match[1],
    { light: match[2] ?? "", dark: match[3] ?? "" },
  ]),
);

const grounds = ["paper", "surface", "surface-2"];
const tints = ["accent-soft", "good-soft", "warn-soft", "bad-soft", "mark"];

const pairs: Array<[text: string, ground: string, least: number]> = [
  ...[...grounds, ...tints].map((ground): [string, string, number] => ["ink", ground, 7]),
  ["ink-soft", "paper", 7],
  ["ink-soft", "surface", 7],
  ["ink-soft", "surface-2", 4.5],
  ...["accent", "good", "warn", "bad"].flatMap((text) => [
    ...grounds.map((ground): [string, string, number] => [text, ground, 4.5]),
    [text, `${text}-soft`, 4.5] satisfies [string, string, number],
  ]),
  ["accent-ink", "accent", 7],
  ["bad-ink", "bad", 4.5],
  // Borders of controls and focus rings: WCAG 2.2, 1.4.11.
  ["edge", "paper", 3],
  ["edge", "surface", 3],
  ["accent", "paper", 3],
];

describe.each(["light", "dark"] as const)("%s theme", (theme) => {
  it.each(pairs)("%s on %s reaches %d:1", (text, ground, least) => {
    expect(contrast(requireColor(text, theme), requireColor(ground, theme))).toBeGreaterThanOrEqual(least);
  });
});

it("the browser's own bars take the colour of the paper", () => {
  const layout = readFileSync(join(import.meta.dirname, "layout.tsx"), "utf8");
  expect(layout).toContain(`const light = "${requireColor("paper", "light")}"`);
  expect(layout).toContain(`const dark = "${requireColor("paper", "dark")}"`);
});

function requireColor(name: string, theme: "light" | "dark"): string {
  const token = tokens.get(name);
  if (!token) throw new Error(`globals.css has no colour --${name}`);
  return token[theme];
}

/** Contrast ratio of two #rrggbb colours, WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
