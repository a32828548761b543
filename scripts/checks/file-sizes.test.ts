import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const mostLines = 400;
const mostFiles = 25;

/** Tables and texts: each with its reason. */
const longFiles: Readonly<Record<string, string>> = {
  "app/demo/_shop/shop-page.module.css": "the looks of the demo's shop, which isn't ours",
  "e2e/api/hostile-cases.ts": "a table",
};
/** Each with its reason. */
const fullFolders: Readonly<Record<string, string>> = {};

const rooms = "app bench components e2e lib prisma scripts server site test types widget".split(" ");
const files = rooms
  .flatMap((room) => globSync(`${room}/**/*.{ts,tsx,mts,mjs,css}`))
  .map((file) => file.split(path.sep).join("/"))
  .filter((file) => !file.startsWith("lib/db/generated/") && !file.includes("/."));
const long = files.filter((file) => linesOf(file) > mostLines);
const full = Object.entries(Object.groupBy(files, (file) => path.posix.dirname(file)))
  .filter(([, inFolder = []]) => inFolder.length > mostFiles)
  .map(([folder]) => folder);

it("every room has files", () => {
  expect(rooms.filter((room) => !files.some((file) => file.startsWith(`${room}/`)))).toEqual([]);
});

it("no file is longer than 400 lines, but for data", () => {
  expect(long.filter((file) => !(file in longFiles))).toEqual([]);
});

it("no folder has more than 25 files of code", () => {
  expect(full.filter((folder) => !(folder in fullFolders))).toEqual([]);
});

it("each exception is needed", () => {
  expect(Object.keys(longFiles).filter((file) => !long.includes(file))).toEqual([]);
  expect(Object.keys(fullFolders).filter((folder) => !full.includes(folder))).toEqual([]);
});

function linesOf(file: string): number {
  return readFileSync(file, "utf8").split("\n").length - 1;
}
