import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { serverBundleOptions } from "@/scripts/build-server.mjs";
import type * as shared from "@/test/both-copies";
import { startOpenAiServer } from "@/test/openai-server";
import { createTestDb } from "@/test/test-db";

type Copy = typeof shared;

// The server's bundle and Next's each hold a copy of lib/. Here two copies meet in one process: one makes a thing, the other
// uses it.
let entry: Copy;
let next: Copy;
const toClose: (() => unknown)[] = [];

beforeAll(async () => {
  const model = await startOpenAiServer();
  const folder = await mkdtemp(path.resolve("node_modules", ".two-copies-"));
  const { db, close } = await createTestDb();
  toClose.push(
    () => model.close(),
    close,
    () => rm(folder, { recursive: true, force: true }),
  );
  vi.stubEnv("OPENAI_API_KEY", "test-key");
  vi.stubEnv("OPENAI_BASE_URL", model.baseUrl);
  vi.stubEnv("OPENAI_MODEL", "large");
  vi.stubEnv("OPENAI_EMBEDDING_MODEL", "small");
  entry = await bundle(path.join(folder, "entry.mjs"));
  next = await bundle(path.join(folder, "next.mjs"));
  model.embed({ status: 500 });
  model.always({ kind: "status", status: 401 });
  entry.setDb(db);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  for (const close of toClose.reverse()) await close();
});

async function bundle(outfile: string): Promise<Copy> {
  const { outdir: _, outExtension: __, sourcemap: ___, ...options } = serverBundleOptions(process.cwd());
  await build({ ...options, entryPoints: ["test/both-copies.ts"], outfile });
  return import(/* @vite-ignore */ pathToFileURL(outfile).href);
}

it("are two copies", () => {
  expect(entry.AppError).not.toBe(next.AppError);
});

describe("errors", () => {
  it("of one copy are answered by the other as what they are", () => {
    const error = new entry.AppError("conflict", "for the log", { reason: "last_owner" });
    expect(next.toFailure(error, "it failed")).toMatchObject({
      code: "conflict",
      status: 409,
      reason: "last_owner",
    });
  });

  it("of the model are known, so that a question is searched by its words", async () => {
    const client = entry.getModelClient();
    const refused = await client
      ?.generate({ instructions: "", messages: [{ role: "user", content: "茶" }], timeoutMs: 5_000 })
      .catch((error) => error);
    expect([refused.fault, next.isModelError(refused)]).toEqual(["key_refused", true]);
    const embedder = entry.getEmbeddingClient();
    if (!embedder) throw new Error("no embedder is configured");
    expect(await next.embedQuestion(embedder, ["small"], "運費多少")).toEqual(new Map());
  });

  it("of the database are known: an address that is taken", async () => {
    const db = await next.getDb();
    const person = {
      email: "lin@example.com",
      name: "林",
      password: "correct horse battery",
      team: { name: "茶" },
    };
    await entry.createAccount({ db }, person);
    await expect(next.createAccount({ db }, person)).rejects.toMatchObject({ reason: "email_taken" });
  });
});

describe("the store", () => {
  it("is one, with one limiter that decides while it is away", async () => {
    const kv = entry.createKv({ ...embedded, REDIS_URL: "redis://127.0.0.1:9" });
    toClose.push(() => kv.close());
    entry.setProcessWide("kv", kv);
    expect(next.getKv()).toBe(kv);
    const error = await kv.redis.get("k").catch((thrown) => thrown);
    expect(next.isKvDown(error)).toBe(true);

    const policy = { rule: "two-copies", limit: 2, windowMs: 60_000 };
    expect(await entry.consumeLimit(entry.getKv(), policy, "a")).toMatchObject({ ok: true });
    expect(await next.consumeLimit(next.getKv(), policy, "a")).toMatchObject({ ok: true });
    expect(await entry.consumeLimit(entry.getKv(), policy, "a")).toMatchObject({ ok: false });
  });

  it("answers a resend to the other copy with the first answer, also while it is away", async () => {
    const kv = next.getKv();
    const input = {
      scope: ["bot"],
      body: { message: "茶" },
      isAnswer: (value: unknown): value is object => !!value,
    };
    const first = await entry.claimRequest({ kv }, "key-1", input);
    expect(await first?.answer(async () => ({ reply: "一" }))).toEqual({ reply: "一" });
    const resent = await next.claimRequest({ kv }, "key-1", input);
    expect(await resent?.answer(async () => ({ reply: "二" }))).toEqual({ reply: "一" });
  });

  it("brings what one copy announces to a screen that the other serves", async () => {
    const kv = entry.createKv(embedded);
    toClose.push(() => kv.close());
    entry.setProcessWide("kv", kv);
    let looked = () => {};
    const lookedAgain = new Promise<void>((resolve) => {
      looked = resolve;
    });
    const sink = { send: () => true, close: () => {}, onAccessChange: looked };
    const stop = await entry.subscribeFeed({ kv: entry.getKv() }, "team-1", "0-0", sink);
    await next.announceAccess({ kv: next.getKv() }, "team-1");
    await lookedAgain;
    stop();
  });
});

describe("what a process knows", () => {
  it("of a bot is forgotten by both when its owner saves in one", async () => {
    const ctx = entry.createContext({ db: await entry.getDb(), kv: entry.getKv() });
    const actorCtx = { ...ctx, actor: await next.createTestActor(ctx.db) };
    const bot = await next.createBot(actorCtx, { name: "茶" });
    expect(await entry.getBotByToken(ctx, bot.widgetToken)).toMatchObject({ id: bot.id, enabled: true });
    await next.setBotEnabled(actorCtx, { botId: bot.id, enabled: false });
    expect(await entry.getBotByToken(ctx, bot.widgetToken)).toMatchObject({ id: bot.id, enabled: false });
  });

  it("of a request, its own address and its unfinished work is known to both", async () => {
    const request = { id: "req-1", client: "192.0.2.1", isReached: true, isMalformed: false };
    expect(entry.withRequest(request, () => next.currentRequest())).toBe(request);
    entry.setBaseUrl("https://chat.example/");
    expect(next.getBaseUrl()).toBe("https://chat.example");
    let finish = () => {};
    let isDone = false;
    next.keepWorking(
      new Promise<void>((resolve) => {
        finish = resolve;
      }).then(() => {
        isDone = true;
      }),
    );
    const all = entry.backgroundWorkDone();
    expect(isDone).toBe(false);
    finish();
    await all;
    expect(isDone).toBe(true);
  });
});

const embedded = { REDIS_URL: undefined, KV_REST_API_URL: undefined, KV_REST_API_TOKEN: undefined };
