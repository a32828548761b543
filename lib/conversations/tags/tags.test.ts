import { afterAll, beforeAll, expect, it } from "vitest";
import { moveChat } from "@/lib/conversations/desk/move-chat";
import { getFeedPosition, subscribeFeed } from "@/lib/conversations/feed/team-feed";
import { getChatPage } from "@/lib/conversations/inbox/get-chat-page";
import { listChats } from "@/lib/conversations/inbox/list-chats";
import { parseMessageInput } from "@/lib/conversations/receive/message-input";
import { receiveMessage } from "@/lib/conversations/receive/receive-message";
import { recordVisitorTurn } from "@/lib/conversations/turns/record-visitor-turn";
import type { Prisma } from "@/lib/db/generated/client";
import type { ActorCtx } from "@/lib/identity/actor";
import { openShop } from "@/test/fixtures/open-shop";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { createTestMember } from "@/test/fixtures/test-member";
import { addTag, maxTags, maxTeamTags, removeTag, tagInput } from "./change-tags";
import { listTags } from "./list-tags";

let shop: Awaited<ReturnType<typeof createTestShop>>;
let ming: ActorCtx;
beforeAll(async () => {
  shop = await createTestShop();
  ming = await createTestMember(shop, "小明");
});
afterAll(() => shop.close());

const asked = (chatId: string) =>
  shop.exchange(chatId, "有人嗎").then(({ conversationId }) => conversationId);
const tagsOf = async (id: string) => (await listChats(ming)).find((chat) => chat.id === id)?.tags.names;
const add = (conversationId: string, tag: string) => addTag(ming, tagInput.parse({ conversationId, tag }));

