import { createServer } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type OpenAiServer, startOpenAiServer } from "@/test/openai-server";
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
