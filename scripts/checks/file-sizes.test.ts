import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const mostLines = 400;

/** Tables and texts: each with its reason. */
const exceptions: Readonly<Record<string, string>> = {
  "app/demo/_shop/shop-page.module.css": "the looks of the demo's shop, which isn't ours",
  "e2e/api/hostile-cases.ts": "a table",
};

const long = globSync(
  "{app,bench,components,e2e,lib,prisma,scripts,server,test,widget}/**/*.{ts,tsx,mjs,css}",
)
  .map((file) => file.split(path.sep).join("/"))
  .filter((file) => !file.startsWith("lib/db/generated/") && linesOf(file) > mostLines);

it("no file is longer than 400 lines, but for data", () => {
  expect(long.filter((file) => !(file in exceptions))).toEqual([]);
});

it("each exception is needed", () => {
  expect(Object.keys(exceptions).filter((file) => !long.includes(file))).toEqual([]);
});

function linesOf(file: string): number {
  return readFileSync(file, "utf8").split("\n").length - 1;
}
