import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createBot } from "@/lib/bots/create-bot";
import type { Ctx } from "@/lib/context";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { ActorCtx } from "@/lib/identity/actor";
import { createTestAccount, signInTestAccount } from "@/test/fixtures/test-account";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { createFileLink, isFileLink } from "./file-link";
import { findFileType } from "./find-file-type";
import { createFolderStore } from "./folder-store";
import { openFile } from "./open-file";
import { purgeFiles } from "./purge-files";
import { purgeSpool } from "./purge-spool";
import { type FilePlace, putFile } from "./put-file";

let ctx: Ctx;
let close: () => Promise<void>;
let dir: string;
let place: FilePlace;
let owner: ActorCtx;

beforeAll(async () => {
  const test = await createTestDb();
  ctx = createTestContext({ db: test.db });
  close = test.close;
});
beforeEach(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "files-"));
  place = { store: createFolderStore(path.join(dir, "files")), spool: path.join(dir, "uploads") };
  owner = await signInTestAccount(ctx, await createTestAccount(ctx));
});
afterAll(() => close());

async function* once(text: string) {
  yield Buffer.from(text);
}

const put = (text: string, more: Partial<Parameters<typeof putFile>[2]> = {}) =>
  putFile(ctx, place, {
    teamId: owner.actor.teamId,
    name: "說明.txt",
    source: once(text),
    maxBytes: 1_000,
    ...more,
  });

async function stored(): Promise<number> {
  let count = 0;
  for await (const _ of place.store.list()) count++;
  return count;
}

describe("putFile", () => {
  it("keeps bytes, checksum and type, and gives them back", async () => {
    const file = await put("茶葉", { name: "../說明\u202e.txt" });
    expect(file).toMatchObject({ type: "text/plain", bytes: 6, name: "../說明.txt" });
    const found = await openFile(ctx, place.store, file.id);
    expect(found && (await buffer(found.body)).toString()).toBe("茶葉");
    expect(found?.sha256).toEqual(file.sha256);
    expect(await openFile(ctx, place.store, uuidv7())).toBeNull();
    expect(await openFile(ctx, place.store, "x")).toBeNull();
  });

  it("leaves nothing of what is too large or finds no place", async () => {
    await expect(put("x".repeat(1_001))).rejects.toMatchObject({ reason: "file_too_large" });
    const full = {
      ...place.store,
      put: async () => {
        throw new Error("full");
      },
    };
    const failed = putFile(
      ctx,
      { ...place, store: full },
      {
        ...{ teamId: owner.actor.teamId, name: "x", source: once("x"), maxBytes: 10 },
      },
    );
    await expect(failed).rejects.toThrow("full");
    expect(await ctx.db.storedFile.count({ where: { teamId: owner.actor.teamId } })).toBe(0);
    expect(await stored()).toBe(0);
    expect(await readdir(place.spool)).toEqual([]);
  });

  it("refuses a bot of another team", async () => {
    const other = await signInTestAccount(ctx, await createTestAccount(ctx));
    const bot = await createBot(other, { name: "別人的" });
    await expect(put("x", { botId: bot.id })).rejects.toThrow();
    expect(await stored()).toBe(0);
  });
});

describe("purgeSpool", () => {
  it("deletes what a killed process left an hour ago, and no upload that comes just now", async () => {
    expect(await purgeSpool(place.spool)).toBe(0);
    await mkdir(path.join(place.spool, "folder"), { recursive: true });
    for (const name of ["left", "coming"]) await writeFile(path.join(place.spool, name), "x");
    const before = new Date(Date.now() - 61 * 60_000);
    await utimes(path.join(place.spool, "left"), before, before);
    expect(await purgeSpool(place.spool)).toBe(1);
    expect((await readdir(place.spool)).toSorted()).toEqual(["coming", "folder"]);
  });
});

