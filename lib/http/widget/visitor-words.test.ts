import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, it } from "vitest";
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
  await shop.ctx.db.bot.update({ where: { id: shop.botId }, data: { enabled: false, locale: "ja" } });
});
afterAll(() => shop.close());

/** What the visitor reads in the answer to a POST. */
async function post(path: string, body: string | object, acceptLanguage: string | null) {
  const request = {
    method: "POST",
    url: `http://chat.example${path}`,
    headers: new Headers(acceptLanguage === null ? {} : { "accept-language": acceptLanguage }),
    body: Readable.from([Buffer.from(typeof body === "string" ? body : JSON.stringify(body))]),
    signal: new AbortController().signal,
  };
  const context = { id: "test", isReached: true, isMalformed: false, client: "192.0.2.1" };
  const response = await withRequest(context, () => Promise.resolve(widgetHandlers[path]?.(request)));
  const { reply, error } = Object(await response?.json());
  return [response?.status, reply ?? error];
}

const message = "/api/widget/message";
const ping = "/api/widget/ping";

it.each([
  ["what the page says", { locale: "en-GB" }, "zh-TW", "Customer service is paused"],
  ["what the browser wants where the page says nothing", {}, "zh-TW, en;q=0.5", "客服暫停服務中"],
  ["what the browser wants where the page's has no words", { locale: "ko" }, "zh-CN", "客服暂停服务中"],
  ["what the bot is set to where nobody says a thing", {}, null, "ただいま受付を停止しています"],
  [
    "what the bot is set to where no word of theirs is ours",
    { locale: "ko" },
    "fr",
    "ただいま受付を停止しています",
  ],
])("a paused bot says so in %s", async (_, more, browser, text) => {
  expect(await post(message, { token, message: "好", ...more }, browser)).toEqual([200, text]);
});

it.each([
  [message, { message: " ", locale: "ja" }, "en", "メッセージを入力してください"],
  [message, { message: " ", locale: "zh-CN" }, "en", "请输入消息"],
  [message, { message: " " }, null, "メッセージを入力してください"],
  [message, { message: "好".repeat(301) }, "en", "The message is too long: 301 characters, at most 300"],
  ["/api/widget/feedback", { chat_id: "no", locale: "en" }, "ja", /^chat_id is malformed/],
])("%s: an error follows %j and %j", async (path, body, browser, text) => {
  const [status, said] = await post(path, { token, ...body }, browser);
  expect(status).toBe(400);
  expect(said).toEqual(typeof text === "string" ? text : expect.stringMatching(text));
});

it.each([
  [message, { token: "f".repeat(32), locale: "en" }, "ja", 404, /^No bot has this token/],
  [ping, { token: "none" }, "ja", 404, /^この token のボット/],
  [ping, "no JSON", "en", 400, /^The request body must be/],
  [ping, "no JSON", null, 400, /^請求內容必須是/],
])("%s: before the bot is known, as far as was told", async (path, body, browser, status, text) => {
  expect(await post(path, body, browser)).toEqual([status, expect.stringMatching(text)]);
});