it("a chat gets tags that the team spells one way, loses them, and is found by them, on all screens and in the audit", async () => {
  const [first, second] = [await asked("web_0000aa01"), await asked("web_0000aa02")];
  const seen: string[][] = [];
  const stop = await subscribeFeed(shop.ctx, shop.teamId, await getFeedPosition(shop.ctx, shop.teamId), {
    send: (chunk) => {
      const [, data] = /^data: (\{"type":"turn".*)$/m.exec(new TextDecoder().decode(chunk)) ?? [];
      if (data) seen.push(JSON.parse(data).chat.tags.names);
      return true;
    },
    close: () => {},
  });
  const before = (await listChats(ming)).map(({ id, lastActivityAt }) => [id, lastActivityAt]);
  await add(first, " VIP 臺灣 ");
  await add(first, "退貨");
  await add(first, "退貨");
  await add(second, "ｖｉｐ 台湾");
  expect([await tagsOf(first), await tagsOf(second)]).toEqual([["VIP 臺灣", "退貨"], ["VIP 臺灣"]]);
  await expect.poll(() => seen).toEqual([["VIP 臺灣"], ["VIP 臺灣", "退貨"], ["VIP 臺灣"]]);
  expect(await listTags(ming)).toEqual(["VIP 臺灣", "退貨"]);
  const found = async (tag: string) =>
    (await getChatPage(ming, { query: { view: "all", tag } })).chats.map(({ id }) => id).sort();
  expect([await found("VIP 臺灣"), await found("退貨"), await found("沒有")]).toEqual([
    [first, second].sort(),
    [first],
    [],
  ]);
  // A chat stays in its place of the list.
  expect((await listChats(ming)).map(({ id, lastActivityAt }) => [id, lastActivityAt])).toEqual(before);
  await removeTag(ming, { conversationId: first, tag: "退貨" });
  await removeTag(ming, { conversationId: first, tag: "退貨" });
  await expect.poll(() => seen.length).toBe(4);
  stop();
  expect([await tagsOf(first), await listTags(ming)]).toEqual([["VIP 臺灣"], ["VIP 臺灣"]]);
  const audit = await shop.ctx.db.auditEntry.findMany({
    where: { teamId: shop.teamId, targetId: first },
    orderBy: { id: "asc" },
  });
  expect(audit.map(({ action, detail, actorId }) => [action, detail, actorId])).toEqual([
    ["chat.tagged", { tag: "VIP 臺灣" }, ming.actor.userId],
    ["chat.tagged", { tag: "退貨" }, ming.actor.userId],
    ["chat.untagged", { tag: "退貨" }, ming.actor.userId],
  ]);
});

it("the visitor's next words keep them, and those that came while the bot was looking for an answer stay", async () => {
  const id = await asked("web_0000aa03");
  await add(id, "急件");
  const { conversation } = await recordVisitorTurn(shop.ctx, {
    ...{ bot: { id: shop.botId, teamId: shop.teamId }, chatId: "web_0000aa03", text: "還在嗎" },
    ...{ domain: null, pageUrl: null, locale: null },
  });
  expect(conversation.tags.names).toEqual(["急件"]);
  expect(conversation.tags.at).toBeGreaterThan(0);

  const bot = await openShop(shop.ctx.db, [{ title: "運費", content: "運費是一百元。" }]);
  const agent = await createTestMember({ ctx: shop.ctx, teamId: bot.teamId }, "小美");
  let wasTagged = false;
  const beforeAnswer = async () => {
    const [chat] = await shop.ctx.db.conversation.findMany({ where: { botId: bot.id } });
    await addTag(agent, { conversationId: chat?.id ?? "", tag: "急件" });
    await moveChat(agent, chat?.id ?? "", "close");
    wasTagged = true;
  };
  // All statements by Prisma's client, where they can be told apart, also on PostgreSQL.
  const db = new Proxy(shop.ctx.db, {
    get: (target, name) =>
      name === Symbol.for("dawen.pool")
        ? undefined
        : name === "$queryRaw"
          ? async (statement: Prisma.Sql) => {
              if (statement.sql?.includes("visitor_turn AS") && !wasTagged) await beforeAnswer();
              return target.$queryRaw(statement);
            }
          : Reflect.get(target, name),
  });
  const input = { ...parseMessageInput({ message: "運費多少？" }), domain: null, acceptLanguage: null };
  const { published } = await receiveMessage({ ...shop.ctx, db }, bot, input);
  await published;
  expect(wasTagged).toBe(true);
  const [chat] = await listChats(agent);
  expect([chat?.tags.names, chat?.desk.state]).toEqual([["急件"], "closed"]);
});

it("two members who bring in the same tag at once give it one spelling", async () => {
  const ids = await Promise.all(Array.from({ length: 6 }, (_, n) => asked(`web_0000ab0${n}`)));
  await Promise.all(ids.map((id, n) => add(id, n % 2 === 0 ? "Return" : "return")));
  const spellings = new Set((await Promise.all(ids.map(tagsOf))).flat());
  expect(spellings.size).toBe(1);
});

it("what is too long, too much, another team's or gone is refused", async () => {
  const id = await asked("web_0000ac01");
  const parse = (tag: string) => tagInput.safeParse({ conversationId: id, tag }).success;
  expect([parse("字".repeat(30)), parse("字".repeat(31)), parse(" \u200b "), parse("a\0b")]).toEqual([
    ...[true, false, false, true],
  ]);
  await expect(addTag(shop.strangerCtx, { conversationId: id, tag: "x" })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(removeTag(shop.strangerCtx, { conversationId: id, tag: "x" })).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await listTags(shop.strangerCtx)).toEqual([]);
  for (let n = 0; n < maxTags; n++) await add(id, `第 ${n} 個`);
  await expect(add(id, "再一個")).rejects.toMatchObject({
    code: "limit_exceeded",
    reason: "too_many_tags",
  });
  await add(id, "第 3 個");
  for (let chat = 0; (await listTags(ming)).length < maxTeamTags; chat++) {
    const other = await asked(`web_0000ad${String(chat).padStart(2, "0")}`);
    const ofTeam = (await listTags(ming)).length;
    const names = Array.from({ length: Math.min(maxTags, maxTeamTags - ofTeam) }, (_, n) => `${chat}-${n}`);
    await shop.ctx.db.conversation.update({
      where: { id: other },
      data: { tags: names, taggedAt: new Date(1) },
    });
  }
  const last = await asked("web_0000ae01");
  await expect(add(last, "多一種")).rejects.toMatchObject({ reason: "too_many_team_tags" });
  await add(last, "第 3 個");
  expect(await tagsOf(last)).toEqual(["第 3 個"]);
});
