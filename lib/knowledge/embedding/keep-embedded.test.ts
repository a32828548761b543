import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { createBot } from "@/lib/bots/create-bot";
import { createDocument } from "@/lib/knowledge/documents/create-document";
import { lockKey } from "@/lib/kv/keys";
import { createEmbeddedKv } from "@/lib/kv/transports/embedded-kv";
import { createEmbeddingClient } from "@/lib/model/embedding-client";
import { type OpenAiServer, startOpenAiServer } from "@/test/openai-server";
import { createTestActor } from "@/test/test-actor";
import { createTestDb } from "@/test/test-db";
import { keepEmbedded } from "./keep-embedded";

let test: Awaited<ReturnType<typeof createTestDb>>;
let server: OpenAiServer;
beforeAll(async () => {
  [test, server] = await Promise.all([createTestDb(), startOpenAiServer()]);
});
afterAll(() => Promise.all([test.close(), server.close()]));

it("embeds what is there at its start, unless another instance does", async () => {
  const ctx = { db: test.db, kv: createEmbeddedKv() };
  const owner = { ...ctx, actor: await createTestActor(test.db) };
  const { id: botId } = await createBot(owner, { name: "茶行" });
  await createDocument(owner, { botId, title: "運費", content: "運費 100 元。" });
  const client = createEmbeddingClient({
    OPENAI_API_KEY: "test-key",
    OPENAI_BASE_URL: server.baseUrl,
    model: "small",
  });
  const count = () => test.db.documentVersion.count({ where: { vectorModel: "small" } });

  await ctx.kv.redis.set(lockKey("embed"), { at: 1 });
  const stopIdle = keepEmbedded(ctx, client);
  await new Promise((resolve) => setTimeout(resolve, 50));
  stopIdle();
  expect(server.embeddings).toEqual([]);

  await ctx.kv.redis.del(lockKey("embed"));
  const stop = keepEmbedded(ctx, client);
  await vi.waitFor(async () => expect(await count()).toBe(1), { timeout: 20_000 });
  await vi.waitFor(async () => expect(await ctx.kv.redis.get(lockKey("embed"))).toBeNull());
  stop();
});
