import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import { contactResponse } from "@/lib/contract/contact";
import { messageResponse } from "@/lib/contract/message";
import { getVisitorCard } from "@/lib/conversations/inbox/get-visitor-card";
import { listChats } from "@/lib/conversations/inbox/list-chats";
import { consentIdOf } from "@/lib/conversations/receive/consent";
import { foldLead } from "@/lib/conversations/receive/fold-lead";
import { getTranscript } from "@/lib/conversations/turns/get-transcript";
import { setDb } from "@/lib/db/client";
import { withRequest } from "@/lib/request-context";
import { createTestShop } from "@/test/fixtures/test-conversations";
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

const withLetters =
  "電話裡有文字，但也不是 Email。請填電話（像 0912-345-678）或 Email（像 name@example.com）";
const wrongSigns = "電話只能有數字、空格、括號、- 和 +，可以加 # 分機。請填電話（像 0912-345-678）或 Email";

const leadOf = (chatId: string) => shop.ctx.db.conversation.findFirst({ where: { chatId } });

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
      consent: "我同意用這些資料跟我聯絡",
      consent_id: expect.stringMatching(/^zh-TW\.1\.[0-9a-f]{8}$/),
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
    consent: asked.json.contact_form.consent_id,
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
  const { consent } = await getVisitorCard(shop.actorCtx, kept.id);
  expect(consent).toEqual({
    text: "我同意用這些資料跟我聯絡",
    url: "https://shop.example/privacy",
    at: expect.any(Number),
  });
  expect(Math.abs(Date.now() - Number(consent?.at))).toBeLessThan(60_000);
  expect(await leadOf(chat_id)).toMatchObject({
    leadQuestion: "可以改地址嗎？我的身分證 A••••••789",
    leadFolded: foldLead({
      ...{ name: "小明", phone: "0912-345-678", email: null, domain: null },
      question: "可以改地址嗎？我的身分證 A••••••789",
    }),
    leadAt: expect.any(Date),
  });
  const turns = await getTranscript(shop.actorCtx, kept.id);
  expect(turns.map(({ author }) => author)).toEqual(["visitor", "bot", "visitor", "bot"]);
  const again = await post("message", { chat_id, message: "找真人", wants_person: true });
  expect(again.json.contact_form).toBeUndefined();
  expect(again.json.notice).toContain("現在沒有人在線上");
});

it("keeps what was asked before where the form has no question, and no consent where none is sent", async () => {
  const chat_id = "web_0000f004";
  await post("message", { chat_id, message: "花蓮有門市嗎", locale: "zh-TW" });
  expect((await post("contact", { chat_id, phone: "02-2345-6789" })).status).toBe(200);
  expect(await leadOf(chat_id)).toMatchObject({
    leadQuestion: "花蓮有門市嗎",
    consentText: null,
    consentAt: null,
  });
  await post("contact", { chat_id, phone: "02-2345-6789", consent: "zh-TW.1" });
  const agreed = await leadOf(chat_id);
  expect(agreed).toMatchObject({
    leadQuestion: "花蓮有門市嗎",
    consentText: "我同意用這些資料跟我聯絡",
    consentUrl: null,
  });
  // What is given later, in words, takes nothing of it away.
  await post("message", { chat_id, message: "請回電給我 0912-345-678" });
  expect(await leadOf(chat_id)).toMatchObject({
    ...{ saidPhone: "0912-345-678", leadQuestion: expect.stringMatching(/^請回電給我 .*678$/) },
    ...{ consentText: agreed?.consentText, consentAt: agreed?.consentAt },
  });
});

it("names no policy that isn't the one the visitor saw, and refuses an id that no form had", async () => {
  const chat_id = "web_0000f005";
  const consent = consentIdOf("en", "https://shop.example/older");
  expect((await post("contact", { chat_id, phone: "02-2345-6789", consent })).status).toBe(200);
  expect(await leadOf(chat_id)).toMatchObject({
    consentText: "You may use this to contact me",
    consentUrl: null,
  });
  for (const wrong of ["zh-TW.2", "fr.1", "zh-TW.1.xyz", "zh-TW.0", "x".repeat(100), 1, true]) {
    const { status, json } = await post("contact", {
      chat_id,
      phone: "02-2345-6789",
      consent: wrong,
      locale: "zh-TW",
    });
    expect([wrong, status, json.error]).toEqual([wrong, 400, "consent 不是表單裡的 consent_id"]);
  }
});

it.each([
  [{}, "請留下電話或 Email，才能回覆你"],
  [{ email: " " }, "請留下電話或 Email，才能回覆你"],
  [{ email: "ming@" }, "這個 Email 的 @ 後面不完整。請填完整的 Email（像 name@example.com）或電話"],
  [{ email: "ming@example" }, "這個 Email 的 @ 後面不完整。請填完整的 Email（像 name@example.com）或電話"],
  [{ email: "@example.com" }, "這個 Email 的 @ 前面少了名字。請填完整的 Email（像 name@example.com）或電話"],
  [
    { email: "a@b.example c@d.example" },
    "這個 Email 寫法不對，不能有空格，@ 只能有一個。請填 Email（像 name@example.com）或電話",
  ],
  [{ phone: "0912-ABC-678" }, withLetters],
  [{ phone: "打給我".repeat(40) }, withLetters],
  [{ phone: "０９１２－ＡＢＣ" }, withLetters],
  [{ phone: "12345" }, "電話號碼太短了，至少要 7 個數字。請填電話（像 02-2345-6789）或 Email"],
  [
    { phone: "0912345678901234" },
    "電話號碼太長了，最多 15 個數字，分機寫在 # 後面。請填電話（像 02-2345-6789）或 Email",
  ],
  [{ phone: "0912/345/678" }, wrongSigns],
  [{ phone: "02-2345-6789#" }, wrongSigns],
  [{ phone: "02-2345-6789", name: "名".repeat(101) }, "稱呼最多 100 個字"],
  [{ phone: "02-2345-6789", question: "問".repeat(301) }, "問題最多 300 個字"],
  [{ phone: ["02"] }, wrongSigns],
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
