import { afterAll, beforeAll, expect, it } from "vitest";
import { createModelClient } from "@/lib/model/client";
import { openShop } from "@/test/fixtures/open-shop";
import { createTestDb } from "@/test/fixtures/test-db";
import { type Judgement, judgeReplies } from "@/test/judge-replies";
import { studioDocuments } from "@/test/model-replies";
import { type OpenAiServer, startOpenAiServer } from "@/test/servers/openai-server";

let test: Awaited<ReturnType<typeof createTestDb>>;
let server: OpenAiServer;
let judged: Judgement;

beforeAll(async () => {
  [test, server] = await Promise.all([createTestDb(), startOpenAiServer()]);
  const bot = await openShop(test.db, studioDocuments);
  const model = createModelClient({
    OPENAI_API_KEY: "test-key",
    OPENAI_BASE_URL: server.baseUrl,
    OPENAI_MODEL: undefined,
  });
  judged = await judgeReplies({ db: test.db, bot, server, model });
}, 60_000);
afterAll(() => Promise.all([test.close(), server.close()]));

it("judges enough of them", () => {
  expect(judged.right).toBeGreaterThanOrEqual(2 * 45);
  expect(judged.falses).toBeGreaterThanOrEqual(2 * 30);
});

it("loses nothing true", () => expect(judged.lost).toEqual([]));

it("lets hardly anything false pass", () => {
  expect(judged.passed.length / judged.falses, JSON.stringify(judged.passed)).toBeLessThanOrEqual(0.1);
});

it("answers hardly anything absent as sure", () => {
  expect(judged.answered.length / judged.absents, JSON.stringify(judged.answered)).toBeLessThanOrEqual(0.05);
});

it("takes nothing back that was streamed", () => expect(judged.takenBack).toEqual([]));
