import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { newestHandlers } from "./newest-handlers";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "dawen-handlers-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it("gives the handlers that the file has now, and the same while it stays", async () => {
  const file = path.join(folder, "handlers.mjs");
  const write = async (name: string) => {
    await writeFile(`${file}.new`, `export const widgetHandlers = { "/${name}": () => null };`);
    await rename(`${file}.new`, file);
  };
  await write("one");
  const load = newestHandlers(file);
  const first = await load();
  expect(Object.keys(first)).toEqual(["/one"]);
  expect(await load()).toBe(first);
  // Again and again: within one step of the file system's clock as well.
  for (let count = 0; count < 20; count++) {
    await write(`${count}`);
    expect(Object.keys(await load())).toEqual([`/${count}`]);
  }
});
