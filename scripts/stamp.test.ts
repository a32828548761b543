import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createStamp } from "./stamp.mjs";

let root = "";
const write = (name: string, content: string) => writeFile(path.join(root, name), content);

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "dawen-stamp-"));
  await mkdir(path.join(root, "src/made"), { recursive: true });
  await write("src/a.ts", "1");
});

afterEach(() => rm(root, { recursive: true, force: true }));

it("is fresh only while inputs and outputs are as they were when the work was finished", async () => {
  const stamp = createStamp(root, "work", {
    inputs: ["src", "absent"],
    outputs: ["out.js"],
    ignore: ["src/made"],
  });
  expect(stamp.isFresh()).toBe(false);
  stamp.begin();
  await write("out.js", "built");
  expect(stamp.isFresh()).toBe(false);
  stamp.finish();
  expect(stamp.isFresh()).toBe(true);

  await write("src/made/b.ts", "generated");
  expect(stamp.isFresh()).toBe(true);
  await write("src/a.ts", "2");
  expect(stamp.isFresh()).toBe(false);
  await write("src/a.ts", "1");
  expect(stamp.isFresh()).toBe(true);
  await write("src/c.ts", "new");
  expect(stamp.isFresh()).toBe(false);
});

it("never counts work that was begun again and not finished, or whose output was lost", async () => {
  const stamp = createStamp(root, "work", { inputs: ["src"], outputs: ["out.js"] });
  await write("out.js", "built");
  stamp.finish();
  await rm(path.join(root, "out.js"));
  expect(stamp.isFresh()).toBe(false);
  await write("out.js", "built");
  expect(stamp.isFresh()).toBe(true);
  await write("out.js", "half");
  expect(stamp.isFresh()).toBe(false);
  stamp.finish();
  stamp.begin();
  expect(stamp.isFresh()).toBe(false);
});
