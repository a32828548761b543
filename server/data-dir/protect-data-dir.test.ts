import { chmod, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { keepNewFilesPrivate, protectDataDir } from "./protect-data-dir";

let folder = "";
let said = "";

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "dawen-private-"));
  said = "";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said += text;
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

async function modeOf(...parts: string[]): Promise<string> {
  return ((await stat(path.join(folder, ...parts))).mode & 0o777).toString(8);
}

it("makes a missing folder, and the folders above it, for its owner alone", async () => {
  const before = process.umask(0o022);
  try {
    keepNewFilesPrivate();
    await protectDataDir(path.join(folder, "a", "b"));
    await writeFile(path.join(folder, "a", "b", "file"), "");
  } finally {
    process.umask(before);
  }
  expect([await modeOf("a"), await modeOf("a", "b"), await modeOf("a", "b", "file")]).toEqual([
    "700",
    "700",
    "600",
  ]);
  expect(said).toBe("");
});

it("closes a folder of ours to others, down to its files, and says so once", async () => {
  await mkdir(path.join(folder, "db", "base"), { recursive: true });
  await writeFile(path.join(folder, "db", "base", "1"), "");
  await writeFile(path.join(folder, "demo.json"), "{}");
  for (const [name, mode] of [
    ["db/base/1", 0o666],
    ["db/base", 0o775],
    ["db", 0o755],
    ["demo.json", 0o644],
    ["", 0o755],
  ] as const)
    await chmod(path.join(folder, name), mode);
  await protectDataDir(folder);
  expect([await modeOf(), await modeOf("db"), await modeOf("db/base")]).toEqual(["700", "700", "700"]);
  expect([await modeOf("db/base/1"), await modeOf("demo.json")]).toEqual(["600", "600"]);
  expect(JSON.parse(said)).toMatchObject({ level: "warn", dataDir: folder, was: "0755", narrowed: 5 });
  said = "";
  await protectDataDir(folder);
  expect(said).toBe("");
});

it("follows no link but the database's own", async () => {
  await mkdir(path.join(folder, "data"), { mode: 0o700 });
  await mkdir(path.join(folder, "disk"));
  await writeFile(path.join(folder, "foreign"), "");
  for (const name of ["disk", "foreign"]) await chmod(path.join(folder, name), 0o755);
  await symlink(path.join(folder, "disk"), path.join(folder, "data", "db"));
  await symlink(path.join(folder, "foreign"), path.join(folder, "data", "link"));
  await protectDataDir(path.join(folder, "data"));
  expect([await modeOf("disk"), await modeOf("foreign")]).toEqual(["700", "755"]);
});

it("takes an empty volume, and refuses an open folder that holds others' things", async () => {
  await mkdir(path.join(folder, "lost+found"));
  await chmod(folder, 0o777);
  await protectDataDir(folder);
  expect(await modeOf()).toBe("700");

  await writeFile(path.join(folder, "holiday.jpg"), "");
  await chmod(folder, 0o755);
  await expect(protectDataDir(folder)).rejects.toThrow(/holds other things .+DATA_DIR=.+dawen/);
  expect(await modeOf()).toBe("755");
  expect(await readdir(folder)).toContain("holiday.jpg");
});
