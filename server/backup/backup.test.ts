import { randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from "vitest";
import { uuidv7 } from "@/lib/db/uuidv7";
import { type Env, parseEnv } from "@/lib/env";
import { requireCommand } from "@/server/data-dir/commands";
import { lockDataDir } from "@/server/data-dir/data-dir-lock";
import { openDatabase } from "@/server/start/open-database";
import { startS3Server } from "@/test/servers/s3-server";
import { createBackup } from "./create-backup";
import { restoreBackup } from "./restore-backup";
import { createTarWriter, extractTar } from "./tar";

// Each opens databases several times, seconds of CPU each that other work on the machine makes longer.
vi.setConfig({ testTimeout: 240_000 });

const root = process.cwd();
const say = () => {};
const databaseUrl = inject("databaseUrl");
const secret = "s".repeat(40);
const pictureKey = `${uuidv7()}/${"ab".repeat(16)}`;

let template = "";
let folder = "";
let env: Env;
let file = "";
let drop = async () => {};

/** A new embedded database takes seconds to make: it is made once, and copied for each test. */
beforeAll(async () => {
  if (databaseUrl) return;
  template = await mkdtemp(path.join(tmpdir(), "dawen-backup-template-"));
  const { close } = await openDatabase(parseEnv({ DATA_DIR: template }), root, async () => {});
  await close();
});

afterAll(() => rm(template, { recursive: true, force: true }));

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "dawen-backup-"));
  file = path.join(folder, "backup.tar.gz");
  const DATA_DIR = path.join(folder, "data");
  await mkdir(DATA_DIR, { mode: 0o700 });
  await writeFile(path.join(DATA_DIR, "demo.json"), "{}");
  await mkdir(path.join(DATA_DIR, "files", path.dirname(pictureKey)), { recursive: true });
  await writeFile(path.join(DATA_DIR, "files", pictureKey), randomBytes(100_000));
  env = parseEnv({ DATA_DIR, ...(databaseUrl ? await onServer() : {}) });
  if (databaseUrl) return;
  await writeFile(path.join(DATA_DIR, "secret"), `${secret}\n`, { mode: 0o600 });
  await cp(path.join(template, "db"), path.join(DATA_DIR, "db"), { recursive: true });
});

afterEach(async () => {
  await drop();
  await rm(folder, { recursive: true, force: true });
});

