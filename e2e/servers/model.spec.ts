import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { z } from "zod";
import { newClientAddress } from "@/e2e/support/client-address";
import { type ServerProcess, startServerProcess } from "@/e2e/support/servers/server-process";
import { createTeam, type Team } from "@/e2e/support/team";
import { type OpenAiServer, startOpenAiServer } from "@/test/servers/openai-server";

test.describe.configure({ mode: "serial" });

const answerSchema = z.strictObject({
  success: z.literal(true),
  reply: z.string(),
  extra_replies: z.array(z.object({ text: z.string() })),
  chat_id: z.string(),
  message_id: z.uuid(),
  sources: z.array(z.object({ title: z.string(), quote: z.string() })),
  answered: z.boolean(),
  turn_id: z.uuid(),
  handoff: z.literal(false),
  visitor_key: z.string().optional(),
});
const chatsSchema = z.object({
  chats: z.array(z.object({ id: z.string(), chatId: z.string(), botId: z.string() })),
});
const turnsSchema = z.object({
  turns: z.array(
    z.object({
      author: z.string(),
      state: z.string(),
      bubbles: z.array(z.string()),
      degraded: z.boolean().optional(),
    }),
  ),
});

const apiKey = "sk-e2e-secret-key";
const said =
  "收到商品的隔天起算 7 天內都能申請退貨，不必說明理由。[1] 退貨運費由茶行負擔。[1] 我們再送您一座茶園！";
const shown = "收到商品的隔天起算 7 天內都能申請退貨，不必說明理由。 退貨運費由茶行負擔。";

let dataDir: string;
let model: OpenAiServer;
let server: ServerProcess;
let baseUrl: string;
let team: Team;
let address = "";
let chats = 0;

test.beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "dawen-model-"));
  model = await startOpenAiServer({ apiKey });
  server = startServerProcess({
    DATA_DIR: dataDir,
    OPENAI_API_KEY: apiKey,
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_MODEL: "stub",
    SEED_DEMO: "0",
    TRUSTED_PROXY_HOPS: "1",
  });
  baseUrl = await server.ready;
  team = await createTeam(baseUrl);
  await team.addDocument(
    "退貨與換貨",
    "收到商品的隔天起算 7 天內都能申請退貨，不必說明理由。退貨運費由茶行負擔。\n\n換貨請寫信告訴我們訂單編號。",
  );
  await team.addDocument("運費", "每筆訂單的運費是 80 元，滿 1,200 元免運。");
});
test.beforeEach(() => {
  model.reset();
  address = newClientAddress();
});
test.afterAll(async () => {
  await server.stop();
  await model.close();
  await rm(dataDir, { recursive: true, force: true });
  expect(server.output()).not.toContain(apiKey);
});

function newChat(): string {
  return `web_${String(++chats).padStart(8, "0")}`;
}

function send(
  message: string,
  { accept = "application/json", chatId = newChat(), key = "", signal }: Partial<Sending> = {},
) {
  return fetch(`${baseUrl}/api/widget/message`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-forwarded-for": address,
      accept,
      ...(key && { "idempotency-key": key }),
    },
    body: JSON.stringify({ token: team.bot.token, message, chat_id: chatId }),
    signal: signal ?? null,
  });
}
type Sending = { accept: string; chatId: string; key: string; signal: AbortSignal };
const accept = "text/event-stream";

type Event = { name: string; data: unknown };

async function* readEvents(response: Response): AsyncGenerator<Event> {
  let rest = "";
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    rest += chunk;
    for (let end = rest.indexOf("\n\n"); end >= 0; end = rest.indexOf("\n\n")) {
      const [, name = "", data = "null"] = /^event: (\w+)\ndata: (.*)$/.exec(rest.slice(0, end)) ?? [];
      rest = rest.slice(end + 2);
      yield { name, data: JSON.parse(data) };
    }
  }
}

async function readAll(response: Response) {
  const events: Event[] = [];
  for await (const event of readEvents(response)) events.push(event);
  const words = events
    .filter(({ name }) => name === "delta")
    .map(({ data }) => z.object({ text: z.string() }).parse(data).text);
  return { words: words.join(""), last: events.at(-1) };
}

async function findChat(chatId: string, headers: { cookie: string }) {
  const { chats } = chatsSchema.parse(await (await fetch(`${baseUrl}/api/chats`, { headers })).json());
  return chats.find((candidate) => candidate.chatId === chatId);
}

/** The transcript as staff see it; empty until the chat is on their list. */
async function readTurns(chatId: string) {
  const headers = { cookie: team.owner.cookie };
  const chat = await findChat(chatId, headers);
  if (!chat) return [];
  return turnsSchema.parse(await (await fetch(`${baseUrl}/api/chats/${chat.id}`, { headers })).json()).turns;
}

