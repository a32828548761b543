import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { searchBot } from "@/lib/knowledge/search/search-bot";
import { createModelClient, type ModelClient } from "@/lib/model/client";
import { openShop } from "@/test/fixtures/open-shop";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { type ModelReply, type OpenAiServer, startOpenAiServer } from "@/test/servers/openai-server";
import { speakDialect } from "@/test/servers/speak-dialect";
import type { AnsweringBot } from "../answer";
import { answerQuestion } from "../answer-question";
import { modelAnswer } from "./model-answer";

let test: Awaited<ReturnType<typeof createTestDb>>;
let server: OpenAiServer;
let model: ModelClient;
let bot: AnsweringBot;

const held = "收到商品七天內可以退貨。";
const rest = "退款會在五個工作天內完成。";

beforeAll(async () => {
  [test, server] = await Promise.all([createTestDb(), startOpenAiServer()]);
  bot = await openShop(test.db, [{ title: "退貨", text: `${held}${rest}\n\n運費滿 1,200 元免收。` }]);
});
beforeEach(() => {
  server.reset();
  model = createModelClient({
    OPENAI_API_KEY: "test-key",
    OPENAI_BASE_URL: server.baseUrl,
    OPENAI_MODEL: undefined,
  });
});
afterEach(() => vi.useRealTimers());
afterAll(() => Promise.all([test.close(), server.close()]));

const asked = { question: "可以退貨嗎？", language: "zh-TW", wantsPerson: false, history: [] } as const;

async function listen(question: string = asked.question) {
  let streamed = "";
  const onDelta = (text: string) => {
    streamed += text;
  };
  const ctx = createTestContext({ db: test.db, model });
  const answer = await answerQuestion(ctx, bot, { ...asked, question, onDelta });
  return { ...answer, streamed, said: answer.bubbles.join("\n") };
}

describe("what was streamed", () => {
  it.each<[string, ModelReply]>([
    ["dies", { kind: "death", text: `${held}[1] 退款會在` }],
    [
      "never ends",
      { kind: "raw", pieces: [event(`${held}[1] 退款`), 'data: {"error":{"code":503}}\n\n'], pauseMs: 20 },
    ],
  ])("stays said when the model %s after it", async (_name, reply) => {
    server.always(reply);
    const { streamed, said, degraded, sources, answered } = await listen();
    expect({ streamed, said, degraded, answered }).toEqual({
      streamed: held,
      said: held,
      degraded: true,
      answered: true,
    });
    expect(sources.map(({ quote }) => quote)).toEqual([held]);
  });

  it("stays said when it turns out to be thoughts, and the answer goes on", async () => {
    server.always(speakDialect(`${held}[1] 草稿。</think>${held}[1] ${rest}[1]`));
    const first = await listen();
    expect(first.said).toBe(`${held} ${rest}`);
    expect(first.said.startsWith(first.streamed)).toBe(true);
    const second = await listen();
    expect([second.said, second.streamed]).toEqual([`${held} ${rest}`, `${held} ${rest}`]);
  });
});

it("says no sentence that was cut", async () => {
  server.always(speakDialect(`${held}[1] 運費滿 1,2`, { finish: "length" }));
  expect((await listen()).said).toBe(held);
  server.always(speakDialect("運費滿 1,2", { isDoneMissing: true }));
  expect((await listen("運費滿多少免收？")).said).toContain("1,200 元");
});

it("waits for the first words so long and no longer", async () => {
  const { passages } = await searchBot(createTestContext({ db: test.db }), bot, asked.question, { limit: 3 });
  const firstWordsMs = 150;
  const ask = (reply: ModelReply, onDelta?: () => void) => {
    server.always(reply);
    return modelAnswer(model, bot, { ...asked, ...(onDelta && { onDelta }), firstWordsMs }, passages);
  };
  // Time passes when the test says so: a busy machine's first words may take longer.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const passOnceAsked = async () => {
    await expect.poll(() => server.chats.length).toBe(1);
    vi.advanceTimersByTime(firstWordsMs);
  };
  for (const onDelta of [() => {}, undefined]) {
    server.reset();
    await Promise.all([
      expect(ask({ kind: "hang" }, onDelta)).rejects.toMatchObject({ fault: "timed_out" }),
      passOnceAsked(),
    ]);
  }
  const slow: ModelReply = {
    kind: "raw",
    pieces: [event(`${held}[1] ${rest}`), event("[1] "), "data: [DONE]\n\n"],
    pauseMs: 20,
  };
  const passAll = () => vi.advanceTimersByTime(10 * firstWordsMs);
  expect(await ask(slow, passAll)).toMatchObject({ text: `${held} ${rest}`, failure: null });
});

it("tells the owner to check the address when a page answers", async () => {
  server.always({ kind: "html" });
  expect(await listen()).toMatchObject({ degraded: true, answeredBy: "documents" });
  expect(await test.db.bot.findUniqueOrThrow({ where: { id: bot.id } })).toMatchObject({
    modelFault: "wrong_address",
  });
});

function event(content: string): string {
  return `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`;
}
