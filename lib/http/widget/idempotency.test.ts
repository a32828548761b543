import { afterEach, describe, expect, inject, it } from "vitest";
import { createKv, type Kv } from "@/lib/kv/client";
import { Engine } from "@/lib/kv/embedded/engine";
import { setProcessWide } from "@/lib/process-wide";
import { RespServer } from "@/test/servers/resp-server";
import { startUpstashServer } from "@/test/servers/upstash-server";
import { claimRequest } from "./idempotency";

type Answer = { reply: string };
const isAnswer = (value: unknown): value is Answer =>
  typeof value === "object" && value !== null && "reply" in value;

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Another instance shares the store and nothing of this process's memory. */
const asAnotherInstance = () => setProcessWide("idempotency", new Map());

/** A store that a busy machine keeps waiting isn't away. */
const patient = { timeoutMs: 20_000 };
const stores: [string, () => Promise<Kv>][] = [
  ["embedded", async () => createKv({})],
  [
    "TCP",
    async () => {
      const redisUrl = inject("redisUrl");
      if (redisUrl) return createKv({ REDIS_URL: redisUrl }, patient);
      const server = await RespServer.start();
      closing.push(() => server.close());
      return createKv({ REDIS_URL: server.url }, patient);
    },
  ],
  [
    "REST",
    async () => {
      const engine = new Engine();
      const server = await startUpstashServer(async (commands, isAtomic) => {
        const outcomes = isAtomic ? engine.runAtomically(commands) : engine.run(commands);
        if (!outcomes) throw new Error("EXECABORT");
        return outcomes;
      });
      closing.push(
        () => engine.close(),
        () => server.close(),
      );
      return createKv({ KV_REST_API_URL: server.url, KV_REST_API_TOKEN: server.token }, patient);
    },
  ],
];

let keys = 0;

async function open(openStore: () => Promise<Kv>) {
  const kv = await openStore();
  closing.push(() => kv.close());
  const key = `key-${keys++}-${Date.now()}`;
  let runs = 0;
  const run = async () => {
    const reply = `第 ${++runs} 次`;
    await new Promise((resolve) => setTimeout(resolve, 30));
    return { reply };
  };
  const send = async (message = "退貨？", { as = key, scope = ["bot", "web_1"], by = run } = {}) => {
    const claim = await claimRequest({ kv }, as, { scope, body: { message }, isAnswer });
    return claim ? claim.answer(by) : by();
  };
  return { kv, key, send, runs: () => runs };
}

describe.each(stores)("claimRequest on %s", (_name, openStore) => {
  it("gives a resend the first answer", async () => {
    const { send, runs } = await open(openStore);
    const first = await send();
    expect(await send()).toEqual(first);
    asAnotherInstance();
    expect(await send()).toEqual(first);
    expect(runs()).toBe(1);
  });

  it("gives resends at once the same answer, on one instance and on several", async () => {
    const { send, runs } = await open(openStore);
    const sent = Array.from({ length: 12 }, (_, at) => {
      if (at % 3 === 0) asAnotherInstance();
      return send();
    });
    const answers = await Promise.all(sent);
    expect(new Set(answers.map(({ reply }) => reply))).toEqual(new Set(["第 1 次"]));
    expect(runs()).toBe(1);
  });

  it("refuses the key for another message, running or answered, here or elsewhere", async () => {
    const { send, runs } = await open(openStore);
    const refusal = { code: "bad_request", reason: "idempotency_key_reused" };
    const running = send();
    await expect(send("運費？")).rejects.toMatchObject(refusal);
    asAnotherInstance();
    await expect(send("運費？")).rejects.toMatchObject(refusal);
    await running;
    await expect(send("運費？")).rejects.toMatchObject(refusal);
    expect(runs()).toBe(1);
  });

  it("keeps scopes, keys and requests without one apart", async () => {
    const { send, key, runs, kv } = await open(openStore);
    await send();
    await send("退貨？", { scope: ["bot", "web_2"] });
    await send("退貨？", { as: `${key}-other` });
    expect(await claimRequest({ kv }, null, { scope: [], body: {}, isAnswer })).toBeNull();
    expect(runs()).toBe(3);
  });

  it("keeps no failure: one that waited takes over", async () => {
    const { send, runs } = await open(openStore);
    const { promise: isRunning, resolve: begin } = Promise.withResolvers<void>();
    const { promise: failure, reject: fail } = Promise.withResolvers<Answer>();
    const failing = send("退貨？", {
      by: () => {
        begin();
        return failure;
      },
    });
    // The store knows of it by then: of two that claim at once over REST either may be first.
    await isRunning;
    const waiting = send();
    asAnotherInstance();
    const elsewhere = send();
    fail(new Error("the model is away"));
    await expect(failing).rejects.toThrow("the model is away");
    expect(await waiting).toEqual(await elsewhere);
    expect(runs()).toBe(1);
  });

  it("leaves nothing behind when it is released", async () => {
    const { send, key, kv, runs } = await open(openStore);
    const claim = await claimRequest({ kv }, key, {
      scope: ["bot", "web_1"],
      body: { message: "a" },
      isAnswer,
    });
    await claim?.release();
    expect(await send("b")).toEqual({ reply: "第 1 次" });
    expect(runs()).toBe(1);
  });
});

describe("claimRequest", () => {
  it.each(["", " ", "a b", "鍵", "x".repeat(201)])("refuses the key %j", async (sent) => {
    const kv = createKv({});
    closing.push(() => kv.close());
    await expect(claimRequest({ kv }, sent, { scope: [], body: {}, isAnswer })).rejects.toMatchObject({
      reason: "idempotency_key_malformed",
    });
  });

  it("holds within the process while the store is away", async () => {
    const { send, runs } = await open(async () =>
      createKv({ KV_REST_API_URL: "http://127.0.0.1:4", KV_REST_API_TOKEN: "none" }),
    );
    const answers = await Promise.all([send(), send(), send()]);
    expect(await send()).toEqual(answers[0]);
    expect(new Set(answers.map(({ reply }) => reply)).size).toBe(1);
    expect(runs()).toBe(1);
    await expect(send("運費？")).rejects.toMatchObject({ reason: "idempotency_key_reused" });
  });
});
