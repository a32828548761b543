import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { setProcessWide } from "@/lib/process-wide";
import { getAuthSecret, getAuthSecrets, rotateSecretFile } from "./secret";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "dawen-secret-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function unset(dataDir: string) {
  return { NEXTAUTH_SECRET: undefined, NEXTAUTH_SECRET_OLD: undefined, dataDir };
}

function getFresh(dataDir: string) {
  setProcessWide(`auth-secret:${dataDir}`, undefined);
  return getAuthSecret(unset(dataDir));
}

it("prefers the configured secret and then writes nothing", async () => {
  const configured = "c".repeat(40);
  expect(await getAuthSecret({ ...unset(folder), NEXTAUTH_SECRET: configured })).toBe(configured);
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

it("keeps a replaced secret for the time given, in this process and after a start", async () => {
  const first = await getFresh(folder);
  await rotateSecretFile(folder, 1_000, 5_000);
  const [second, ...former] = await getAuthSecrets(unset(folder), 5_500);
  expect(second).not.toBe(first);
  expect(former).toEqual([first]);
  expect(await getAuthSecrets(unset(folder), 6_000)).toEqual([second]);

  setProcessWide(`auth-secret:${folder}`, undefined);
  expect(await getAuthSecrets(unset(folder), 5_500)).toEqual([second, first]);
  await rotateSecretFile(folder, 1_000, 5_500);
  const [third] = await getAuthSecrets(unset(folder), 5_600);
  expect(await getAuthSecrets(unset(folder), 5_600)).toEqual([third, second, first]);
  expect((await stat(path.join(folder, "secret"))).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(["secret"]);
});

it("forgets every former secret when told so", async () => {
  await getFresh(folder);
  await rotateSecretFile(folder, 1_000, 5_000);
  await rotateSecretFile(folder, 0, 5_100);
  expect(await getAuthSecrets(unset(folder), 5_200)).toHaveLength(1);
});

it("takes those that the environment calls old after the configured one", async () => {
  const [current, old] = ["c".repeat(40), "o".repeat(40)];
  const env = { ...unset(folder), NEXTAUTH_SECRET: current, NEXTAUTH_SECRET_OLD: [old] };
  expect(await getAuthSecrets(env)).toEqual([current, old]);
});
