import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createBot } from "@/lib/bots/create-bot";
import { getBotByToken } from "@/lib/bots/token/get-bot-by-token";
import { createDocument } from "@/lib/knowledge/documents/create-document";
import { deleteDocument } from "@/lib/knowledge/documents/delete-document";
import { updateDocument } from "@/lib/knowledge/documents/update-document";
import { loadPassages } from "@/lib/knowledge/search/load-passages";
import { createModelClient, type ModelClient } from "@/lib/model/client";
import { askBot } from "@/test/ask-bot";
import { openShop } from "@/test/fixtures/open-shop";
import { createTestActor } from "@/test/fixtures/test-actor";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { TEA_SHOP } from "@/test/fixtures/test-documents";
import {
  type ModelReply,
  type OpenAiServer,
  promptText,
  startOpenAiServer,
} from "@/test/servers/openai-server";
import type { AnsweringBot, Question } from "./answer";

let test: Awaited<ReturnType<typeof createTestDb>>;
let server: OpenAiServer;
let model: ModelClient;
let bot: AnsweringBot;

beforeAll(async () => {
  [test, server] = await Promise.all([createTestDb(), startOpenAiServer()]);
  model = clientWith("test-key");
  bot = await openShop(test.db, TEA_SHOP);
  await openShop(test.db, { secret: { title: "內部價目", content: "退貨密碼 SECRET-42，退貨請找王經理。" } });
});
beforeEach(() => server.reset());
afterAll(() => Promise.all([test.close(), server.close()]));

function clientWith(key: string, timeoutMs = 20_000) {
  const client = createModelClient({
    OPENAI_API_KEY: key,
    OPENAI_BASE_URL: server.baseUrl,
    OPENAI_MODEL: undefined,
  });
  return {
    stream: (call) => client.stream({ ...call, timeoutMs }),
    generate: (call) => client.generate({ ...call, timeoutMs }),
  } satisfies ModelClient;
}

function ask(
  question: string,
  { as = bot, by = model, ...more }: Partial<Question> & { as?: AnsweringBot; by?: ModelClient | null } = {},
) {
  return askBot(createTestContext({ db: test.db, model: by }), as, question, more);
}

describe("without a model", () => {
  it("reads a follow-up with the question before it", async () => {
    const said = [
      { role: "user", content: "退款要等嗎？" },
      { role: "assistant", content: "可以，門市營業到八點。" },
    ] as const;
    const together = await ask("那要多久呢？", { by: null, history: said });
    expect(together.sources.map(({ quote }) => quote).join()).toContain(
      "退款會在收到退貨後五個工作天內完成。",
    );
    const repeated = [...said, { role: "user", content: "那要多久呢？" }] as const;
    expect(await ask("那要多久呢？", { by: null, history: repeated })).toEqual(together);
    expect(await ask("那要多久呢？", { by: null })).toMatchObject({ answered: false, sources: [] });
  });

  it("reads a question that stands alone without what was asked before", async () => {
    const history = [{ role: "user", content: "可以寄到離島嗎？" }] as const;
    const asked = "茶葉要怎麼保存？";
    expect(await ask(asked, { by: null, history })).toEqual(await ask(asked, { by: null }));
  });
});

