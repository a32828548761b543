import { createHash, randomBytes } from "node:crypto";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { uuidv7 } from "@/lib/db/uuidv7";
import { listenOnLoopback } from "@/test/servers/listen-on-loopback";
import { startS3Server } from "@/test/servers/s3-server";
import type { BlobStore } from "./blob-store";
import { createFolderStore } from "./folder-store";
import { createS3Store } from "./s3-store";
import { spoolFile } from "./spool-file";

let dir: string;
let s3: Awaited<ReturnType<typeof startS3Server>>;
const stores: Partial<Record<string, BlobStore>> = {};

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "storage-"));
  s3 = await startS3Server();
  stores.folder = createFolderStore(path.join(dir, "files"));
  stores.s3 = createS3Store(s3.settings);
});
afterAll(async () => {
  await s3.close();
  await rm(dir, { recursive: true });
});

async function* pieces(bytes: Buffer, size = 70_000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const mostBytes = 400_000;
const newKey = () => `${uuidv7()}/${randomBytes(16).toString("hex")}`;
const put = (store: BlobStore, key: string, bytes: Buffer) =>
  spoolFile(path.join(dir, "uploads"), pieces(bytes), 10_000_000, (file) => store.put(key, file));

describe.each(["folder", "s3"])("the store on %s", (kind) => {
  const theStore = () => {
    const store = stores[kind];
    if (!store) throw new Error("no store");
    return store;
  };

  it("gives back what was put, byte for byte, until it is deleted", async () => {
    const store = theStore();
    const key = newKey();
    const bytes = randomBytes(300_000);
    expect(await store.get(key, mostBytes)).toBeNull();
    await put(store, key, bytes);
    const found = await store.get(key, mostBytes);
    expect(found?.bytes).toBe(300_000);
    expect(found && (await buffer(found.body)).equals(bytes)).toBe(true);
    await put(store, key, Buffer.from("茶"));
    const again = await store.get(key, mostBytes);
    expect(again && (await buffer(again.body)).toString()).toBe("茶");
    await store.delete(key);
    await store.delete(key);
    expect(await store.get(key, mostBytes)).toBeNull();
  });

  it("keeps a file without a byte", async () => {
    const key = newKey();
    await put(theStore(), key, Buffer.alloc(0));
    const found = await theStore().get(key, mostBytes);
    expect(found && (await buffer(found.body)).length).toBe(0);
    await theStore().delete(key);
  });

  it("lists all of them, over several pages", async () => {
    s3.behaviour.pageSize = 2;
    const keys = [newKey(), newKey(), newKey(), newKey(), newKey()];
    for (const key of keys) await put(theStore(), key, Buffer.from(key));
    const found: string[] = [];
    for await (const { key, bytes } of theStore().list()) {
      expect(bytes).toBe(69);
      found.push(key);
    }
    expect(found.sort()).toEqual(keys.sort());
    for (const key of keys) await theStore().delete(key);
  });

  it.each([
    "../secret",
    "/etc/passwd",
    "a",
    "",
    `${uuidv7()}/../../secret`,
    `${uuidv7()}/..`,
    `${uuidv7()}\\x`,
    "%2e%2e/x",
  ])("knows no key %j", async (key) => {
    await expect(put(theStore(), key, Buffer.from("x"))).rejects.toThrow("no key");
    await expect(theStore().get(key, mostBytes)).rejects.toThrow("no key");
    await expect(theStore().delete(key)).rejects.toThrow("no key");
  });
});

describe("the folder", () => {
  it("is closed to others and follows no link", async () => {
    const store = createFolderStore(path.join(dir, "closed"));
    const key = newKey();
    await put(store, key, Buffer.from("x"));
    const file = path.join(dir, "closed", key);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
    const other = newKey();
    await mkdir(path.dirname(path.join(dir, "closed", other)));
    await writeFile(path.join(dir, "secret"), "secret");
    await symlink(path.join(dir, "secret"), path.join(dir, "closed", other));
    await expect(store.get(other, mostBytes)).rejects.toMatchObject({ reason: "storage_failed" });
  });

  it.skipIf(process.getuid?.() === 0)("says when it may not write", async () => {
    const folder = path.join(dir, "readonly");
    await mkdir(folder, { mode: 0o500 });
    await expect(put(createFolderStore(folder), newKey(), Buffer.from("x"))).rejects.toMatchObject({
      reason: "storage_denied",
    });
    await chmod(folder, 0o700);
  });
});

describe("spoolFile", () => {
  it("counts while it reads, hashes, and leaves nothing behind", async () => {
    const folder = path.join(dir, "spool");
    const bytes = randomBytes(100_000);
    let asked = 0;
    async function* counted() {
      for await (const piece of pieces(bytes, 1_000)) {
        asked++;
        yield piece;
      }
    }
    const refused = spoolFile(folder, counted(), 10_000, async () => {});
    await expect(refused).rejects.toMatchObject({ code: "invalid_input", reason: "file_too_large" });
    expect(asked).toBe(11);
    const sums = await spoolFile(folder, pieces(bytes), 100_000, async (file) => {
      expect((await stat(file.path)).mode & 0o777).toBe(0o600);
      expect((await readFile(file.path)).equals(bytes)).toBe(true);
      return [file.sha256.toString("hex"), file.head.equals(bytes.subarray(0, 4_096))];
    });
    expect(sums).toEqual([createHash("sha256").update(bytes).digest("hex"), true]);
    await expect(
      spoolFile(folder, pieces(bytes), 100_000, async () => {
        throw new Error("no place for it");
      }),
    ).rejects.toThrow("no place for it");
    expect(await readdir(folder)).toEqual([]);
  });
});

describe("the bucket", () => {
  it("ends a list that comes back to where it was, with what it had told", async () => {
    const server = await startS3Server({ pageSize: 1 });
    const store = createS3Store(server.settings);
    for (let count = 0; count < 3; count++) await put(store, newKey(), Buffer.from("x"));
    const read = async () => {
      const found: string[] = [];
      try {
        for await (const { key } of store.list()) found.push(key);
      } catch (error) {
        return [found.length, Object(error).reason, String(Object(error).message)];
      }
      return [found.length];
    };
    expect(await read()).toEqual([3]);
    const fault = ["storage_failed", expect.stringContaining("no end")];
    server.behaviour.nextToken = () => "always this";
    expect(await read()).toEqual([1, ...fault]);
    let asked = 0;
    server.behaviour.nextToken = () => ["a", "b", "c"][asked++ % 3] ?? "";
    expect(await read()).toEqual([1, ...fault]);
    await server.close();
  });

  it("ends what is longer than it says, comes too slowly, or breaks off", async () => {
    const server = await startS3Server();
    const patient = createS3Store(server.settings);
    const hasty = createS3Store(server.settings, { timeoutMs: 2_000 });
    const key = newKey();
    await put(patient, key, Buffer.alloc(5_000, "x"));
    const read = async (most: number, store = patient) => {
      const found = await store.get(key, most);
      return found ? (await buffer(found.body)).length : null;
    };
    expect(await read(5_000)).toBe(5_000);
    await expect(read(4_999)).rejects.toMatchObject({ code: "unavailable", reason: "storage_failed" });
    // No length said, and no end.
    server.behaviour.body = "endless";
    await expect(read(5_000)).rejects.toMatchObject({ code: "unavailable", reason: "storage_failed" });
    // Always a little more, so that no pause is long.
    server.behaviour.body = "drips";
    await expect(read(5_000, hasty)).rejects.toMatchObject({
      code: "unavailable",
      reason: "storage_timed_out",
    });
    server.behaviour.body = "breaks off";
    await expect(read(5_000)).rejects.toMatchObject({ code: "unavailable", reason: "storage_failed" });
    await expect.poll(() => server.sending.size).toBe(0);
    await server.close();
  });

  it("signs what it sends, so that a changed byte or a wrong key is refused", async () => {
    const key = newKey();
    const wrongSecret = createS3Store({ ...s3.settings, S3_SECRET_ACCESS_KEY: "other" });
    await expect(put(wrongSecret, key, Buffer.from("x"))).rejects.toMatchObject({ reason: "storage_login" });
    const wrongId = createS3Store({ ...s3.settings, S3_ACCESS_KEY_ID: "AKIDOTHER" });
    await expect(wrongId.get(key, mostBytes)).rejects.toMatchObject({ reason: "storage_login" });
    const wrongRegion = createS3Store({ ...s3.settings, S3_REGION: "us-east-1" });
    await expect(wrongRegion.get(key, mostBytes)).rejects.toMatchObject({ reason: "storage_region" });
    const noBucket = createS3Store({ ...s3.settings, S3_BUCKET: "other-files" });
    await expect(noBucket.get(key, mostBytes)).rejects.toMatchObject({ reason: "storage_bucket" });
    await expect(put(noBucket, key, Buffer.from("x"))).rejects.toMatchObject({ reason: "storage_bucket" });
    expect(s3.objects.size).toBe(0);
    const failed = await put(wrongSecret, key, Buffer.from("x")).catch(String);
    expect(failed).not.toContain(s3.settings.S3_ACCESS_KEY_ID);
  });

  it("says what is wrong with the place", async () => {
    const server = await startS3Server();
    const patient = createS3Store(server.settings);
    const hasty = createS3Store(server.settings, { timeoutMs: 2_000 });
    const reasonOf = (store = patient) =>
      store.get(newKey(), mostBytes).then(String, (error: { reason: string }) => error.reason);
    server.behaviour.aheadMs = 3_600_000;
    expect(await reasonOf()).toBe("storage_clock");
    server.behaviour.fails = { status: 403, code: "AccessDenied" };
    expect(await reasonOf()).toBe("storage_denied");
    server.behaviour.fails = { status: 301, code: "PermanentRedirect" };
    expect(await reasonOf()).toBe("storage_region");
    server.behaviour.fails = { status: 503, code: "SlowDown" };
    expect(await reasonOf()).toBe("storage_failed");
    server.behaviour.hangs = true;
    expect(await reasonOf(hasty)).toBe("storage_timed_out");
    await server.close();
    // No port that was just given back: another test's server may have it by now.
    const nobody = createS3Store({ ...server.settings, S3_ENDPOINT: "http://127.0.0.1:9" });
    expect(await reasonOf(nobody)).toBe("storage_unreachable");
    const silent = createServer();
    const port = await listenOnLoopback(silent);
    const tls = createS3Store({ ...server.settings, S3_ENDPOINT: `https://127.0.0.1:${port}` });
    // Once it has read what was said: else the connection is reset, and the answer may be lost by that.
    silent.on("connection", (socket) => {
      socket.on("error", () => {});
      socket.once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n", () => socket.destroy()));
    });
    await expect(tls.get(newKey(), mostBytes)).rejects.toMatchObject({ reason: "storage_tls" });
    await new Promise((resolve) => silent.close(resolve));
  });
});
