import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Db } from "@/lib/db/client";
import type { ProcessWide } from "@/lib/process-wide";
import { serverBundleOptions } from "@/scripts/build/build-server.mjs";
import type * as shared from "@/test/both-copies";
import { createTestDb } from "@/test/fixtures/test-db";
import { startOpenAiServer } from "@/test/servers/openai-server";

type Copy = typeof shared;

// The server's bundle and Next's each hold a copy of lib/. Here two copies meet in one process: one makes a thing, the
// other uses it.
let entry: Copy;
let next: Copy;
let dataDir: string;
const toClose: (() => unknown)[] = [];

beforeAll(async () => {
  // What is known for some seconds only stays known, however slow the machine.
  vi.useFakeTimers({ toFake: ["performance"] });
  const model = await startOpenAiServer();
  const folder = await mkdtemp(path.resolve("node_modules", ".two-copies-"));
  dataDir = path.join(folder, "data");
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
  vi.stubEnv("SMTP_URL", "smtp://127.0.0.1:9");
  vi.stubEnv("MAIL_FROM", "dawen@shop.example");
  vi.stubEnv("DATA_DIR", dataDir);
  entry = await bundle(path.join(folder, "entry.mjs"));
  next = await bundle(path.join(folder, "next.mjs"));
  model.embed({ status: 500 });
  model.always({ kind: "status", status: 401 });
  entry.setDb(db);
});

