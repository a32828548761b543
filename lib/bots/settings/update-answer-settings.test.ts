import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { DEFAULT_THRESHOLDS } from "@/lib/answers/extract/extract-answer";
import { createBot } from "@/lib/bots/create-bot";
import { getBotByToken } from "@/lib/bots/token/get-bot-by-token";
import { createEmbeddedKv } from "@/lib/kv/transports/embedded-kv";
import { createTestActor } from "@/test/fixtures/test-actor";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { toAnswerSureness } from "./answer-sureness";
import { updateAnswerSettings, updateAnswerSettingsInput } from "./update-answer-settings";

let test: Awaited<ReturnType<typeof createTestDb>>;
beforeAll(async () => {
  vi.stubEnv("OPENAI_MODEL", "small");
  vi.stubEnv("OPENAI_MODELS", "small,large");
  test = await createTestDb();
});
afterAll(() => test.close());

const settings = {
  fallbackText: " 這題要問店員。\r\n",
  contact: "02-1234-5678",
  instructions: "",
  answerModel: "",
  unsupportedRule: "mark",
  offersPerson: false,
  sureness: "careful",
};

describe("updateAnswerSettings", () => {
  it("reaches the next visitor, and nobody else's bot", async () => {
    const kv = createEmbeddedKv();
    const ctx = { ...createTestContext({ db: test.db, kv }), actor: await createTestActor(test.db) };
    const agent = { ...ctx, actor: await createTestActor(test.db, "agent", ctx.actor) };
    const stranger = { ...ctx, actor: await createTestActor(test.db) };
    const { id: botId, widgetToken } = await createBot(ctx, { name: "茶行" });
    await getBotByToken(ctx, widgetToken);
    const input = updateAnswerSettingsInput.parse({ botId, ...settings });
    await expect(updateAnswerSettings(agent, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(updateAnswerSettings(stranger, input)).rejects.toMatchObject({ code: "not_found" });
    expect(await getBotByToken(ctx, widgetToken)).toMatchObject({
      fallbackText: "",
      unsupportedRule: "drop",
      offersPerson: true,
      answerThreshold: null,
    });
    await updateAnswerSettings(ctx, input);
    expect(await getBotByToken(ctx, widgetToken)).toMatchObject({
      fallbackText: "這題要問店員。",
      contact: "02-1234-5678",
      unsupportedRule: "mark",
      offersPerson: false,
    });
    for (const sureness of ["careful", "generous", "usual"] as const) {
      await updateAnswerSettings(ctx, { ...input, sureness });
      const bot = await getBotByToken(ctx, widgetToken);
      expect(toAnswerSureness(bot?.answerThreshold ?? null)).toBe(sureness);
      const { answer, maybe } = DEFAULT_THRESHOLDS;
      const [answerFrom, maybeFrom] = [bot?.answerThreshold ?? answer, bot?.maybeThreshold ?? maybe];
      expect(maybeFrom).toBeLessThan(answerFrom);
      expect(Math.sign(answerFrom - answer)).toBe({ careful: 1, usual: 0, generous: -1 }[sureness]);
    }
  });

  it("takes a model of the operator's list only; what is stored outside of it answers no more, and may stay", async () => {
    const ctx = { ...createTestContext({ db: test.db }), actor: await createTestActor(test.db) };
    const { id: botId, widgetToken } = await createBot(ctx, { name: "模型" });
    const input = updateAnswerSettingsInput.parse({ botId, ...settings });
    const modelOf = async () => (await getBotByToken(ctx, widgetToken))?.answerModel;
    for (const answerModel of ["small", "large", ""]) {
      await updateAnswerSettings(ctx, { ...input, answerModel });
      expect(await modelOf()).toBe(answerModel);
    }
    await expect(updateAnswerSettings(ctx, { ...input, answerModel: "dearest" })).rejects.toMatchObject({
      code: "invalid_input",
      fields: { answerModel: { fault: "invalid_choice" } },
    });
    await test.db.bot.update({ where: { id: botId }, data: { answerModel: "dearest" } });
    await updateAnswerSettings(ctx, { ...input, answerModel: "dearest" });
    expect(await modelOf()).toBe("");
  });

  it.each([
    ["fallbackText", "字".repeat(301), "too_long:300:301"],
    ["instructions", null, "required"],
    ["unsupportedRule", "shout", "invalid"],
    ["offersPerson", "on", "invalid"],
    ["sureness", "0.9", "invalid"],
  ])("refuses %s", (name, value, fault) => {
    const parsed = updateAnswerSettingsInput.safeParse({ botId: "b", ...settings, [name]: value });
    expect(parsed.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([[name, fault]]);
  });
});

describe("wordings", () => {
  const read = (wordings: string) => updateAnswerSettingsInput.safeParse({ botId: "x", wordings });

  it.each([
    ["早鳥、預購\n\n團主", "lone_wording:2:3"],
    ["早鳥、預購\n茶、綠茶", "wording_length:30:2"],
    [`早鳥、${"長".repeat(31)}`, "wording_length:30:1"],
    [Array.from({ length: 11 }, (_, at) => `說法${at}`).join("、"), "too_many_in_line:10:1"],
    ["早鳥=預購\n".repeat(101), "too_many_wordings:100:101"],
    ["早鳥、預購\n".repeat(900), "too_long:4000:5399"],
  ])("names the line of what can't be read", (wordings, message) => {
    expect(read(wordings).error?.issues.map((issue) => issue.message)).toEqual([message]);
  });

  it("keeps what was written, and a new line is a change", async () => {
    const ctx = {
      ...createTestContext({ db: test.db, kv: createEmbeddedKv() }),
      actor: await createTestActor(test.db),
    };
    const { id: botId, widgetToken } = await createBot(ctx, { name: "茶行" });
    for (const wordings of ["早鳥 = 預購 團主 = 主揪", "早鳥 = 預購\n團主 = 主揪", ""]) {
      await updateAnswerSettings(ctx, updateAnswerSettingsInput.parse({ botId, wordings }));
      expect(await getBotByToken(ctx, widgetToken)).toMatchObject({ wordings });
    }
  });
});
