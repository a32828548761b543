import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { explainAnswer } from "@/lib/answers/trace/explain-answer";
import { tryQuestion, tryQuestionInput } from "@/lib/answers/try-question";
import { type AnswerSureness, answerSureness } from "@/lib/bots/settings/answer-sureness";
import { forgetBotToken } from "@/lib/bots/token/get-bot-by-token";
import { requireWidgetBot } from "@/lib/http/widget/require-widget-bot";
import { createDocument } from "@/lib/knowledge/documents/create-document";
import { updateDocument } from "@/lib/knowledge/documents/update-document";
import { createModelClient, type ModelClient } from "@/lib/model/client";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { TEA_SHOP } from "@/test/fixtures/test-documents";
import { type OpenAiServer, startOpenAiServer } from "@/test/servers/openai-server";
import { parseMessageInput } from "./message-input";
import { receiveMessage } from "./receive-message";

let shop: Awaited<ReturnType<typeof createTestShop>>;
let server: OpenAiServer;
beforeAll(async () => {
  [shop, server] = await Promise.all([createTestShop(), startOpenAiServer()]);
  const owner = { ...shop.actorCtx, actor: { ...shop.actorCtx.actor, role: "owner" as const } };
  for (const { title, text } of Object.values(TEA_SHOP))
    await createDocument(owner, { botId: shop.botId, title, content: text });
});
afterAll(() => Promise.all([shop.close(), server.close()]));

const acceptLanguage = "zh-TW,zh;q=0.9";
const widgetToken = () => shop.botId.replaceAll("-", "");
let chats = 0;

async function setSureness(
  sureness: AnswerSureness,
  more: { offersPerson?: boolean; contact?: string } = {},
) {
  await shop.ctx.db.bot.update({
    where: { id: shop.botId },
    data: { ...answerSureness[sureness], offersPerson: true, contact: "", ...more },
  });
  forgetBotToken(widgetToken());
}

/** As a visitor gets it in a chat of its own. */
async function askAsVisitor(question: string, model: ModelClient | null = null) {
  const ctx = { ...shop.ctx, model };
  const bot = await requireWidgetBot(ctx, widgetToken());
  const body = { message: question, chat_id: `web_${String(++chats).padStart(8, "0")}` };
  const answer = await receiveMessage(ctx, bot, {
    ...parseMessageInput(body),
    domain: null,
    acceptLanguage,
  });
  await answer.published;
  const { bubbles, sources, answered } = answer;
  return { bubbles, sources, answered };
}

async function askInBox(
  question: string,
  more: Record<string, string> = {},
  model: ModelClient | null = null,
) {
  const input = tryQuestionInput.parse({ botId: shop.botId, question, ...more });
  const { answer, trace } = await tryQuestion({ ...shop.actorCtx, model }, input, acceptLanguage);
  const { bubbles, sources, answered } = answer;
  return { shown: { bubbles, sources, answered: answered ?? true }, answer, trace };
}

const questions = [
  "運費多少？",
  "滿多少免運",
  "可以退貨嗎",
  "拆封後可以換嗎",
  "可以刷卡分期嗎",
  "有沒有賣茶杯",
  "茶葉會有農藥嗎",
  "泡茶的水要多熱",
  "有會員卡嗎",
  "門市在哪裡？幾點開？",
  "運費多少？可以退貨嗎？有停車場嗎？",
  "What is the wholesale discount?",
  "京都店の営業時間は？",
  "最貴的是哪一款",
  "我的包裹還沒到",
  "你們寄錯東西了",
  "SM-A521F 換螢幕多少錢",
  "你好",
  "謝謝",
  "我要找真人",
  "請回電給我 0912-345-678",
  "mail me at a@b.co",
  "你很笨",
  "台積電股價",
];

