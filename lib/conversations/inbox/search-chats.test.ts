import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foldMessages } from "@/lib/conversations/turns/fold-messages";
import { uuidv7 } from "@/lib/db/uuidv7";
import { createTestShop, fillChats } from "@/test/fixtures/test-conversations";
import { searchChats } from "./search-chats";

let shop: Awaited<ReturnType<typeof createTestShop>>;
beforeAll(async () => {
  shop = await createTestShop();
  await shop.exchange("web_00000000aa01", "烏龍茶還有貨嗎");
  await shop.exchange("web_00000000aa02", "Is OOLONG 100% organic?");
  await shop.exchange("web_00000000aa03", "可以退貨嗎");
  await shop.exchange("web_00000000aa03", "那運費呢");
  await shop.ctx.db.conversation.updateMany({
    where: { chatId: "web_00000000aa02" },
    data: { domain: "tea.example.com" },
  });
  await shop.ctx.db.visitor.updateMany({
    where: { conversations: { some: { chatId: "web_00000000aa01" } } },
    data: { name: "林小姐", email: "Lin@mail.example" },
  });
});
afterAll(() => shop.close());

const find = async (text: string, botId?: string) =>
  (await searchChats(shop.actorCtx, { text, query: { view: "all", bot: botId } })).map(({ chatId }) =>
    chatId.slice(-4),
  );

describe("searchChats", () => {
  it("finds chats by anything that was said, the visitor's label, name and address, and the domain", async () => {
    expect(await find("烏龍")).toEqual(["aa01"]);
    expect(await find("退貨")).toEqual(["aa03"]);
    expect(await find("答：那運費")).toEqual(["aa03"]);
    expect(await find(" oolong ")).toEqual(["aa02"]);
    expect(await find("AA02")).toEqual(["aa02"]);
    expect(await find("TEA.example")).toEqual(["aa02"]);
    expect(await find("林小姐")).toEqual(["aa01"]);
    expect(await find("lin@mail")).toEqual(["aa01"]);
    expect(await find("嗎")).toEqual(["aa03", "aa01"]);
    expect(await find("沒有人說過")).toEqual([]);
  });

  it("takes what is searched for literally", async () => {
    expect(await find("100%")).toEqual(["aa02"]);
    for (const text of ["%", "_", "\\", "0_", "'; DROP TABLE messages; --"])
      expect(await find(text)).toEqual(text === "%" ? ["aa02"] : []);
  });

  it("compares texts folded, also those that an earlier release wrote, once they are folded", async () => {
    const { conversationId } = await shop.exchange("web_00000000aa04", "我的訂單ＡＢＣ１２還沒到");
    for (const text of ["訂單", "订单", "abc12", "ＡＢＣ12", "我的 订单"])
      expect(await find(text)).toEqual(["aa04"]);
    await shop.ctx.db.visitor.updateMany({
      where: { conversations: { some: { id: conversationId } } },
      data: { name: "陳國華" },
    });
    expect(await find("陈国华")).toEqual(["aa04"]);
    await shop.ctx.db.message.updateMany({ where: { conversationId }, data: { folded: null } });
    expect([await find("訂單"), await find("订单")]).toEqual([["aa04"], []]);
    expect(await foldMessages(shop.ctx)).toBe(2);
    expect(await find("订单")).toEqual(["aa04"]);
    expect(await foldMessages(shop.ctx)).toBe(0);
  });

  it("looks through several batches, newest first, until it has a hundred", async () => {
    const ids = await fillChats(shop, 1_200);
    const found = await searchChats(shop.actorCtx, { text: "塞滿", query: { view: "all" } });
    expect(found.map(({ id }) => id)).toEqual(ids.slice(0, 100));
    expect(
      (await searchChats(shop.actorCtx, { text: "塞滿第1號", query: { view: "all" } })).map(({ id }) => id),
    ).toEqual([ids.at(-1)]);
    const stopped = AbortSignal.abort();
    expect(await searchChats(shop.actorCtx, { text: "塞滿", query: { view: "all" } }, stopped)).toEqual([]);
  });

  it("keeps to the team and, when asked, to one bot", async () => {
    expect(await find("烏龍", shop.botId)).toEqual(["aa01"]);
    expect(await find("烏龍", uuidv7())).toEqual([]);
    expect(await searchChats(shop.strangerCtx, { text: "烏龍", query: { view: "all" } })).toEqual([]);
    for (const text of ["", "  ", "茶".repeat(101)])
      await expect(find(text)).rejects.toMatchObject({ code: "invalid_input" });
  });
});
