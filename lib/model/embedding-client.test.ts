import { createServer } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type OpenAiServer, startOpenAiServer } from "@/test/servers/openai-server";
import { createEmbeddingClient } from "./embedding-client";

let server: OpenAiServer;
beforeAll(async () => {
  server = await startOpenAiServer();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

const clientOf = (baseUrl = server.baseUrl, key = "test-key") =>
  createEmbeddingClient({ OPENAI_API_KEY: key, OPENAI_BASE_URL: baseUrl, model: "small" });

describe("createEmbeddingClient", () => {
  it("gives a vector for each text, in order, by the model asked for", async () => {
    server.embed((text) => [text.length, 1]);
    expect(await clientOf().embed(["一", "三個字"])).toEqual([
      [1, 1],
      [3, 1],
    ]);
    await clientOf().embed(["二"], { model: "large" });
    expect(server.embeddings).toEqual([
      { model: "small", input: ["一", "三個字"] },
      { model: "large", input: ["二"] },
    ]);
  });

  it.each([
    ["NaN", () => [Number.NaN, 1]],
    ["no direction", () => [0, 0]],
    ["no numbers", () => []],
    ["two dimensions", (text: string) => (text === "一" ? [1] : [1, 2])],
  ])("refuses vectors with %s", async (_, vectorOf) => {
    server.embed(vectorOf);
    await expect(clientOf().embed(["一", "二"])).rejects.toMatchObject({ fault: "broken" });
  });

  const base64 = (vector: number[]) => Buffer.from(Float32Array.from(vector).buffer).toString("base64");
  it.each<[string, (vectors: number[][]) => unknown]>([
    ["base64", (vectors) => ({ data: vectors.map((one, index) => ({ index, embedding: base64(one) })) })],
    ["no indexes", (vectors) => ({ data: vectors.map((embedding) => ({ embedding })) })],
    ["the same index", (vectors) => ({ data: vectors.map((embedding) => ({ index: 0, embedding })) })],
    [
      "another order",
      (vectors) => ({ data: vectors.map((embedding, index) => ({ index, embedding })).reverse() }),
    ],
    ["bare vectors", (embeddings) => ({ embeddings })],
    ["a bare list", (vectors) => vectors.map((embedding, index) => ({ index, embedding }))],
  ])("reads %s", async (_name, write) => {
    server.embed((text) => [text.length, 0.5]);
    server.writeEmbeddings(write);
    expect(await clientOf().embed(["一", "三個字"])).toEqual([
      [1, 0.5],
      [3, 0.5],
    ]);
  });

  it.each([413, 422, 400])(
    "asks for fewer texts at once after %i, and remembers how many",
    async (status) => {
      const client = clientOf();
      server.embed((text) => [text.length, 1]);
      server.refuseEmbedding(({ input }) => (input.length > 10 ? status : null));
      const texts = Array.from({ length: 25 }, (_, at) => "字".repeat(at + 1));
      expect((await client.embed(texts)).map(([length]) => length)).toEqual(
        texts.map(({ length }) => length),
      );
      server.embeddings.length = 0;
      await client.embed(texts);
      expect(Math.max(...server.embeddings.map(({ input }) => input.length))).toBeLessThanOrEqual(10);
    },
  );

  it("shortens a text that is too long for the model, and only that", async () => {
    const client = clientOf();
    server.embed((text) => [text.length, 1]);
    server.refuseEmbedding(({ input }) => (input.some((text) => text.length > 1_000) ? 400 : null));
    const [short, long] = await client.embed(["短", "長".repeat(6_000)]);
    expect(short).toEqual([1, 1]);
    expect(long?.[0]).toBeGreaterThan(400);
    server.embeddings.length = 0;
    await client.embed(["短", "長".repeat(6_000)]);
    expect(server.embeddings).toHaveLength(1);
  });

  it("asks again without an encoding that is refused", async () => {
    server.refuseEmbedding(({ encoding_format }) => (encoding_format ? 400 : null));
    const client = clientOf();
    for (let time = 0; time < 2; time++) expect(await client.embed(["一"])).toHaveLength(1);
    expect(server.embeddings).toHaveLength(3);
  });

  it.each([
    [429, "rate_limited"],
    [500, "unavailable"],
    [400, "request_refused"],
  ])("tells what %i means", async (status, fault) => {
    server.embed({ status });
    await expect(clientOf().embed(["一"])).rejects.toMatchObject({ fault, status });
  });

  it("never says the key", async () => {
    const refused = await clientOf(server.baseUrl, "sk-secret")
      .embed(["一"])
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ fault: "key_refused" });
    expect(String(refused)).not.toContain("sk-secret");
  });

  it("is told when nobody listens, and when nobody answers", async () => {
    await expect(clientOf("http://127.0.0.1:9/v1").embed(["一"])).rejects.toMatchObject({
      fault: "unavailable",
    });
    const silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    const address = silent.address();
    const port = typeof address === "object" && address ? address.port : 0;
    await expect(
      clientOf(`http://127.0.0.1:${port}/v1`).embed(["一"], { timeoutMs: 50 }),
    ).rejects.toMatchObject({ fault: "timed_out" });
    silent.closeAllConnections();
    await new Promise((resolve) => silent.close(resolve));
  });
});