describe("what asks nothing of the documents", () => {
  it.each([
    ["你好", "你好！"],
    ["謝謝你", "不客氣！"],
    ["hi", "Hello!"],
    ["在嗎？", "你好！"],
    ["你很笨", "不好意思"],
    ["哈哈哈", "哈哈！"],
    ["3*250=?", "算數我幫不上忙"],
    ["ㄅㄆㄇ", "我看不太懂"],
    ["你们是骗子", "不好意思，让你不愉快了"],
    ["このボットは使えない", "ご不快な思い"],
    ["This bot is useless", "I'm sorry this has been frustrating"],
  ])("answers %s by itself, and asks no model", async (message, start) => {
    for (const by of [null, model]) {
      const { bubbles, ...rest } = await ask(message, { by });
      expect(bubbles[0]).toMatch(new RegExp(`^${start}`, "u"));
      expect(rest).toEqual({ sources: [], answered: null, confidence: null, answeredBy: "small_talk" });
    }
    expect(server.chats).toEqual([]);
  });

  it("says what the owner wrote for it", async () => {
    const greeting = await openShop(test.db, {
      hello: { title: "招呼", text: "Q：你好\nA：歡迎來到山嵐茶行。" },
    });
    expect(await ask("你好！", { as: greeting, by: null })).toMatchObject({
      bubbles: ["歡迎來到山嵐茶行。"],
    });
  });

  it("tells who swears how to get a person, and only where there is one", async () => {
    const contact = "電話 02-1234-5678";
    const said = async (offersPerson: boolean) =>
      (await ask("爛死了", { as: { ...bot, contact, offersPerson }, by: null })).bubbles[0];
    expect(await said(true)).toMatch(/輸入「找真人」就會通知他們。\n電話 02-1234-5678$/u);
    expect(await said(false)).not.toContain("找真人");
  });

  it("looks for what seems nonsense but stands in the documents", async () => {
    const shop = await openShop(test.db, {
      word: { title: "型號", text: "asdfgh 是我們的新鍵盤，售價 900 元。" },
    });
    expect(await ask("asdfgh", { as: shop, by: null })).toMatchObject({ answeredBy: "documents" });
  });

  it("names the contact to who wants a person", async () => {
    const contact = "電話 02-1234-5678";
    for (const [offersPerson, said] of [
      [true, "已經告訴我們的人員，你想找真人。"],
      [false, "好的，這件事請直接跟我們的人員說。"],
    ] as const) {
      const as = { ...bot, offersPerson, fallbackText: "查不到", contact };
      expect(await ask("我要找真人", { as, by: null })).toMatchObject({
        bubbles: [`${said}\n${contact}`],
        answered: null,
        answeredBy: "person",
      });
    }
    const unsure = await ask("客服電話幾號", { as: { ...bot, contact }, by: null });
    expect(unsure.answeredBy).toBe("documents");
  });
});

