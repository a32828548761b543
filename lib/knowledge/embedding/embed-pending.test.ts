import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createBot } from "@/lib/bots/create-bot";
import { getBotByToken } from "@/lib/bots/token/get-bot-by-token";
import type { ActorCtx } from "@/lib/identity/actor";
import { createDocument } from "@/lib/knowledge/documents/create-document";
import { listDocuments, listDocumentsInput } from "@/lib/knowledge/documents/list-documents";
import { searchBot } from "@/lib/knowledge/search/search-bot";
import { createEmbeddingClient, type EmbeddingClient } from "@/lib/model/embedding-client";
import { createTestActor } from "@/test/fixtures/test-actor";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { embedText, type OpenAiServer, startOpenAiServer } from "@/test/servers/openai-server";
import { embedPending } from "./embed-pending";
import { embeddingState } from "./embedding-state";

const documents = [
  { title: "退換貨", content: "收到商品七天內可以退貨。\n\nQ：退款要多久？\nA：七個工作天。" },
  { title: "運費", content: "本島運費 100 元，滿 1,200 元免運費。" },
  { title: "門市", content: "門市在大同區，週一公休。" },
];

let test: Awaited<ReturnType<typeof createTestDb>>;
let server: OpenAiServer;
let owner: ActorCtx;
let botId: string;
let token: string;

beforeAll(async () => {
  [test, server] = await Promise.all([createTestDb(), startOpenAiServer()]);
});
beforeEach(async () => {
  server.reset();
  await test.db.document.deleteMany();
  owner = { ...createTestContext({ db: test.db }), actor: await createTestActor(test.db) };
  const bot = await createBot(owner, { name: "茶行" });
  ({ id: botId, widgetToken: token } = bot);
  for (const document of documents) await createDocument(owner, { botId, ...document });
});
afterAll(() => Promise.all([test.close(), server.close()]));

const clientOf = (model: string) =>
  createEmbeddingClient({ OPENAI_API_KEY: "test-key", OPENAI_BASE_URL: server.baseUrl, model });
/** A question waits two seconds for its vectors, which a busy machine may take: here it waits as long as it takes. */
function patientClientOf(model: string): EmbeddingClient {
  const client = clientOf(model);
  return { ...client, embed: (texts, call) => client.embed(texts, { ...call, timeoutMs: 60_000 }) };
}
const embed = (model = "small") => embedPending(test.db, clientOf(model), { retryPauseMs: 1 });
const vectorModels = async () =>
  (await test.db.documentVersion.findMany({ orderBy: { title: "asc" } })).map(
    ({ vectorModel }) => vectorModel,
  );

async function find(question: string, model: string | null = "small") {
  const bot = await getBotByToken(owner, token);
  if (!bot) throw new Error("the bot is gone");
  const embedder = model === null ? null : patientClientOf(model);
  const { passages } = await searchBot({ ...owner, embedder }, bot, question);
  return passages.map(({ title }) => title);
}

/** As the list of documents shows it. */
async function states(model: string | undefined) {
  const { documents } = await listDocuments(owner, listDocumentsInput.parse({ botId }));
  return Object.fromEntries(documents.map((document) => [document.title, embeddingState(document, model)]));
}

/** Puts every text that holds `word` in one direction, the others each in its own. */
const directedBy =
  (...words: string[]) =>
  (text: string) =>
    words.some((word) => text.includes(word)) ? [1, ...embedText("").map(() => 0)] : [0, ...embedText(text)];

