import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newWidgetToken } from "@/lib/bots/token/widget-token";
import { isWaiting } from "@/lib/conversations/inbox/is-waiting";
import { listChats } from "@/lib/conversations/inbox/list-chats";
import { listTags } from "@/lib/conversations/tags/list-tags";
import { uuidv7 } from "@/lib/db/uuidv7";
import { type ActorCtx, systemOf } from "@/lib/identity/actor";
import { createDocument } from "@/lib/knowledge/documents/create-document";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { createTestMember } from "@/test/fixtures/test-member";
import { fillInbox } from "./fill-inbox";
import { inboxChats } from "./inbox";
import { teaShop } from "./tea-shop";

let shop: Awaited<ReturnType<typeof createTestShop>>;
let agent: ActorCtx;

const start = Date.UTC(2026, 10, 29, 6);

beforeAll(async () => {
  shop = await createTestShop();
  const [owner, editor] = [await createTestMember(shop, "怡君"), await createTestMember(shop, "柏宇")];
  agent = await createTestMember(shop, "思涵");
  const { documents, ...looks } = teaShop;
  const token = newWidgetToken();
  const bot = await shop.ctx.db.bot.create({
    data: { ...looks, id: uuidv7(), teamId: shop.teamId, widgetToken: token },
  });
  const seeder = { ...shop.ctx, actor: systemOf(shop.teamId) };
  for (const document of documents) await createDocument(seeder, { botId: bot.id, ...document });
  const colleagues = { owner: owner.actor, editor: editor.actor, agent: agent.actor };
  await fillInbox({ ...shop.ctx, now: () => start }, { token, colleagues });
});
afterAll(() => shop.close());

describe("the demo's inbox", () => {
  it("has twenty chats in every state that a chat comes to", async () => {
    const chats = await listChats(agent);
    expect(chats).toHaveLength(inboxChats.length);
    expect(inboxChats).toHaveLength(20);
    const states = Map.groupBy(chats, ({ desk }) => desk.state);
    expect([...states].map(([state, of]) => [state, of.length]).sort()).toEqual([
      ["bot", 12],
      ["closed", 3],
      ["snoozed", 1],
      ["taken", 1],
      ["waiting", 3],
    ]);
    expect(chats.filter(isWaiting).some(({ contact }) => contact?.phone === "02-5550-0188")).toBe(true);
    const { teamId } = shop;
    expect(await shop.ctx.db.conversation.count({ where: { teamId, ratedUp: true } })).toBe(3);
    expect(await shop.ctx.db.conversation.count({ where: { teamId, ratedDown: true } })).toBe(1);
    expect((await listTags(agent)).sort()).toEqual(["企業訂購", "包裝瑕疵", "換貨", "退貨"].sort());
  });

  it("has each turn at its own time, in order, none of them to come, and all settled", async () => {
    const turns = await shop.ctx.db.message.findMany({
      where: { teamId: shop.teamId },
      orderBy: { id: "asc" },
    });
    expect(turns.every(({ state }) => state === "complete")).toBe(true);
    expect(turns.every(({ createdAt }) => createdAt.getTime() <= start)).toBe(true);
    const oldest = Math.max(...inboxChats.map(({ minutesAgo }) => minutesAgo)) * 60_000;
    expect(turns[0]?.createdAt.getTime()).toBe(start - oldest);
    for (const ofChat of Map.groupBy(turns, ({ conversationId }) => conversationId).values()) {
      const times = ofChat.map(({ createdAt }) => createdAt.getTime());
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    }
  });
});
