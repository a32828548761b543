import { afterAll, beforeAll, expect, it } from "vitest";
import { createBot } from "@/lib/bots/create-bot";
import { requireBot } from "@/lib/bots/require-bot";
import { createTestActor } from "@/test/fixtures/test-actor";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { updateAnswerSettings } from "./update-answer-settings";
import { updateBot } from "./update-bot";

let test: Awaited<ReturnType<typeof createTestDb>>;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.close());

it("keeps what two people saved in different fields, at the same moment too", async () => {
  const ctx = { ...createTestContext({ db: test.db }), actor: await createTestActor(test.db) };
  const { id: botId, botName, contact, welcome } = await createBot(ctx, { name: "茶行" });
  await Promise.all([
    updateBot(ctx, { botId, botName: "茶小二", base: { botName } }),
    updateBot(ctx, { botId, welcome: "你好", base: { welcome } }),
    updateAnswerSettings(ctx, { botId, contact: "02-1234-5678", base: { contact } }),
    updateAnswerSettings(ctx, { botId, sureness: "careful", base: { sureness: "usual" } }),
  ]);
  expect(await requireBot(ctx, botId)).toMatchObject({
    botName: "茶小二",
    welcome: "你好",
    contact: "02-1234-5678",
    answerThreshold: expect.closeTo(0.28),
  });

  const late = updateBot(ctx, { botId, botName: "小茶", welcome: "嗨", base: { botName, welcome: "你好" } });
  await expect(late).rejects.toMatchObject({ code: "conflict", theirs: { botName: "茶小二" } });
  expect(await requireBot(ctx, botId)).toMatchObject({ botName: "茶小二", welcome: "你好" });
  const lateSettings = updateAnswerSettings(ctx, {
    botId,
    sureness: "generous",
    base: { sureness: "usual" },
  });
  await expect(lateSettings).rejects.toMatchObject({ theirs: { sureness: "careful" } });

  await updateBot(ctx, { botId, botName: "小茶", base: { botName: "茶小二" } });
  expect(await requireBot(ctx, botId)).toMatchObject({ botName: "小茶" });
});
