import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildWidget } from "./build-widget.mjs";

const ROOT = join(import.meta.dirname, "..");
const KB = 1000;

test("a usable chat is at most 10 KB gzip, and all that can ever load at most 16", async () => {
  const { files } = await buildWidget({ root: ROOT });
  expect(files.map(({ file }) => file)).toEqual(["widget.js", "widget/more.js"]);
  expect(files[0]?.gzip).toBeLessThanOrEqual(10 * KB);
  expect(files.reduce((sum, { gzip }) => sum + gzip, 0)).toBeLessThanOrEqual(16 * KB);
});

test("the script needs nothing that a strict policy forbids, and tells its own encoding", async () => {
  await buildWidget({ root: ROOT });
  const script = await readFile(join(ROOT, "public/widget.js"), "utf8");
  expect(script.charCodeAt(0)).toBe(0xfeff);
  expect(script).not.toMatch(
    /\beval\b|new Function|innerHTML|insertAdjacentHTML|setAttribute\("style"|document\.write/,
  );
});
