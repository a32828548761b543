import { afterAll, beforeAll, expect, it } from "vitest";
import { listChats } from "@/lib/conversations/inbox/list-chats";
import { getTranscript } from "@/lib/conversations/turns/get-transcript";
import { requireWidgetBot } from "@/lib/http/widget/require-widget-bot";
import { createDocument } from "@/lib/knowledge/documents/create-document";
import { createModelClient } from "@/lib/model/client";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { startOpenAiServer } from "@/test/servers/openai-server";
import { parseMessageInput } from "./message-input";
import { receiveMessage } from "./receive-message";

let shop: Awaited<ReturnType<typeof createTestShop>>;
let server: Awaited<ReturnType<typeof startOpenAiServer>>;
beforeAll(async () => {
  shop = await createTestShop();
  server = await startOpenAiServer();
  const editor = { ...shop.actorCtx, actor: { ...shop.actorCtx.actor, role: "editor" as const } };
  await createDocument(editor, {
    botId: shop.botId,
    title: "運費",
    content: "## 運費多少？\n\n運費 80 元，滿 1,000 元免運。",
  });
});
afterAll(async () => {
  await server.close();
  await shop.close();
});

async function send(
  chatId: string,
  message: string,
  { history = [] as object[], masksPersonal = true } = {},
) {
  const { baseUrl } = server;
  const model = createModelClient({
    OPENAI_API_KEY: "test-key",
    OPENAI_MODEL: undefined,
    OPENAI_BASE_URL: baseUrl,
  });
  const ctx = { ...shop.ctx, model };
  const bot = await requireWidgetBot(ctx, shop.botId.replaceAll("-", ""));
  const input = parseMessageInput({ message, history, chat_id: chatId });
  const received = await receiveMessage(
    ctx,
    { ...bot, masksPersonal },
    { ...input, domain: null, acceptLanguage: null },
  );
  await received.published;
  const chat = (await listChats(shop.actorCtx)).find((each) => each.chatId === chatId);
  const turns = await getTranscript(shop.actorCtx, received.conversationId);
  return { chat, stored: JSON.stringify([chat?.lastTurn, chat?.lastAsked, turns]) };
}

const id = "A123456789";
const mobile = "0912-345-678";
const card = "4111 1111 1111 1111";

it("keeps numbers that name a person out of what is stored and of what the model reads", async () => {
  server.always({ kind: "text", text: "運費 80 元 [1]。" });
  const history = [{ role: "user", content: `我是 ${id}` }];
  const { stored } = await send("web_0000cc01", `運費多少？我的卡號是 ${card}，身分證 ${id}`, { history });
  const asked = JSON.stringify(server.chats.flatMap(({ messages }) => messages));
  expect(server.chats.length).toBeGreaterThan(0);
  for (const text of [stored, asked]) {
    expect(text).not.toContain(id);
    expect(text).not.toContain("4111 1111");
    expect(text).toContain("A••••••789");
  }
  const rows = await shop.ctx.db.$queryRaw<{ all: string }[]>`
    SELECT string_agg(m::text, ' ') AS all FROM messages m JOIN conversations c ON c.id = m.conversation_id
    WHERE c.chat_id = 'web_0000cc01'`;
  expect(rows[0]?.all).not.toMatch(/A123456789|4111 1111/i);
});

it("keeps what is left to be reached at beside the chat only", async () => {
  const { chat, stored } = await send("web_0000cc02", `請回電給我 ${mobile}`);
  expect(chat?.contact).toEqual({ phone: mobile, email: null });
  expect(stored).toContain("09••-•••-678");
  expect(JSON.stringify([chat?.lastTurn, chat?.lastAsked])).not.toContain(mobile);
});

it("leaves them as they are where the bot doesn't mask", async () => {
  const { stored } = await send("web_0000cc03", `我的卡 ${card}`, { masksPersonal: false });
  expect(stored).toContain(card);
});