describe("embedPending", () => {
  it("embeds each passage with what it stands under, and finds what other words say", async () => {
    server.embed(directedBy("大同區", "怎麼過去找你們"));
    expect(await find("怎麼過去找你們")).not.toContain("門市");
    expect(await embed()).toMatchObject({ failed: [], isDown: false });
    expect(server.embeddings.flatMap(({ input }) => input).toSorted()).toEqual([
      "退換貨\nQ：退款要多久？\nA：七個工作天。",
      "退換貨\n收到商品七天內可以退貨。",
      "運費\n本島運費 100 元，滿 1,200 元免運費。",
      "門市\n門市在大同區，週一公休。",
    ]);
    expect((await find("怎麼過去找你們"))[0]).toBe("門市");
    expect((await find("運費多少"))[0]).toBe("運費");
    server.reset();
    expect((await embed()).embedded).toEqual([]);
    expect(server.embeddings).toEqual([]);
  });

  it("searches by words alone while the endpoint fails, and embeds when it is back", async () => {
    server.embed({ status: 500 });
    expect(await embed()).toMatchObject({ embedded: [], isDown: true });
    expect(server.embeddings).toHaveLength(5);
    expect((await find("運費多少"))[0]).toBe("運費");
    server.reset();
    expect((await embed()).embedded).toHaveLength(3);
    server.embed({ status: 500 });
    expect((await find("運費多少"))[0]).toBe("運費");
  });

  it("passes over a document whose vectors make no sense", async () => {
    server.embed((text) => (text.startsWith("退換貨") ? [Number.NaN, 1] : embedText(text)));
    expect(await embed()).toMatchObject({ failed: [expect.any(String)], isDown: false });
    expect(await vectorModels()).toEqual(expect.arrayContaining([null, "small", "small"]));
    expect((await find("可以退貨嗎"))[0]).toBe("退換貨");
    expect(await states("small")).toEqual({ 退換貨: "failed", 運費: null, 門市: null });
    server.reset();
    await embed();
    expect(await states("small")).toEqual({ 退換貨: null, 運費: null, 門市: null });
  });

  it("keeps no vectors of another dimension than the bot's other documents have", async () => {
    server.embed((text) => (text.startsWith("門市") ? [1, 0, 0] : embedText(text)));
    expect((await embed()).failed).toHaveLength(1);
    expect(await states("small")).toEqual({ 退換貨: null, 運費: null, 門市: "failed" });
    expect((await find("門市在哪裡"))[0]).toBe("門市");
    expect((await find("運費多少"))[0]).toBe("運費");
  });

  it("makes all vectors anew when the model gives another dimension under the same name", async () => {
    await embed();
    await createDocument(owner, { botId, title: "付款", content: "可以刷卡。" });
    server.embed((text) => embedText(text).slice(0, 32));
    expect(await embed()).toMatchObject({ failed: [], isDown: false });
    expect(await vectorModels()).toEqual(["small", "small", "small", "small"]);
    const stored = await test.db.documentVersion.findMany({ select: { vectors: true } });
    expect(stored.map(({ vectors }) => Buffer.from(vectors ?? []).readUInt32LE(4))).toEqual([32, 32, 32, 32]);
    expect((await find("門市在哪裡"))[0]).toBe("門市");
  });

  it("embeds a document whose text is too long for the model, in batches that it takes", async () => {
    await createDocument(owner, {
      botId,
      title: "長文",
      content: `${"很長的說明文字".repeat(190)}\n\n最後一段。`,
    });
    server.refuseEmbedding(({ input }) =>
      input.length > 10 ? 413 : input.some((text) => text.length > 800) ? 400 : null,
    );
    expect(await embed()).toMatchObject({ failed: [], isDown: false });
  });

  it("compares a question with vectors of its own dimension only", async () => {
    await embed();
    server.embed(() => [1, 0, 0]);
    expect((await find("門市在哪裡"))[0]).toBe("門市");
    expect((await find("運費多少"))[0]).toBe("運費");
  });

  it("says what each document waits for", async () => {
    const all = (state: string | null) => ({ 退換貨: state, 運費: state, 門市: state });
    expect(await states(undefined)).toEqual(all(null));
    expect(await states("small")).toEqual(all("waiting"));
    server.embed({ status: 401 });
    expect(await embed()).toMatchObject({ isDown: true });
    expect(Object.values(await states("small")).toSorted()).toEqual(["failed", "waiting", "waiting"]);
    server.reset();
    await embed();
    expect(await states("small")).toEqual(all(null));
    expect(await states("large")).toEqual(all("renewing"));
    server.embed(() => [Number.NaN]);
    await embed("large");
    expect(await states("large")).toEqual(all("stale"));
    expect((await find("運費多少", "large"))[0]).toBe("運費");
  });

  it("serves old vectors until another model's are there", async () => {
    server.embed(directedBy("大同區", "怎麼過去找你們"));
    await embed("small");
    server.embeddings.length = 0;
    expect((await find("怎麼過去找你們", "large"))[0]).toBe("門市");
    expect(server.embeddings.map(({ model }) => model)).toEqual(["small"]);

    expect((await embed("large")).embedded).toHaveLength(3);
    expect(await vectorModels()).toEqual(["large", "large", "large"]);
    server.embeddings.length = 0;
    expect((await find("怎麼過去找你們", "large"))[0]).toBe("門市");
    expect(server.embeddings.map(({ model }) => model)).toEqual(["large"]);
  });

  it("asks nothing of an endpoint that is not configured", async () => {
    await embed();
    server.embeddings.length = 0;
    expect((await find("運費多少", null))[0]).toBe("運費");
    expect(server.embeddings).toEqual([]);
  });
});
