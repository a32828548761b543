import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import { contactResponse } from "@/lib/contract/contact";
import { messageResponse } from "@/lib/contract/message";
import { listChats } from "@/lib/conversations/inbox/list-chats";
import { getTranscript } from "@/lib/conversations/turns/get-transcript";
import { setDb } from "@/lib/db/client";
import { withRequest } from "@/lib/request-context";
import { createTestShop } from "@/test/test-conversations";
import { widgetHandlers } from "./endpoints/widget-handlers";

let shop: Awaited<ReturnType<typeof createTestShop>>;
let token: string;
beforeAll(async () => {
  shop = await createTestShop();
  setDb(shop.ctx.db);
  token = shop.botId.replaceAll("-", "");
});
afterAll(() => shop.close());

let addresses = 0;
async function post(
  path: "message" | "contact",
  body: object,
  { key = "", from = `192.0.2.${++addresses}` } = {},
) {
  const request = {
    method: "POST",
    url: `http://chat.example/api/widget/${path}`,
    headers: new Headers(key ? { "idempotency-key": key } : {}),
    body: Readable.from([Buffer.from(JSON.stringify({ token, ...body }))]),
    signal: new AbortController().signal,
  };
  const context = { id: "test", isReached: true, isMalformed: false, client: from };
  const response = await withRequest(context, () =>
    Promise.resolve(widgetHandlers[`/api/widget/${path}`]?.(request)),
  );
  return { status: response?.status, json: Object(await response?.json()) };
}

async function chat(chatId: string) {
  const chats = await listChats(shop.actorCtx);
  const found = chats.find((each) => each.chatId === chatId);
  if (!found) throw new Error("the chat isn't listed");
  return found;
}

it("is offered to who asks for a person while nobody is there, and no more once it is left", async () => {
  const chat_id = "web_0000f001";
  await shop.ctx.db.bot.update({
    where: { id: shop.botId },
    data: { privacyUrl: "https://shop.example/privacy" },
  });
  const asked = await post("message", { chat_id, message: "找真人", wants_person: true, locale: "zh-TW" });
  expect(messageResponse.parse(asked.json)).toMatchObject({
    contact_form: {
      reach: "電話或 Email",
      privacy_url: "https://shop.example/privacy",
      privacy: "隱私權政策",
    },
  });
  const key = "a".repeat(32);
  const body = {
    chat_id,
    name: "小明",
    phone: "0912-345-678",
    question: "可以改地址嗎？我的身分證 A123456789",
  };
  const left = await post("contact", body, { key });
  expect(contactResponse.parse(left.json)).toMatchObject({
    success: true,
    reply: "收到，你的聯絡方式已經交給我們的人員。現在沒有人在線上，他們回來就會看到。",
  });
  expect((await post("contact", body, { key })).json).toEqual(left.json);
  const kept = await chat(chat_id);
  expect(kept).toMatchObject({
    contact: { phone: "0912-345-678", email: null },
    visitor: { name: "小明" },
    desk: { state: "waiting" },
    lastAsked: "可以改地址嗎？我的身分證 A••••••789",
  });
  const turns = await getTranscript(shop.actorCtx, kept.id);
  expect(turns.map(({ author }) => author)).toEqual(["visitor", "bot", "visitor", "bot"]);
  const again = await post("message", { chat_id, message: "找真人", wants_person: true });
  expect(again.json.contact_form).toBeUndefined();
  expect(again.json.notice).toContain("現在沒有人在線上");
});

it.each([
  [{}, "請留下電話或 Email，才能回覆你"],
  [{ email: " " }, "請留下電話或 Email，才能回覆你"],
  [{ email: "ming@" }, "這個 Email 不完整，應該像 name@example.com"],
  [{ phone: "0912-ABC-678" }, "電話只能有數字、空格、括號、- 和 +，可以加 # 分機"],
  [{ phone: "12345" }, "電話只能有數字、空格、括號、- 和 +，可以加 # 分機"],
  [{ phone: "02-2345-6789", name: "名".repeat(101) }, "稱呼最多 100 個字"],
  [{ phone: "02-2345-6789", question: "問".repeat(301) }, "問題最多 300 個字"],
  [{ phone: ["02"] }, "電話只能有數字、空格、括號、- 和 +，可以加 # 分機"],
])("refuses %j with a sentence and keeps nothing", async (fields, sentence) => {
  const { status, json } = await post("contact", { chat_id: "web_0000f002", locale: "zh-TW", ...fields });
  expect([status, json]).toEqual([400, { success: false, error: sentence }]);
  expect(await shop.ctx.db.conversation.count({ where: { chatId: "web_0000f002" } })).toBe(0);
});

it("takes a number with an extension, and ten in ten minutes from one address", async () => {
  const from = "198.51.100.7";
  const body = { chat_id: "web_0000f003", phone: "(02) 2345-6789 #12" };
  for (let index = 0; index < 10; index++) expect((await post("contact", body, { from })).status).toBe(200);
  expect((await post("contact", body, { from })).status).toBe(429);
  const kept = await shop.ctx.db.conversation.findFirst({ where: { chatId: "web_0000f003" } });
  expect([kept?.saidPhone, kept?.saidEmail, kept?.state]).toEqual(["(02) 2345-6789 #12", null, "waiting"]);
});
