import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, it } from "vitest";
import { backgroundWorkDone } from "@/lib/background-work";
import { moveChat } from "@/lib/conversations/desk/move-chat";
import { getFeedPosition, subscribeFeed } from "@/lib/conversations/feed/team-feed";
import { listChats } from "@/lib/conversations/inbox/list-chats";
import { listWaiting } from "@/lib/conversations/inbox/list-waiting";
import { readArchivedChats } from "@/lib/conversations/inbox/read-archived-chats";
import { setDb } from "@/lib/db/client";
import { uuidv7 } from "@/lib/db/uuidv7";
import { widgetHandlers } from "@/lib/http/widget/endpoints/widget-handlers";
import type { ActorCtx } from "@/lib/identity/actor";
import { getKv } from "@/lib/kv/client";
import { withRequest } from "@/lib/request-context";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { createTestMember } from "@/test/fixtures/test-member";
import { blockVisitor, unblockVisitor } from "./block-visitor";
import { listBlocked } from "./list-blocked";

let shop: Awaited<ReturnType<typeof createTestShop>>;
let ming: ActorCtx;
let mei: ActorCtx;
let token: string;
beforeAll(async () => {
  shop = await createTestShop();
  shop.ctx.kv = getKv();
  setDb(shop.ctx.db);
  token = shop.botId.replaceAll("-", "");
  [ming, mei] = [await createTestMember(shop, "小明"), await createTestMember(shop, "小美")];
});
afterAll(() => shop.close());

let addresses = 0;
async function send(
  path: "message" | "contact" | "typing",
  body: object,
  headers: Record<string, string> = {},
) {
  const request = {
    method: "POST",
    url: `http://chat.example/api/widget/${path}`,
    headers: new Headers(headers),
    body: Readable.from([Buffer.from(JSON.stringify({ token, ...body }))]),
    signal: new AbortController().signal,
  };
  const client = `198.51.100.${++addresses % 250}`;
  const response = await withRequest({ id: "test", isReached: true, isMalformed: false, client }, async () =>
    widgetHandlers[`/api/widget/${path}`]?.(request),
  );
  const json = Object(await response?.json());
  // What is told of it to staff screens comes after the answer.
  await backgroundWorkDone();
  return { status: response?.status, json };
}

const paused = { status: 200, json: { success: false, reply: "客服暫停服務中" } };
const words = (chat_id: string, more: object = {}) =>
  send("message", { chat_id, message: "有人嗎", wants_person: true, ...more });
const chatOf = async (chatId: string) => {
  const chat = (await readArchivedChats(shop.ctx, shop.teamId, { limit: 100 })).find(
    (each) => each.chatId === chatId,
  );
  if (!chat) throw new Error("there is no such chat");
  return chat;
};
const turns = (conversationId: string) => shop.ctx.db.message.count({ where: { conversationId } });

it("who is blocked reads that service is paused, reaches nobody, and can write again once they are let", async () => {
  const { json } = await words("web_0000f0a1");
  await words("web_0000f0a2");
  const { id } = await chatOf("web_0000f0a1");
  await blockVisitor(ming, { conversationId: id });
  await blockVisitor(ming, { conversationId: id });
  expect(await chatOf("web_0000f0a1")).toMatchObject({ isBlocked: true, desk: { state: "closed" } });
  const listed = async () => (await listChats(ming)).find((chat) => chat.id === id);
  await expect.poll(listed).toMatchObject({ isBlocked: true, desk: { state: "closed" } });
  const before = await turns(id);
  const seen: unknown[] = [];
  const stop = await subscribeFeed(shop.ctx, shop.teamId, await getFeedPosition(shop.ctx, shop.teamId), {
    send: (chunk) => {
      const text = new TextDecoder().decode(chunk);
      if (!text.includes("event: alive")) seen.push(text);
      return true;
    },
    close: () => {},
  });
  expect(await words("web_0000f0a1")).toEqual(paused);
  expect(await send("message", { chat_id: "web_0000f0a1", message: "x".repeat(301) })).toMatchObject({
    status: 400,
  });
  const contact = { chat_id: "web_0000f0a1", phone: "0912-345-678" };
  expect(await send("contact", contact)).toEqual(paused);
  await send("typing", {}, { "dawen-visitor": json.visitor_key });
  expect([await turns(id), (await listWaiting(ming)).some((chat) => chat.id === id)]).toEqual([
    before,
    false,
  ]);
  // Others aren't.
  expect((await words("web_0000f0a2")).json.success).toBe(true);
  await expect.poll(() => seen.length).toBeGreaterThan(0);
  expect(seen.join("")).not.toContain(id);
  stop();

  await unblockVisitor(mei, { conversationId: id });
  expect((await words("web_0000f0a1")).json.success).toBe(true);
  expect(await chatOf("web_0000f0a1")).toMatchObject({ desk: { state: "waiting" } });
  expect((await chatOf("web_0000f0a1")).isBlocked).toBeUndefined();
  const { visitorId } = await shop.ctx.db.conversation.findUniqueOrThrow({ where: { id } });
  const audit = await shop.ctx.db.auditEntry.findMany({
    where: { targetId: visitorId },
    orderBy: { id: "asc" },
  });
  expect(audit.map(({ action, actorName, detail }) => [action, actorName, detail])).toEqual([
    ["visitor.blocked", "小明", { conversationId: id }],
    ["visitor.unblocked", "小美", { conversationId: id }],
  ]);
});

it("whom the page names by an address is blocked in every chat, also in a new one", async () => {
  const visitor = { name: "林小姐", email: "Lin@example.com" };
  await words("web_0000f0b1", { visitor });
  await words("web_0000f0b2", { visitor });
  const { id } = await chatOf("web_0000f0b1");
  await blockVisitor(ming, { conversationId: id });
  expect((await chatOf("web_0000f0b2")).desk.state).toBe("closed");
  expect(await words("web_0000f0b2")).toEqual(paused);
  expect(await words("web_0000f0b3", { visitor: { email: "lin@EXAMPLE.com" } })).toEqual(paused);
  expect((await words("web_0000f0b4", { visitor: { email: "wang@example.com" } })).json.success).toBe(true);
  const { visitors, count } = await listBlocked(mei);
  expect(count).toBe(1);
  expect(visitors).toMatchObject([{ name: "林小姐", by: "小明", chat: { lastAsked: "有人嗎" } }]);
  expect(await listBlocked(shop.strangerCtx)).toEqual({ visitors: [], count: 0 });
  await unblockVisitor(ming, { conversationId: visitors[0]?.chat.id ?? "" });
  expect((await listBlocked(mei)).count).toBe(0);
});

it("nobody is blocked in a chat that somebody else talks in, nor by another team", async () => {
  await words("web_0000f0c1");
  const { id } = await chatOf("web_0000f0c1");
  await moveChat(mei, id, "take");
  await expect(blockVisitor(ming, { conversationId: id })).rejects.toMatchObject({ reason: "chat_taken" });
  for (const verb of [blockVisitor, unblockVisitor]) {
    await expect(verb(shop.strangerCtx, { conversationId: id })).rejects.toMatchObject({ code: "not_found" });
    await expect(verb(ming, { conversationId: uuidv7() })).rejects.toMatchObject({ code: "not_found" });
  }
  expect((await words("web_0000f0c1")).json.success).toBe(true);
  await blockVisitor(mei, { conversationId: id });
  expect(await words("web_0000f0c1")).toEqual(paused);
});
