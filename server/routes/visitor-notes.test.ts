import { request, type Server } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { assignChat } from "@/lib/conversations/desk/assign-chat";
import { givenMail, writeGivenMail } from "@/lib/conversations/desk/given-mail";
import { moveChat } from "@/lib/conversations/desk/move-chat";
import { replyToChat } from "@/lib/conversations/desk/reply-to-chat";
import { waitingMail, writeWaitingMail } from "@/lib/conversations/desk/waiting-mail";
import { digestMail } from "@/lib/conversations/digest/digest-mail";
import { addNote } from "@/lib/conversations/notes/add-note";
import { changeNote } from "@/lib/conversations/notes/change-note";
import { parseMessageInput } from "@/lib/conversations/receive/message-input";
import { receiveMessage } from "@/lib/conversations/receive/receive-message";
import { replyMail, writeReplyMail } from "@/lib/conversations/reply-mails/reply-mail";
import { returnedMail, writeReturnedMail } from "@/lib/conversations/snooze/returned-mail";
import { snoozeChat } from "@/lib/conversations/snooze/snooze-chats";
import { setDb } from "@/lib/db/client";
import { widgetHandlers } from "@/lib/http/widget/endpoints/widget-handlers";
import { requireWidgetBot } from "@/lib/http/widget/require-widget-bot";
import type { ActorCtx } from "@/lib/identity/actor";
import { createDocument } from "@/lib/knowledge/documents/create-document";
import { getKv } from "@/lib/kv/client";
import { createModelClient } from "@/lib/model/client";
import { createHttpServer } from "@/server/connections/create-http-server";
import { listen } from "@/server/connections/listen";
import { createRequestEntry } from "@/server/entry/handle-request";
import { outboxKinds } from "@/server/outbox-kinds";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { createTestMember } from "@/test/fixtures/test-member";
import { type OpenAiServer, startOpenAiServer } from "@/test/servers/openai-server";
import { createHealth } from "./health";
import { withWidgetRoutes } from "./widget-routes";

let shop: Awaited<ReturnType<typeof createTestShop>>;
let ming: ActorCtx;
let server: Server;
let model: OpenAiServer;
let base = "";
let token = "";

