import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveChat } from "@/lib/conversations/desk/move-chat";
import { chatSummaryKey } from "@/lib/kv/keys";
import { createTestShop, fillChats } from "@/test/fixtures/test-conversations";
import { getChatPage } from "./get-chat-page";
import { listChats } from "./list-chats";
import { listWaiting } from "./list-waiting";

let shop: Awaited<ReturnType<typeof createTestShop>>;
beforeAll(async () => {
  shop = await createTestShop();
});
afterAll(() => shop.close());

const wants = (chatId: string, at: number) =>
  shop.ctx.db.conversation.updateMany({
    where: { chatId },
    data: { state: "waiting", stateAt: new Date(at) },
  });

describe("chats that wait for a person", () => {
  it("are listed longest first until they are handled, for their team only", async () => {
    const { conversationId: first } = await shop.exchange("web_00000b01", "一");
    const { conversationId: second } = await shop.exchange("web_00000b02", "二");
    await shop.exchange("web_00000b03", "三");
    await wants("web_00000b01", 2_000);
    await wants("web_00000b02", 1_000);
    expect(await listWaiting(shop.actorCtx)).toEqual([
      { id: second, wantedAt: 1_000 },
      { id: first, wantedAt: 2_000 },
    ]);
    expect(await listWaiting(shop.strangerCtx)).toEqual([]);
    await moveChat(shop.actorCtx, second, "hand_back");
    expect(await listWaiting(shop.actorCtx)).toEqual([{ id: first, wantedAt: 2_000 }]);
    await shop.ctx.db.bot.update({ where: { id: shop.botId }, data: { deletedAt: new Date() } });
    expect(await listWaiting(shop.actorCtx)).toEqual([]);
    await shop.ctx.db.bot.update({ where: { id: shop.botId }, data: { deletedAt: null } });
  });

  it("come with the first page, however old they are", async () => {
    await fillChats(shop, 210);
    await wants("web_10000000", 3_000);
    const page = await getChatPage(shop.actorCtx);
    expect([page.chats.length, page.hasOlder]).toEqual([200, true]);
    expect(page.waiting.map(({ lastAsked }) => lastAsked)).toEqual(["塞滿第1號"]);
    const last = page.chats.at(-1);
    const older = await getChatPage(shop.actorCtx, {
      after: { id: last?.id ?? "", at: last?.lastActivityAt ?? 0 },
    });
    expect(older.waiting).toEqual([]);
  });
});

it("says what a visitor asked last, also of what an earlier release put into the store", async () => {
  const { conversationId } = await shop.exchange("web_00000d01", "舊的問題");
  await shop.exchange("web_00000d01", "新的問題");
  const read = async () => (await listChats(shop.actorCtx)).find(({ id }) => id === conversationId);
  const listed = await read();
  expect([listed?.lastAsked, listed?.lastTurn.text]).toEqual(["新的問題", "答：新的問題"]);
  const { lastAsked: _, desk: __, ...earlier } = listed ?? {};
  await shop.ctx.kv.redis.set(chatSummaryKey(shop.teamId, conversationId), earlier);
  expect((await read())?.lastAsked).toBe("新的問題");
});