describe("who tries a bot out gets what a visitor gets", () => {
  it.each(["careful", "usual", "generous"] as const)("where it is %s", async (sureness) => {
    await setSureness(sureness);
    const states = new Set<string>();
    for (const question of questions) {
      const { shown, answer } = await askInBox(question);
      expect(shown, question).toEqual(await askAsVisitor(question));
      states.add(`${answer.answered}/${answer.sources.length > 0}`);
    }
    expect([...states].sort()).toEqual(["false/false", "false/true", "null/false", "true/true"]);
  });

  it("where nobody can be reached in the chat, and where there is a contact", async () => {
    await setSureness("usual", { offersPerson: false, contact: "02-1234-5678" });
    for (const question of ["我要找真人", "台積電股價", "你們寄錯東西了"])
      expect((await askInBox(question)).shown, question).toEqual(await askAsVisitor(question));
  });

  it("where a model words the answers, and what of its reply nobody supports is told", async () => {
    await setSureness("usual");
    const model = createModelClient({
      OPENAI_API_KEY: "test-key",
      OPENAI_MODEL: undefined,
      OPENAI_BASE_URL: server.baseUrl,
    });
    server.always({ kind: "text", text: "單筆訂單滿 1,200 元免運費 [1]。我們還送你一隻貓。" });
    const visitor = await askAsVisitor("滿多少免運", model);
    const { shown, trace } = await askInBox("滿多少免運", {}, model);
    expect(shown).toEqual(visitor);
    expect(trace.model).toMatchObject({
      reply: "單筆訂單滿 1,200 元免運費 [1]。我們還送你一隻貓。",
      sentences: [{ verdict: "kept" }, { text: "我們還送你一隻貓。", verdict: "dropped" }],
      fault: null,
    });
    const asked = server.chats.length;
    const plain = await askInBox("滿多少免運", { withoutModel: "on" }, model);
    expect(plain.answer.answeredBy).toBe("documents");
    expect(server.chats).toHaveLength(asked);
  });

  it("nothing of it is recorded", async () => {
    const { db } = shop.ctx;
    const count = async () => [
      await db.conversation.count(),
      await db.message.count(),
      await db.visitor.count(),
    ];
    const before = await count();
    for (const question of ["運費多少？", "我要找真人", "台積電股價"]) await askInBox(question);
    expect(await count()).toEqual(before);
  });

  it("another sureness is tried without setting it", async () => {
    await setSureness("usual");
    const usual = await askInBox("可以刷卡分期嗎", { sureness: "usual" });
    expect((await askInBox("可以刷卡分期嗎")).shown).toEqual(usual.shown);
    const careful = await askInBox("可以刷卡分期嗎", { sureness: "careful" });
    expect(careful.trace.thresholds).toEqual({ answer: 0.28, maybe: 0.18 });
    await setSureness("careful");
    expect(careful.shown).toEqual(await askAsVisitor("可以刷卡分期嗎"));
    await setSureness("usual");
  });

  it.each(["", " ", "?", "\0\ud800", "的".repeat(300), "的".repeat(301), "😀", "(((", "a".repeat(300)])(
    "a question like %j is taken where it has something to read and isn't too long",
    (question) => {
      const { success } = tryQuestionInput.safeParse({ botId: shop.botId, question });
      expect(success).toBe(/[^\s\0]/.test(question) && question.length <= 300);
    },
  );

  it("only members who may read its knowledge", async () => {
    const input = tryQuestionInput.parse({ botId: shop.botId, question: "運費多少？" });
    await expect(tryQuestion(shop.strangerCtx, input)).rejects.toMatchObject({ code: "not_found" });
  });
});

it("a version that isn't published is asked, and the bot answers from the published one meanwhile", async () => {
  const owner = { ...shop.actorCtx, actor: { ...shop.actorCtx.actor, role: "owner" as const } };
  const { botId } = shop;
  const title = "寄杯";
  const { documentId } = await createDocument(owner, { botId, title, content: "寄杯期限是三十天。" });
  await updateDocument(owner, { botId, documentId, title, content: "寄杯期限是九十天。", baseVersion: 1 });
  const [first] = await shop.ctx.db.documentVersion.findMany({ where: { documentId, number: 1 } });
  const bot = await requireWidgetBot(shop.ctx, widgetToken());
  const asked = { question: "寄杯期限多久", language: "zh-TW", wantsPerson: false, history: [] } as const;
  const versions = new Map([[documentId, first?.id ?? ""]]);
  const tried = await explainAnswer(shop.ctx, bot, asked, { versions });
  expect(tried.answer.bubbles.join()).toContain("三十天");
  expect((await explainAnswer(shop.ctx, bot, asked)).answer.bubbles.join()).toContain("九十天");
  const foreign = new Map([[documentId, bot.id]]);
  expect((await explainAnswer(shop.ctx, bot, asked, { versions: foreign })).answer.bubbles.join()).toContain(
    "九十天",
  );
});

describe("why", () => {
  it("names the passage, its words, what was quoted and how sure the bot is against its thresholds", async () => {
    const { trace } = await askInBox("滿多少免運費？");
    expect(trace).toMatchObject({ intent: "question", context: null, lookedFor: null, model: null });
    const [part] = trace.parts;
    expect(part).toMatchObject({ question: "滿多少免運費？", state: "answer", absent: [] });
    expect(part?.sureness).toBeGreaterThanOrEqual(trace.thresholds.answer);
    const [passage] = part?.passages ?? [];
    expect(passage).toMatchObject({ title: "山嵐茶行購物說明", headings: ["運費與配送"] });
    expect(passage?.matched.join()).toContain("免運費");
    expect(passage?.pieces.some(({ isQuote, text }) => isQuote && text.includes("滿 1,200 元免運費"))).toBe(
      true,
    );
    expect(part?.candidates[0]).toMatchObject({ share: 1 });
  });

  it("names each question of a message, and what stands nowhere", async () => {
    const several = (await askInBox("運費多少？可以退貨嗎？")).trace;
    expect(several.parts.map(({ question }) => question)).toEqual(["運費多少", "可以退貨嗎"]);
    expect((await askInBox("SM-A521F 換螢幕多少錢")).trace.parts[0]?.absent).not.toEqual([]);
  });

  it.each([
    ["你好", "greeting"],
    ["我要找真人", "person"],
    ["我的包裹還沒到", "order"],
    ["你們寄錯東西了", "complaint"],
    ["最貴的是哪一款", "comparison"],
  ])("%s is read as %s", async (question, intent) => {
    expect((await askInBox(question)).trace.intent).toBe(intent);
  });
});
