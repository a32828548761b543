import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildWidget } from "./build-widget.mjs";

const ROOT = join(import.meta.dirname, "../..");
const KB = 1000;

test("a usable chat is at most 10 KB gzip, and all that can ever load at most 24", async () => {
  const { files } = await buildWidget({ root: ROOT });
  const names = files.map(({ file }) => file.replace(/-[0-9a-f]{10}\./, "-#."));
  expect(names.sort()).toEqual([
    "widget.js",
    "widget/en-#.js",
    "widget/ja-#.js",
    "widget/talk-#.js",
    "widget/zh-CN-#.js",
    "widget/zh-TW-#.js",
  ]);
  expect((await readdir(join(ROOT, "public/widget"))).length).toBe(5);
  const main = files.find(({ file }) => file === "widget.js");
  expect(main?.gzip).toBeLessThanOrEqual(10 * KB);
  expect(files.reduce((sum, { gzip }) => sum + gzip, 0)).toBeLessThanOrEqual(24 * KB);
});

test("the scripts need nothing that a strict policy forbids, and the first tells its own encoding", async () => {
  const { files } = await buildWidget({ root: ROOT });
  for (const { file } of files) {
    const script = await readFile(join(ROOT, "public", file), "utf8");
    expect(script).not.toMatch(
      /\beval\b|new Function|innerHTML|insertAdjacentHTML|setAttribute\("style"|document\.write/,
    );
    if (file === "widget.js") expect(script.charCodeAt(0)).toBe(0xfeff);
  }
});

test("every language has all words of a conversation, a line each", async () => {
  const { files } = await buildWidget({ root: ROOT });
  const { talkWords } = await import("../../widget/words/zh-tw");
  for (const locale of ["zh-TW", "zh-CN", "en", "ja"]) {
    const file = files.find((one) => one.file.startsWith(`widget/${locale}-`))?.file ?? "";
    const { default: words } = await import(`../../public/${file}`);
    const lines: string[] = words.split("\n");
    expect(lines).toHaveLength(Object.keys(talkWords).length);
    expect(lines.every((line) => line.trim())).toBe(true);
  }
});