describe("a backup", () => {
  it("taken while the instance answers brings everything back", async () => {
    const instance = await startInstance();
    const names = ["霧腳茶行", "楓角牙醫"];
    for (const name of names) await instance.db.team.create({ data: { id: uuidv7(), name } });
    const picture = await readFile(path.join(env.dataDir, "files", pictureKey));
    const writing = instance.writeSteadily();
    await createBackup(env, file, say);
    expect(await writing.stop()).toBeGreaterThan(0);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).sort()).toEqual(["backup.tar.gz", "data"]);
    await instance.stop();

    await destroy();
    const { before, hasOtherSecret } = await restoreBackup(env, file, { isForced: false, root, say });
    expect({ before, hasOtherSecret }).toEqual({ before: null, hasOtherSecret: false });
    expect(await readFile(path.join(env.dataDir, "files", pictureKey))).toEqual(picture);
    expect(await readFile(path.join(env.dataDir, "demo.json"), "utf8")).toBe("{}");
    if (!databaseUrl) expect((await readFile(path.join(env.dataDir, "secret"), "utf8")).trim()).toBe(secret);

    const again = await startInstance();
    expect(await again.teams()).toEqual(expect.arrayContaining(names));
    await again.stop();
  });

  it("holds the files of a bucket, and puts them into one, or into the folder", async () => {
    await (await startInstance()).stop();
    const picture = await readFile(path.join(env.dataDir, "files", pictureKey));
    const [bucket, other] = [await startS3Server(), await startS3Server()];
    try {
      await createBackup(env, file, say);
      await destroy();
      const withBucket = { ...env, ...bucket.settings };
      await restoreBackup(withBucket, file, { isForced: false, root, say });
      expect(bucket.objects.get(pictureKey)).toEqual(picture);
      expect((await readdir(env.dataDir)).filter((name) => name.startsWith("files"))).toEqual([]);

      const second = path.join(folder, "second.tar.gz");
      await createBackup(withBucket, second, say);
      bucket.behaviour.fails = { status: 403, code: "AccessDenied" };
      await expect(createBackup(withBucket, path.join(folder, "third.tar.gz"), say)).rejects.toThrow(
        /files can't be read/,
      );
      await destroy();
      await restoreBackup({ ...env, ...other.settings }, second, { isForced: false, root, say });
      expect(other.objects.get(pictureKey)).toEqual(picture);
      await destroy();
      await restoreBackup(env, second, { isForced: false, root, say });
      expect(await readFile(path.join(env.dataDir, "files", pictureKey))).toEqual(picture);
    } finally {
      await bucket.close();
      await other.close();
    }
  });

  it("of an older version is brought up to date when it is started", async () => {
    const older = path.join(folder, "older");
    await cp(path.join(root, "prisma"), path.join(older, "prisma"), { recursive: true });
    const migrations = path.join(older, "prisma/migrations");
    const newest =
      (await readdir(migrations))
        .filter((name) => /^\d/.test(name))
        .sort()
        .at(-1) ?? "";
    await rm(path.join(migrations, newest), { recursive: true });
    await rm(path.join(env.dataDir, "db"), { recursive: true, force: true });
    await (await startInstance(older)).stop();
    const { manifest } = await createBackup(env, file, say);
    expect(manifest.migration).not.toBe(newest);

    await destroy();
    await restoreBackup(env, file, { isForced: false, root, say });
    const again = await startInstance();
    expect(again.applied).toEqual([newest]);
    await again.stop();

    const newer = path.join(folder, "newer.tar.gz");
    await createBackup(env, newer, say);
    await destroy();
    await expect(restoreBackup(env, newer, { isForced: true, root: older, say })).rejects.toThrow(
      /doesn't have: nothing was changed/,
    );
  });

  it("never replaces a file, and leaves nothing behind when it fails", async () => {
    await (await startInstance()).stop();
    await writeFile(file, "mine");
    await expect(createBackup(env, file, say)).rejects.toThrow(/is there already/);
    expect(await readFile(file, "utf8")).toBe("mine");
    await expect(createBackup(env, path.join(folder, "no/such/file"), say)).rejects.toThrow(
      /choose another folder/,
    );
    expect((await readdir(folder)).sort()).toEqual(["backup.tar.gz", "data"]);
  });
});

describe("restoring", () => {
  it("refuses data that is there unless forced, and keeps or replaces it whole", async () => {
    const instance = await startInstance();
    await instance.db.team.create({ data: { id: uuidv7(), name: "before" } });
    await createBackup(env, file, say);
    await instance.db.team.create({ data: { id: uuidv7(), name: "after" } });
    await expect(restoreBackup(env, file, { isForced: true, root, say })).rejects.toThrow(
      /in use by process|other connections use the database/,
    );
    await instance.stop();

    await expect(restoreBackup(env, file, { isForced: false, root, say })).rejects.toThrow(
      /already: nothing was changed/,
    );
    expect(await teamsNow()).toEqual(["after", "before"]);
    const { before } = await restoreBackup(env, file, { isForced: true, root, say });
    expect(await teamsNow()).toEqual(["before"]);
    expect((await readdir(before ?? "")).sort()).toEqual(
      databaseUrl ? ["demo.json", "files"] : ["db", "demo.json", "files", "secret"],
    );
  });

  it("refuses what is no whole backup, and changes nothing", async () => {
    const instance = await startInstance();
    await instance.db.team.create({ data: { id: uuidv7(), name: "kept" } });
    const whole = path.join(folder, "whole.tar.gz");
    await createBackup(env, whole, say);
    await instance.stop();
    const had = await listing(env.dataDir);
    const spoiled: Record<string, () => Promise<void>> = {
      "cut short": async () => truncate(file, Math.floor((await stat(file)).size * 0.6)),
      "cut before its list": () =>
        repack((entries) => entries.filter(({ name }) => name !== "manifest.json")),
      "changed in one place": () =>
        repack((entries) =>
          entries.map((entry) => (entry.name === "demo.json" ? { ...entry, text: "[]" } : entry)),
        ),
      "with a name outside": () => repack((entries) => [{ name: "../evil", text: "x" }, ...entries]),
      "no backup at all": () => writeFile(file, "hello"),
    };
    for (const [how, spoil] of Object.entries(spoiled)) {
      await cp(whole, file);
      await spoil();
      await expect(restoreBackup(env, file, { isForced: true, root, say }), how).rejects.toThrow(
        /is no whole backup .+nothing was changed/,
      );
      expect(await listing(env.dataDir), how).toEqual(had);
      expect(await readdir(folder), how).not.toContain("evil");
      if (databaseUrl) expect(await teamsNow(), how).toEqual(["kept"]);
    }
    expect(await teamsNow()).toEqual(["kept"]);
  });
});

