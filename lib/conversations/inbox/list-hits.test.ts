import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordVisitorTurn } from "@/lib/conversations/turns/record-visitor-turn";
import { uuidv7 } from "@/lib/db/uuidv7";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { getChatPage } from "./get-chat-page";
import { getVisitorCard } from "./get-visitor-card";
import { listHits } from "./list-hits";

let shop: Awaited<ReturnType<typeof createTestShop>>;
beforeAll(async () => {
  shop = await createTestShop();
});
afterAll(() => shop.close());

describe("the hits of a search", () => {
  it("are the turns of a chat that hold it in any written form, oldest first, for its team only", async () => {
    const first = await shop.exchange("web_00000000ab01", "我的訂單ＡＢＣ還沒到");
    await shop.exchange("web_00000000ab01", "運費呢");
    const last = await shop.exchange(
      "web_00000000ab01",
      `${"前言".repeat(100)}訂單在這裡${"後語".repeat(100)}`,
    );
    const { conversationId } = first;
    const of = (text: string) => listHits(shop.actorCtx, conversationId, text);
    expect(await of("订单")).toEqual([first.asked.id, first.reply.id, last.asked.id, last.reply.id]);
    expect(await of(" abc ")).toEqual([first.asked.id, first.reply.id]);
    expect([await of("%"), await of(""), await of("沒說過")]).toEqual([[], [], []]);
    await expect(of("長".repeat(101))).rejects.toMatchObject({ code: "invalid_input" });
    await expect(listHits(shop.strangerCtx, conversationId, "订单")).rejects.toMatchObject({
      code: "not_found",
    });
    for (const id of [uuidv7(), "x"])
      await expect(listHits(shop.actorCtx, id, "订单")).rejects.toMatchObject({ code: "not_found" });

    const { snippets = {} } = await getChatPage(shop.actorCtx, { text: "订单" });
    const snippet = snippets[conversationId] ?? "";
    expect(snippet).toContain("訂單在這裡");
    expect(snippet).toMatch(/^…/);
    expect([...snippet].length).toBeLessThanOrEqual(121);
  });

  it("are told of without the marks of who replied, and as a visitor typed them", async () => {
    const marked = await shop.exchange("web_00000000ab02", "**茶具**");
    const { snippets = {} } = await getChatPage(shop.actorCtx, { text: "茶具" });
    expect(snippets[marked.conversationId]).toBe("答：茶具");
    await shop.exchange("web_00000000ab03", "怎麼寫 **粗體**？");
    const { db } = shop.ctx;
    await db.message.deleteMany({ where: { author: "bot", conversation: { chatId: "web_00000000ab03" } } });
    const page = await getChatPage(shop.actorCtx, { text: "粗體" });
    expect(Object.values(page.snippets ?? {})).toEqual(["怎麼寫 **粗體**？"]);
  });
});

describe("the card of a visitor", () => {
  const say = (chatId: string, text: string, pageUrl: string | null, email: string | null) =>
    recordVisitorTurn(shop.ctx, {
      ...{ bot: { id: shop.botId, teamId: shop.teamId }, chatId, text, domain: null, pageUrl, locale: "ja" },
      ...(email && { visitor: { name: null, email, traits: {} } }),
      browser: "Safari · iPhone",
    });

  it("has the pages in their order, each once while they stay, and their other chats of the same bot", async () => {
    const email = "lin@example.com";
    const other = await say("web_00000000ac01", "從前", null, email);
    const { conversation } = await say("web_00000000ac02", "一", "https://a.example/1", email);
    for (const page of [
      "https://a.example/1",
      "https://a.example/2",
      null,
      "https://a.example/2",
      "https://a.example/1",
    ])
      await say("web_00000000ac02", "又", page, email);
    await say("web_00000000ac03", "別人", "https://b.example/", null);
    const card = await getVisitorCard(shop.actorCtx, conversation.id);
    expect(card).toMatchObject({ said: { email }, language: "ja", browser: "Safari · iPhone" });
    expect(card.pages.map(({ url }) => url)).toEqual([
      ...["https://a.example/1", "https://a.example/2", "https://a.example/1"],
    ]);
    expect(card.others).toMatchObject({
      count: 1,
      chats: [{ id: other.conversation.id, lastAsked: "從前" }],
    });
    await expect(getVisitorCard(shop.strangerCtx, conversation.id)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