beforeAll(async () => {
  [shop, model] = await Promise.all([createTestShop(), startOpenAiServer()]);
  shop.ctx.kv = getKv();
  ming = await createTestMember(shop, "小明");
  const owner = { ...ming, actor: { ...ming.actor, role: "owner" as const } };
  await createDocument(owner, { botId: shop.botId, title: "運費", content: "單筆訂單滿 1,200 元免運費。" });
  setDb(shop.ctx.db);
  token = shop.botId.replaceAll("-", "");
  const pages = withWidgetRoutes(
    async (_req, res) => void res.end("a page"),
    () => widgetHandlers,
  );
  const env = { TRUSTED_PROXY_HOPS: 0, BASE_URL: undefined };
  server = createHttpServer(
    createRequestEntry({ env, isDev: false, health: createHealth(), pages: Promise.resolve(pages) }),
    { isDev: false, hasProxy: false },
  );
  base = `http://127.0.0.1:${await listen(server, { HOST: "127.0.0.1", PORT: 0 })}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await Promise.all([shop.close(), model.close()]);
});

const secret = "這句只有自己人看得到";
const chatId = "web_0000ea01";

async function post(path: string, body: object, key = ""): Promise<string> {
  const headers: Record<string, string> = key === "" ? {} : { "dawen-visitor": key };
  const sent = JSON.stringify({ token, chat_id: chatId, ...body });
  return (await fetch(base + path, { method: "POST", headers, body: sent })).text();
}

/** What a stream says until it holds the word. */
function readStream(key: string, until: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { "dawen-visitor": key, accept: "text/event-stream" };
    request(`${base}/api/widget/events?token=${token}`, { headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
        if (!text.includes(until)) return;
        response.destroy();
        resolve(text);
      });
    })
      .on("error", reject)
      .end();
  });
}

/** Every address of the widget, by what a visitor's page can make it say once the chat has notes. */
const surfaces: Record<string, (key: string, first: string, answer: string) => Promise<string[]>> = {
  "/api/widget/config": async () => [await (await fetch(`${base}/api/widget/config?token=${token}`)).text()],
  "/api/widget/contact": async () => [
    await post("/api/widget/contact", { name: "王小姐", email: "wang@example.com", question: "回我" }),
  ],
  "/api/widget/events": async (key) => {
    const headers = { "dawen-visitor": key };
    const asked = await fetch(`${base}/api/widget/events?token=${token}`, { headers });
    return [await asked.text(), await readStream(key, "這句給訪客")];
  },
  "/api/widget/feedback": async (_key, _first, answer) => [
    await post("/api/widget/feedback", { message_id: answer, rating: "up" }),
  ],
  "/api/widget/files": async (key) => {
    const form = new FormData();
    form.append("file", new Blob(["no picture"]), "a.jpg");
    const headers = { "dawen-visitor": key };
    const sent = await fetch(`${base}/api/widget/files?token=${token}`, {
      method: "POST",
      headers,
      body: form,
    });
    return [await sent.text()];
  },
  "/api/widget/message": async (key, first) => [
    await post("/api/widget/message", { message: "還在嗎", since: first }, key),
  ],
  "/api/widget/ping": async () => [await post("/api/widget/ping", {})],
  "/api/widget/typing": async (key) => [await post("/api/widget/typing", {}, key)],
};

it("is on no surface of a visitor's: no endpoint, stream, mail or model reads a note, new or changed", async () => {
  const begun = z
    .object({ visitor_key: z.string(), turn_id: z.string(), message_id: z.string() })
    .parse(JSON.parse(await post("/api/widget/message", { message: "有人嗎" })));
  const where = { botId_chatId: { botId: shop.botId, chatId } };
  const { id: conversationId } = await shop.ctx.db.conversation.findUniqueOrThrow({ where });
  await moveChat(ming, conversationId, "take");
  const note = (text: string) => addNote(ming, { conversationId, text, key: crypto.randomUUID() });
  await note(secret);
  await replyToChat(ming, { conversationId, text: "這句給訪客", key: crypto.randomUUID() });
  const changed = await note("先寫別的");
  await changeNote(ming, { noteId: changed.id, text: secret });
  const notes = await shop.ctx.db.message.findMany({ where: { conversationId, kind: "note" } });
  expect(notes.map(({ bubbles }) => bubbles)).toEqual([[secret], [secret]]);

  // A new endpoint is not here yet: say what it answers.
  expect(Object.keys(surfaces).sort()).toEqual(Object.keys(widgetHandlers).sort());
  const told: string[] = [];
  for (const read of Object.values(surfaces))
    told.push(...(await read(begun.visitor_key, begun.turn_id, begun.message_id)));
  const shown = told.join("\n");
  expect(shown).toContain("這句給訪客");
  expect(shown).toContain('"success":true');

  await moveChat(ming, conversationId, "hand_back");
  const bot = await requireWidgetBot(shop.ctx, token);
  const asked = {
    ...parseMessageInput({ message: "滿多少免運費", chat_id: chatId, history: [] }),
    ...{ domain: null, acceptLanguage: null },
  };
  const client = createModelClient({
    OPENAI_API_KEY: "test-key",
    OPENAI_MODEL: undefined,
    OPENAI_BASE_URL: model.baseUrl,
  });
  await (await receiveMessage({ ...shop.ctx, model: client }, bot, asked)).published;
  expect(model.chats.length).toBeGreaterThan(0);
  const prompts = JSON.stringify([model.chats, model.embeddings]);

  await post("/api/widget/message", { message: "我要找真人", wants_person: true });
  const letter = await writeWaitingMail(
    shop.ctx,
    { teamId: shop.teamId, userId: ming.actor.userId, conversationIds: [conversationId], locale: "en" },
    { baseUrl: base, secrets: [], causedAt: new Date() },
  );
  await assignChat(await createTestMember(shop, "小美"), {
    conversationId,
    userId: ming.actor.userId,
    from: "",
  });
  const given = await writeGivenMail(
    shop.ctx,
    { teamId: shop.teamId, userId: ming.actor.userId, conversationIds: [conversationId], locale: "en" },
    { baseUrl: base, secrets: [], causedAt: new Date() },
  );
  expect(given).not.toBeNull();
  await snoozeChat(ming, { conversationId, until: "later" });
  await post("/api/widget/message", { message: "還在嗎" });
  const returned = await writeReturnedMail(
    shop.ctx,
    { teamId: shop.teamId, userId: ming.actor.userId, conversationIds: [conversationId], locale: "en" },
    { baseUrl: base, secrets: [], causedAt: new Date() },
  );
  expect(returned).not.toBeNull();
  // Of the mails only these are of a chat, and a digest holds counts; a new kind is not here yet.
  expect(outboxKinds.map(({ kind }) => kind).filter((kind) => !aboutAccounts.includes(kind))).toEqual([
    digestMail.kind,
    givenMail.kind,
    returnedMail.kind,
    waitingMail.kind,
    replyMail.kind,
  ]);
  await shop.ctx.db.message.updateMany({ where: { conversationId }, data: { mailState: "queued" } });
  const said = await shop.ctx.db.message.findMany({ where: { conversationId } });
  const replies = await writeReplyMail(
    shop.ctx,
    { teamId: shop.teamId, conversationId, turnIds: said.map(({ id }) => id), language: "en" },
    base,
  );
  expect(replies).toMatchObject({ said: ["這句給訪客"] });
  for (const text of [shown, prompts, JSON.stringify([letter, given, returned, replies])]) {
    expect(text).not.toContain(secret);
    for (const { id } of notes) expect(text).not.toContain(id);
  }
});

const aboutAccounts = ["invite-mail", "password-reset-mail", "password-changed-mail", "plan-mail"];