describe("with a model", () => {
  it("says what the model says and the documents hold, with quotes", async () => {
    server.next({
      kind: "text",
      text: '收到商品七天內都可以退貨，包裝要保持完整。[1: "收到商品七天內可以退貨，包裝需保持完整"] 拆封的茶葉不能退。[1]',
    });
    const answer = await ask("可以退貨嗎？");
    expect(answer).toMatchObject({
      answered: true,
      bubbles: ["收到商品七天內都可以退貨，包裝要保持完整。 拆封的茶葉不能退。"],
      sources: [
        { title: "山嵐茶行購物說明", quote: "收到商品七天內可以退貨，包裝需保持完整" },
        { quote: "茶葉拆封後因衛生考量恕不退換。" },
      ],
    });
    expect(answer.degraded).toBeUndefined();
  });

  it("streams what it will have said", async () => {
    server.next({
      kind: "text",
      text: "收到商品七天內可以退貨，包裝需保持完整。[1] 我们还送您一台汽车！退款会在五个工作天内完成。[1]",
      pieceLength: 3,
    });
    const pieces: string[] = [];
    const { bubbles } = await ask("可以退貨嗎？", { onDelta: (text) => pieces.push(text) });
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join("")).toBe(bubbles[0]);
    expect(bubbles[0]).toBe("收到商品七天內可以退貨，包裝需保持完整。退款會在五個工作天內完成。");
  });

  it("marks what no document says, where the owner wants that", async () => {
    const reply = "收到商品七天內可以退貨。[1] 我們的老闆很帥氣。";
    server.always({ kind: "text", text: reply });
    const marked = await ask("可以退貨嗎？", { as: { ...bot, unsupportedRule: "mark" } });
    expect(marked.bubbles).toEqual(["收到商品七天內可以退貨。 我們的老闆很帥氣。（這句在資料裡查不到）"]);
    expect((await ask("可以退貨嗎？")).bubbles).toEqual(["收到商品七天內可以退貨。"]);
  });

  it("does not know when it says so", async () => {
    server.always({ kind: "text", text: "NO_ANSWER" });
    const settings = { fallbackText: "這題要問店員。", contact: "電話 02-1234-5678" };
    expect(await ask("可以退貨嗎？", { as: { ...bot, ...settings, unsupportedRule: "mark" } })).toMatchObject(
      {
        bubbles: ["這題要問店員。\n電話 02-1234-5678"],
        sources: [],
        answered: false,
      },
    );
  });

  it.each(["老闆是台北人。", "我們有賣飛機票喔！[1]"])(
    "gives the documents' own words where nothing of %s stands there",
    async (text) => {
      const { bubbles, sources } = await ask("可以退貨嗎？", { by: null });
      server.always({ kind: "text", text });
      expect(await ask("可以退貨嗎？")).toMatchObject({ bubbles, sources, answeredBy: "documents" });
    },
  );

  it("asks nothing when no document comes near", async () => {
    expect(await ask("xyzzy")).toMatchObject({ answered: false });
    expect(server.chats).toEqual([]);
  });

  it("asks the bot's model, with the owner's wishes and the history outside the system message", async () => {
    await ask("收到商品之後包裝不完整可不可以退貨給你們呢請問", {
      as: { ...bot, answerModel: "big-one", instructions: "請用台語招呼" },
      history: [
        { role: "user", content: "茶葉怎麼買" },
        { role: "assistant", content: "線上下單喔" },
      ],
    });
    const chat = server.chats.at(-1);
    expect(chat?.model).toBe("big-one");
    expect(chat?.messages.map(({ role }) => role)).toEqual(["system", "user", "assistant", "user"]);
    expect(chat?.messages[0]?.content).not.toContain("台語");
    expect(chat?.messages[3]?.content).toContain("請用台語招呼");
  });

  it("never puts another bot's text into a prompt, nor what the bot's documents no longer say", async () => {
    const secret = { title: "內部價目", content: "退貨密碼 SECRET-42，退貨請找王經理。" };
    const owner = { ...createTestContext({ db: test.db }), actor: await createTestActor(test.db) };
    const { id: botId, widgetToken } = await createBot(owner, { name: "分店" });
    const sibling = await createBot(owner, { name: "總店" });
    await createDocument(owner, { botId: sibling.id, ...secret });
    const { documentId, number } = await createDocument(owner, { botId, ...secret });
    await updateDocument(owner, {
      botId,
      documentId,
      baseVersion: number,
      title: "退貨",
      content: "退貨請附發票，七天內都可以。",
    });
    const { documentId: deleted } = await createDocument(owner, { botId, ...secret });
    await deleteDocument(owner, { botId, documentId: deleted });
    const branch = await getBotByToken(owner, widgetToken);
    if (!branch) throw new Error("the bot is gone");

    const history = [{ role: "user" as const, content: "退貨要找誰？" }];
    for (const as of [bot, branch])
      for (const question of ["退貨密碼是什麼", "SECRET-42", "退貨找王經理", "那密碼呢？"])
        await ask(question, { as, history });
    expect(server.chats.length).toBeGreaterThan(8);
    for (const chat of server.chats) {
      const passages = promptText(chat).match(/^passage \d+ [\s\S]*?^end passage/gm) ?? [];
      expect(passages.join("\n")).not.toMatch(/SECRET|王經理|內部價目/);
    }
    // What an index holds of another bot's is not enough: the query for the texts names bot and team.
    const foreign = await test.db.documentVersion.findMany({
      where: { content: secret.content, NOT: { documentId } },
      select: { id: true },
    });
    expect(foreign.length).toBeGreaterThan(2);
    const hits = foreign.map(({ id }) => ({
      versionId: id,
      passage: 0,
      start: 0,
      end: 9,
      score: 9,
      confidence: 1,
    }));
    expect(await loadPassages(test.db, branch, hits)).toEqual([]);
    expect(await loadPassages(test.db, bot, hits)).toEqual([]);
  });

  it("searches a follow-up with what came before, and with nothing the model adds", async () => {
    const history = [
      { role: "user" as const, content: "寄到離島要多少錢？" },
      { role: "assistant" as const, content: "離島另加 150 元。" },
    ];
    server.next({ kind: "text", text: "寄到離島要幾天？" }, { kind: "text", text: "NO_ANSWER" });
    await ask("那要幾天？", { history });
    expect(promptText(server.chats[1])).toContain("2 到 3 個工作天送達");
    server.reset();
    server.next({ kind: "text", text: "門市在永康街幾號？" }, { kind: "text", text: "NO_ANSWER" });
    await ask("那運費呢？", { history });
    expect(promptText(server.chats[1])).toContain("單筆訂單滿 1,200 元免運費");
  });
});