test("the model's words come while it speaks, and end as the JSON body", async () => {
  model.always({ kind: "text", text: said, pauseMs: 60 });
  const chatId = newChat();
  const response = await send("可以退貨嗎？", { accept, chatId });
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  expect(response.headers.get("access-control-allow-origin")).toBe("*");

  let words = "";
  let done: unknown;
  let hasSpokenEarly = false;
  for await (const { name, data } of readEvents(response)) {
    if (name === "delta") {
      hasSpokenEarly ||= words === "" && !shown.endsWith(z.object({ text: z.string() }).parse(data).text);
      words += z.object({ text: z.string() }).parse(data).text;
    } else done = data;
  }
  expect(hasSpokenEarly).toBe(true);
  expect(words).toBe(shown);
  const body = answerSchema.parse(done);
  expect(body).toMatchObject({ reply: shown, chat_id: chatId, answered: true });
  expect(body.sources[0]?.title).toBe("退貨與換貨");
  expect(body.sources.length).toBeGreaterThan(0);
  // Staff screens have it a moment after the visitor does.
  const turns = async () =>
    (await readTurns(chatId)).map(({ author, state, bubbles }) => [author, state, bubbles[0]]);
  await expect.poll(turns).toEqual([
    ["visitor", "complete", "可以退貨嗎？"],
    ["bot", "complete", shown],
  ]);
});

test("a resend with its Idempotency-Key gets the first answer and stores nothing twice", async () => {
  model.always({ kind: "text", text: said });
  const resend = { chatId: newChat(), key: "e2e-1" };
  const answers = await Promise.all([0, 1, 2].map(async () => (await send("可以退貨嗎？", resend)).json()));
  answers.push(await (await send("可以退貨嗎？", resend)).json());
  const parsed = answers.map((answer) => answerSchema.parse(answer));
  // What reads the chat goes to the request that began it, and is kept for none.
  expect(parsed.filter(({ visitor_key }) => visitor_key !== undefined)).toHaveLength(1);
  const [first, ...others] = parsed.map(({ visitor_key: _, ...answer }) => answer);
  for (const other of others) expect(other).toEqual(first);
  const streamed = await readAll(await send("可以退貨嗎？", { ...resend, accept }));
  expect(streamed).toEqual({ words: shown, last: { name: "done", data: first } });
  expect(model.chats).toHaveLength(1);
  await expect.poll(() => readTurns(resend.chatId)).toHaveLength(2);

  const other = await send("運費怎麼算？", resend);
  expect(other.status).toBe(400);
  expect(other.headers.get("access-control-allow-origin")).toBe("*");
});

test("a visitor who leaves ends the model's work, and the turn as aborted", async () => {
  model.always({ kind: "hang", text: said });
  const leaving = new AbortController();
  const chatId = newChat();
  const response = await send("可以退貨嗎？", { accept, chatId, signal: leaving.signal });
  await readEvents(response).next();
  leaving.abort();
  await expect.poll(() => model.chats[0]?.isAborted).toBe(true);
  await expect.poll(async () => (await readTurns(chatId)).map(({ state }) => state)).toEqual(["aborted"]);
});

test("when the model dies in the middle, the documents have the last word", async () => {
  model.always({ kind: "death", text: said.slice(0, 40) });
  const { last } = await readAll(await send("可以退貨嗎？", { accept }));
  expect(last?.name).toBe("done");
  const body = answerSchema.parse(last?.data);
  expect(body.answered).toBe(true);
  expect(body.reply).toContain(body.sources[0]?.quote);
});

test("when neither can answer, it is the contract's 500, streamed or not", async () => {
  model.always({ kind: "status", status: 500, error: `leaky text about ${apiKey}` });
  for (const sending of [{}, { accept }]) {
    const chatId = newChat();
    const response = await send("茶園星球外星人機票", { ...sending, chatId });
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ success: false, error: expect.any(String) });
    expect((await readTurns(chatId)).map(({ state }) => state)).toEqual(["failed"]);
  }
});

test("the owner sees that the key is refused, and staff which answer it cost, until the model answers again", async () => {
  model.always({ kind: "status", status: 401, error: `no such key: ${apiKey}` });
  const chatId = newChat();
  const body = answerSchema.parse(await (await send("可以退貨嗎？", { chatId })).json());
  expect(body.answered).toBe(true);
  const degraded = async () => (await readTurns(chatId)).map((turn) => [turn.author, turn.degraded]);
  await expect.poll(degraded).toEqual([
    ["visitor", undefined],
    ["bot", true],
  ]);

  const headers = { cookie: team.owner.cookie };
  const chat = await findChat(chatId, headers);
  const botPage = async () => (await fetch(`${baseUrl}/bots/${chat?.botId}`, { headers })).text();
  const warning = "語言模型的服務拒絕了金鑰";
  expect(await botPage()).toContain(warning);
  expect(await (await fetch(`${baseUrl}/bots`, { headers })).text()).toContain("語言模型用不了");
  expect(await botPage()).not.toContain(apiKey);

  model.always({ kind: "text", text: said });
  expect(answerSchema.parse(await (await send("可以退貨嗎？")).json()).reply).toBe(shown);
  expect(await botPage()).not.toContain(warning);
});

test("a hang is cut and the documents answer", async () => {
  model.always({ kind: "hang" });
  const body = answerSchema.parse(await (await send("可以退貨嗎？")).json());
  expect(body.answered).toBe(true);
  await expect.poll(() => model.chats[0]?.isAborted).toBe(true);
});

test("limits hold for streams too", async () => {
  model.always({ kind: "empty" });
  let refused: Response | undefined;
  for (let count = 0; count < 21 && !refused; count++) {
    const response = await send("xyzzy", { accept });
    if (response.status === 429) refused = response;
    else await response.text();
  }
  expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await refused?.json()).toEqual({ success: false, error: expect.any(String) });
});
