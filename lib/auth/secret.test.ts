import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { setProcessWide } from "@/lib/process-wide";
import { getAuthSecret } from "./secret";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "dawen-secret-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function getFresh(dataDir: string) {
  setProcessWide(`auth-secret:${dataDir}`, undefined);
  return getAuthSecret({ NEXTAUTH_SECRET: undefined, dataDir });
}

it("prefers the configured secret and then writes nothing", async () => {
  const configured = "c".repeat(40);
  expect(await getAuthSecret({ NEXTAUTH_SECRET: configured, dataDir: folder })).toBe(configured);
  expect(await readdir(folder)).toEqual([]);
});

it("makes one file that only its owner reads, and finds it again", async () => {
  const dataDir = path.join(folder, "new");
  const secret = await getFresh(dataDir);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(await getFresh(dataDir)).toBe(secret);
  expect(await readdir(dataDir)).toEqual(["secret"]);
  expect((await stat(path.join(dataDir, "secret"))).mode & 0o777).toBe(0o600);
});

it("gives every racing starter the same secret", async () => {
  const secrets = await Promise.all(Array.from({ length: 8 }, () => getFresh(folder)));
  expect(new Set(secrets).size).toBe(1);
  expect((await readFile(path.join(folder, "secret"), "utf8")).trim()).toBe(secrets[0]);
  expect(await readdir(folder)).toEqual(["secret"]);
});

it("refuses a file too short to be a secret instead of replacing it", async () => {
  await writeFile(path.join(folder, "secret"), "short\n");
  await expect(getFresh(folder)).rejects.toThrow(/delete it and start again/);
  expect(await readFile(path.join(folder, "secret"), "utf8")).toBe("short\n");
});