describe("when the model fails", () => {
  const impatient = (reply: ModelReply) => (reply.kind === "hang" ? clientWith("test-key", 400) : model);
  const faults: [string, ModelReply][] = [
    ["429", { kind: "status", status: 429, headers: { "retry-after": "60" } }],
    ["500", { kind: "status", status: 500, headers: { "retry-after": "60" } }],
    ["400", { kind: "status", status: 400 }],
    ["hang", { kind: "hang" }],
    ["hang in the middle", { kind: "hang", text: "收到商品七天內可以退貨，包裝需" }],
    ["death in the middle", { kind: "death", text: "收到商品七天內可以退貨，包裝需" }],
    ["empty", { kind: "empty" }],
    ["page", { kind: "html" }],
    ["broken JSON", { kind: "bad-json" }],
  ];

  it.each(faults)("the documents answer (%s)", async (_name, reply) => {
    const plain = await ask("可以退貨嗎？", { by: null });
    server.always(reply);
    const { tokens: _, ...answer } = await ask("可以退貨嗎？", { by: impatient(reply) });
    expect(answer).toEqual({ ...plain, degraded: true });
    expect(answer.answeredBy).toBe("documents");
  });

  it.each(faults)("and when they can't, it is an error, not a guess (%s)", async (_name, reply) => {
    server.always(reply);
    const thresholds = { answerThreshold: 2, maybeThreshold: 2 };
    await expect(
      ask("可以退貨嗎？", { as: { ...bot, ...thresholds }, by: impatient(reply) }),
    ).rejects.toMatchObject({
      code: "unavailable",
      status: 500,
    });
  });

  it("keeps on the bot that its key or model is refused, until a call succeeds", async () => {
    const stored = () => test.db.bot.findUniqueOrThrow({ where: { id: bot.id } });
    const noted = (action: string) => test.db.auditEntry.count({ where: { targetId: bot.id, action } });
    const askAgain = async (by = model) => ask("可以退貨嗎？", { by, as: { ...bot, ...(await stored()) } });
    for (let time = 0; time < 2; time++)
      expect(await askAgain(clientWith("sk-wrong"))).toMatchObject({ degraded: true });
    expect((await stored()).modelFault).toBe("key_refused");
    expect(await noted("model.key_refused")).toBe(1);

    server.next({ kind: "status", status: 404 }, { kind: "empty" });
    await askAgain();
    expect((await stored()).modelFault).toBe("request_refused");
    await askAgain();
    expect((await stored()).modelFault).toBe("request_refused");
    expect((await askAgain()).degraded).toBeUndefined();
    expect((await stored()).modelFault).toBeNull();
    expect(await noted("model.accepted")).toBe(1);
  });

  it("says nothing of the key in what is logged", async () => {
    const logged: string[] = [];
    const spy = vi.spyOn(process.stderr, "write").mockImplementation((text) => logged.push(String(text)) > 0);
    try {
      server.always({ kind: "status", status: 500, error: "leaky text about test-key" });
      await ask("可以退貨嗎？");
      await ask("可以退貨嗎？", { by: clientWith("sk-wrong") });
    } finally {
      spy.mockRestore();
    }
    expect(logged.join("")).toContain("the model did not answer");
    expect(logged.join("")).not.toMatch(/test-key|sk-wrong|leaky/);
  });

  it("ends at once when the visitor leaves", async () => {
    server.always({ kind: "hang", text: "收到商品七天內可以退貨。[1] 退款" });
    const leaving = new AbortController();
    await expect(
      ask("可以退貨嗎？", { signal: leaving.signal, onDelta: () => leaving.abort(new Error("left")) }),
    ).rejects.toThrow("left");
    await expect.poll(() => server.chats[0]?.isAborted).toBe(true);
  });
});