afterAll(async () => {
  vi.useRealTimers();
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

type Name = Exclude<keyof ProcessWide, `auth-secret:${string}`>;
/** What the tests above let one copy make and the other use. */
type Above =
  | "background-work"
  | "base-url"
  | "bots-by-token"
  | "db"
  | "embedding"
  | "idempotency"
  | "kv"
  | "model"
  | "request"
  | "team-feeds";

/** A name that joins types/process-wide.d.ts fails the type check here until it has a line. */
const others: Record<Exclude<Name, Above>, () => unknown> = {
  "blob-store": () => expect(next.getBlobStore()).toBe(entry.getBlobStore()),
  "bot-indexes": () => searchAfterSave(),
  "guarded-fetch": () => expect(next.getGuardedFetch()).toBe(entry.getGuardedFetch()),
  jobs: async () => {
    const asked: number[] = [];
    const runDue = async (ms: number) => asked.push(ms) > 0;
    entry.setJobRunner({ runDue, stop: async () => {} });
    expect(await next.getJobRunner()?.runDue(5)).toBe(true);
    expect(asked).toEqual([5]);
  },
  "last-message": () => {
    entry.noteMessage();
    expect(next.sinceLastMessage()).toBeLessThan(5_000);
  },
  mailer: () => {
    expect(entry.getMailer()?.from).toBe("dawen@shop.example");
    expect(next.getMailer()).toBe(entry.getMailer());
  },
  "members-there": async () => {
    const known = await entry.getAvailability(await asking(), aBot);
    expect(await next.getAvailability({ ...(await asking()), db: notAsked }, aBot)).toEqual(known);
  },
  "noted-ceilings": async () => {
    const kv = entry.createKv(embedded);
    toClose.push(() => kv.close());
    const set = vi.spyOn(kv.redis, "set");
    for (const copy of [entry, next]) await copy.noteBotCeiling({ kv }, "bot-of-both");
    expect(set).toHaveBeenCalledTimes(1);
  },
  "own-wordings": () => expect(next.ownWordings("運費, 寄送費")).toBe(entry.ownWordings("運費, 寄送費")),
  passages: () => searchAfterSave(),
  "picture-program": async () => {
    entry.setPictureProgram(path.join(dataDir, "none.mjs"));
    const png = Buffer.from("89504e470d0a1a0a", "hex");
    expect(await next.shrinkPicture(png, "whole")).toEqual({ fault: "picture_broken" });
    expect(next.processWide("picture-program", unreachable)).toBe(path.join(dataDir, "none.mjs"));
  },
  "picture-slots": async () => {
    const order: string[] = [];
    const ends: (() => void)[] = [];
    const work = (copy: Copy, name: string) =>
      copy.inPictureSlot(async () => {
        order.push(name);
        await new Promise<void>((resolve) => ends.push(resolve));
      });
    const all = [work(entry, "a"), work(entry, "b"), work(next, "c")];
    await vi.waitFor(() => expect(ends).toHaveLength(2));
    expect(order).toEqual(["a", "b"]);
    ends[0]?.();
    await vi.waitFor(() => expect(order).toEqual(["a", "b", "c"]));
    for (const end of ends) end();
    await Promise.all(all);
  },
  "pinned-widget": () => {
    entry.setPinnedWidget({ name: "widget-1.js", integrity: "sha384-x" });
    expect(next.getPinnedWidget()).toEqual({ name: "widget-1.js", integrity: "sha384-x" });
  },
  "reply-times": async () => {
    const known = await entry.measureReplies(await asking(), { ...aBot, id: crypto.randomUUID() });
    expect(known).toBeNull();
    entry.processWide("reply-times", unreachable).set(aBot.id, Promise.resolve(9_000));
    expect(await next.measureReplies({ ...(await asking()), db: notAsked }, aBot)).toBe(9_000);
  },
  "seen-chats": async () => {
    const kv = entry.createKv(embedded);
    toClose.push(() => kv.close());
    const ctx = entry.createContext({ db: await entry.getDb(), kv });
    const request = { id: "req-2", client: "192.0.2.2", isReached: true, isMalformed: false };
    const ask = (copy: Copy) => copy.requireMessageLimits(ctx, "bot-of-both", "web_0000000b");
    await entry.withRequest(request, () => ask(entry));
    expect([...next.processWide("seen-chats", unreachable).keys()]).toContain("bot-of-both:web_0000000b");
    await next.withRequest(request, () => ask(next));
  },
  "unknown-tokens": () => {
    entry.rememberUnknownToken("f".repeat(32));
    expect(next.isUnknownToken("f".repeat(32))).toBe(true);
  },
};

describe("what else is shared", () => {
  it.each(Object.entries(others))("%s", async (_name, check) => {
    await check();
  });

  it("the secret, which both have anew when it was replaced in one", async () => {
    const settings = { NEXTAUTH_SECRET: undefined, NEXTAUTH_SECRET_OLD: undefined, dataDir };
    const [first] = await entry.getAuthSecrets(settings);
    expect(await next.getAuthSecrets(settings)).toEqual([first]);
    await entry.rotateSecretFile(dataDir, 60_000);
    const [current, ...former] = await next.getAuthSecrets(settings);
    expect([current === first, former]).toEqual([false, [first]]);
  });
});

/** One copy saves a document, and the other, which searched before, finds what it says now. */
async function searchAfterSave(): Promise<void> {
  const ctx = entry.createContext({ db: await entry.getDb(), kv: entry.getKv() });
  const actorCtx = { ...ctx, embedder: null, actor: await next.createTestActor(ctx.db) };
  const { id: botId, widgetToken } = await next.createBot(actorCtx, { name: "茶" });
  const input = { botId, title: "運費", content: "運費一百元。" };
  const { documentId } = await next.createDocument(actorCtx, input);
  const found = async (copy: Copy) => {
    const bot = await entry.getBotByToken(ctx, widgetToken);
    if (!bot) throw new Error("no bot");
    return (await copy.searchBot(actorCtx, bot, "運費多少")).passages.map(({ text }) => text);
  };
  for (const copy of [entry, next]) expect(await found(copy)).toEqual(["運費一百元。"]);
  await next.updateDocument(actorCtx, { ...input, documentId, content: "運費八十元。", baseVersion: 1 });
  for (const copy of [entry, next]) expect(await found(copy)).toEqual(["運費八十元。"]);
}

const aBot = {
  ...{ id: crypto.randomUUID(), teamId: crypto.randomUUID() },
  ...{ hasHours: false, hoursZone: "UTC", hoursWeek: [], specialDays: [], privacyUrl: "" },
};
const asking = async () => ({ db: await entry.getDb(), now: Date.now });

function unreachable(): never {
  throw new Error("what the other copy knows was asked for again");
}

/** A database of which nothing may be asked. */
const notAsked = new Proxy<Db>(Object.create(null), { get: unreachable });

const embedded = { REDIS_URL: undefined, KV_REST_API_URL: undefined, KV_REST_API_TOKEN: undefined };