describe("purgeFiles", () => {
  it("deletes what is past its time and what never came whole, and nothing else", async () => {
    await put("kept");
    const over = await put("over", { expiresAt: new Date(Date.now() + 60_000) });
    const half = await put("half");
    await ctx.db.storedFile.update({ where: { id: half.id }, data: { storedAt: null } });
    expect(await openFile(ctx, place.store, half.id)).toBeNull();
    await purgeFiles(ctx, place.store, 100);
    expect(await stored()).toBe(3);
    await purgeFiles(ctx, place.store, 100, Date.now() + 2 * 60 * 60_000);
    expect(await stored()).toBe(1);
    expect(await ctx.db.fileLeftover.count()).toBe(0);
    await ctx.db.storedFile.updateMany({ where: { id: over.id }, data: {} });
  });

  it("deletes the bytes of a team and of a bot that are gone", async () => {
    const bot = await createBot(owner, { name: "茶行" });
    await put("of the bot", { botId: bot.id });
    await put("of the team");
    await ctx.db.bot.delete({ where: { id: bot.id } });
    await purgeFiles(ctx, place.store, 100);
    expect(await stored()).toBe(1);
    await ctx.db.team.delete({ where: { id: owner.actor.teamId } });
    await purgeFiles(ctx, place.store, 100);
    expect(await stored()).toBe(0);
  });

  it("tries again what the store could not delete", async () => {
    const file = await put("x");
    await ctx.db.storedFile.delete({ where: { id: file.id } });
    const away = {
      ...place.store,
      delete: async () => {
        throw new Error("away");
      },
    };
    await expect(purgeFiles(ctx, away, 100)).rejects.toThrow("away");
    expect(await stored()).toBe(1);
    await purgeFiles(ctx, place.store, 100);
    expect(await stored()).toBe(0);
    await rm(dir, { recursive: true });
  });
});

describe("a file's link", () => {
  const secret = "a secret of thirty-two characters";
  const id = uuidv7();
  const soon = new Date(Date.now() + 60_000);
  const queryOf = (link: string) => new URL(link, "http://x").searchParams;

  it("counts for its file until its end, with a former secret too", () => {
    const query = queryOf(createFileLink(secret, id, soon));
    expect(isFileLink([secret], id, query)).toBe(true);
    expect(isFileLink(["a newer one", secret], id, query)).toBe(true);
    expect(isFileLink([secret], id, query, soon.getTime() + 1)).toBe(false);
  });

  it("counts for nothing else", () => {
    const query = queryOf(createFileLink(secret, id, soon));
    expect(isFileLink([secret], uuidv7(), query)).toBe(false);
    expect(isFileLink(["another"], id, query)).toBe(false);
    const longer = new URLSearchParams(query);
    longer.set("until", String(Number(query.get("until")) + 9));
    const twice = new URLSearchParams(query);
    twice.append("until", "99999999999");
    const cut = new URLSearchParams(query);
    cut.set("key", (query.get("key") ?? "").slice(0, -1));
    const none = new URLSearchParams({ until: query.get("until") ?? "" });
    for (const other of [longer, twice, cut, none, new URLSearchParams()])
      expect(isFileLink([secret], id, other)).toBe(false);
  });
});

it("finds a file's type by its content", () => {
  const typeOf = (...parts: (string | Buffer)[]) =>
    findFileType(Buffer.concat(parts.map((part) => Buffer.from(part))));
  expect(typeOf(Buffer.from("89504e470d0a1a0a", "hex"), "x")).toBe("image/png");
  expect(typeOf("RIFF", randomBytes(4), "WEBP")).toBe("image/webp");
  expect(typeOf("%PDF-1.7")).toBe("application/pdf");
  expect(typeOf("<script>alert(1)</script>")).toBe("text/plain");
  expect(typeOf("<svg onload=alert(1)>")).toBe("text/plain");
  expect(typeOf(Buffer.from("茶").subarray(0, 2))).toBe("text/plain");
  expect(typeOf("MZ\0\0")).toBe("application/octet-stream");
  expect(typeOf(Buffer.from([0xff, 0xfe, 0x41]))).toBe("application/octet-stream");
  expect(typeOf("")).toBe("text/plain");
});