/** Every file below a folder, with its size and when it was written last: the embedded database is among them. */
async function listing(of: string): Promise<string[]> {
  const names = (await readdir(of, { recursive: true })).sort();
  return Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs, ino } = await stat(path.join(of, name));
      return `${name} ${size} ${mtimeMs} ${ino}`;
    }),
  );
}

/** What a server opens, without its HTTP side: the folder's lock with the commands, and the database. */
async function startInstance(at = root) {
  const lock = await lockDataDir(env.dataDir);
  const { db, applied, copyTo, close } = await openDatabase(env, at, async () => {});
  // None of the commands asked for here looks at the store.
  const ctx = { db, copyTo } as Parameters<ReturnType<typeof requireCommand>>[0];
  lock.setCommands(async (name, args) => requireCommand(name)(ctx, args));
  return {
    db,
    applied,
    teams: async () => (await db.team.findMany({ orderBy: { name: "asc" } })).map(({ name }) => name),
    writeSteadily: () => {
      let isDone = false;
      let written = 0;
      const work = (async () => {
        while (!isDone) {
          await db.team.create({ data: { id: uuidv7(), name: `team ${written}` } });
          written += 1;
          // The embedded database answers without leaving this turn of the loop; requests come in others.
          await setTimeout(5);
        }
      })();
      return {
        stop: async () => {
          isDone = true;
          await work;
          return written;
        },
      };
    },
    stop: async () => {
      await close();
      await lock.release();
    },
  };
}

async function teamsNow(): Promise<string[]> {
  const instance = await startInstance();
  const teams = await instance.teams();
  await instance.stop();
  return teams;
}

async function destroy(): Promise<void> {
  await rm(env.dataDir, { recursive: true });
  if (env.DATABASE_URL) await query(env.DATABASE_URL, "DROP SCHEMA public CASCADE; CREATE SCHEMA public");
}

type Packed =
  | { name: string; text: string }
  | { name: string; file: string; bytes: number }
  | { name: string; isFolder: true };

/** Packs the backup again with other entries. */
async function repack(change: (entries: Packed[]) => Packed[]): Promise<void> {
  const unpacked = path.join(folder, "unpacked");
  const entries = await extractTar(createReadStream(file), unpacked);
  const sources = entries.map(
    (entry): Packed =>
      "isFolder" in entry
        ? entry
        : { name: entry.name, file: path.join(unpacked, entry.name), bytes: entry.bytes },
  );
  await rm(file);
  const writer = createTarWriter(createWriteStream(file));
  for (const source of change(sources)) await writer.add(source);
  await writer.end();
  await rm(unpacked, { recursive: true });
}

async function onServer() {
  const name = `dawen_backup_${randomBytes(6).toString("hex")}`;
  await query(databaseUrl, `CREATE DATABASE ${name}`);
  drop = () => query(databaseUrl, `DROP DATABASE ${name} WITH (FORCE)`);
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  url.searchParams.set("pgbouncer", "true");
  return { DATABASE_URL: url.href, NEXTAUTH_SECRET: secret };
}

async function query(connectionString: string, sql: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query(sql);
  await client.end();
}
