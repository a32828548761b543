import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getChatPage } from "@/lib/conversations/inbox/get-chat-page";
import { listChats } from "@/lib/conversations/inbox/list-chats";
import { recordVisitorTurn } from "@/lib/conversations/turns/record-visitor-turn";
import { ConversationState } from "@/lib/db/generated/enums";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { ActorCtx } from "@/lib/identity/actor";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { createTestMember } from "@/test/fixtures/test-member";
import { assignChat } from "./assign-chat";
import { awayMs, giveBackChats } from "./give-back-chats";
import { givenMail, writeGivenMail } from "./given-mail";
import { moveChat } from "./move-chat";
import { replyToChat } from "./reply-to-chat";
import { seeFirstMs, tellMembers } from "./tell-members";

let shop: Awaited<ReturnType<typeof createTestShop>>;
let ming: ActorCtx;
let mei: ActorCtx;
let hua: ActorCtx;
beforeAll(async () => {
  shop = await createTestShop();
  [ming, mei] = [await createTestMember(shop, "小明"), await createTestMember(shop, "小美")];
  hua = await createTestMember(shop, "阿華");
});
afterAll(() => shop.close());

const asked = (chatId: string) =>
  shop.exchange(chatId, "有人嗎").then(({ conversationId }) => conversationId);
const give = (by: ActorCtx, conversationId: string, to: ActorCtx, from: ActorCtx | null = null) =>
  assignChat(by, { conversationId, userId: to.actor.userId, from: from?.actor.userId ?? "" });
const deskOf = async (id: string) => (await listChats(ming)).find((chat) => chat.id === id)?.desk;
const isMine = async (ctx: ActorCtx, id: string) =>
  (await getChatPage(ctx, { query: { view: "mine" } })).chats.some((chat) => chat.id === id);
const at = (ms: number) => ({ ...shop.ctx, now: () => ms });

describe("giving a chat to a member", () => {
  it("is seen by all, from whatever state, from one to another, and is in the audit", async () => {
    let n = 0;
    for (const state of Object.values(ConversationState)) {
      const id = await asked(`web_0000ba0${n++}`);
      const from = state === "taken" ? hua : null;
      await shop.ctx.db.conversation.update({
        where: { id },
        data: { state, stateAt: new Date(), assigneeId: from?.actor.userId ?? null },
      });
      await give(ming, id, mei, from);
      await give(ming, id, mei, from);
      expect(await deskOf(id)).toMatchObject({
        ...{ state: "taken", assignee: { id: mei.actor.userId, name: "小美" }, givenBy: "小明" },
      });
      expect([await isMine(mei, id), await isMine(ming, id)]).toEqual([true, false]);
      // The visitor's next words say so too.
      const { conversation } = await recordVisitorTurn(shop.ctx, {
        ...{ bot: { id: shop.botId, teamId: shop.teamId }, chatId: `web_0000ba0${n - 1}`, text: "在嗎" },
        ...{ domain: null, pageUrl: null, locale: null },
      });
      expect(conversation.desk).toMatchObject({ assignee: { name: "小美" }, givenBy: "小明" });
      const audit = await shop.ctx.db.auditEntry.findMany({ where: { targetId: id } });
      expect(audit).toMatchObject([
        {
          ...{ action: "chat.assigned", actorId: ming.actor.userId },
          before: { assigneeId: from?.actor.userId ?? null },
          after: { assigneeId: mei.actor.userId },
        },
      ]);
      // Who takes it themselves wasn't given it.
      await moveChat(mei, id, "hand_back");
      await moveChat(mei, id, "take");
      expect((await deskOf(id))?.givenBy).toBeNull();
    }
  });

  it("has one winner of several who give or take it at once, and asks again where it went elsewhere meanwhile", async () => {
    const id = await asked("web_0000bb01");
    // To each of the three once: who loses where the winner did the same is not refused.
    const outcomes = await Promise.allSettled([
      give(ming, id, mei),
      give(mei, id, hua),
      moveChat(ming, id, "take"),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict" });
    const other = await asked("web_0000bb02");
    await give(ming, other, hua);
    await expect(give(ming, other, mei)).rejects.toMatchObject({ reason: "chat_assigned" });
    await expect(give(ming, other, mei, ming)).rejects.toMatchObject({ reason: "chat_assigned" });
    await give(ming, other, mei, hua);
    expect((await deskOf(other))?.assignee?.name).toBe("小美");
  });

  it("is for the team's own chats and members", async () => {
    const id = await asked("web_0000bc01");
    const nobody = { conversationId: id, userId: uuidv7(), from: "" };
    const stranger = { conversationId: id, userId: shop.strangerCtx.actor.userId, from: "" };
    for (const input of [nobody, stranger])
      await expect(assignChat(ming, input)).rejects.toMatchObject({ code: "not_found" });
    await expect(give(shop.strangerCtx, id, ming)).rejects.toMatchObject({ code: "not_found" });
    await expect(give(ming, uuidv7(), mei)).rejects.toMatchObject({ code: "not_found" });
    expect((await deskOf(id))?.state).toBe("bot");
  });
});

describe("who is given a chat", () => {
  const told = async (id: string) => {
    const rows = await shop.ctx.db.outboxMessage.findMany({ where: { kind: givenMail.kind } });
    const all = rows.map(({ ids }) => Object(ids));
    return all.filter(({ conversationIds }) => conversationIds.includes(id)).map(({ userId }) => userId);
  };

  it("is mailed once, they alone, unless they have the dashboard open, want no mails or took it themselves", async () => {
    const li = await createTestMember(shop, "小麗");
    const now = Date.now();
    const [first, own] = [await asked("web_0000bd01"), await asked("web_0000bd02")];
    await give(ming, first, li);
    await give(li, own, li);
    await Promise.all([tellMembers(shop.ctx), tellMembers(shop.ctx, shop.teamId)]);
    await tellMembers(at(now + 3_600_000));
    expect([await told(first), await told(own)]).toEqual([[li.actor.userId], []]);
    const mail = (conversationIds: string[], locale: "zh-TW" | "en") =>
      writeGivenMail(
        shop.ctx,
        { teamId: shop.teamId, userId: li.actor.userId, conversationIds, locale },
        { baseUrl: "https://chat.example.com", secrets: [], causedAt: new Date() },
      );
    const letter = await mail([first, own], "zh-TW");
    expect(letter).toMatchObject({
      ...{ to: li.actor.email, link: `https://chat.example.com/chats/${first}` },
      text: { subject: "有一則對話交給你了" },
    });
    expect((await mail([first], "en"))?.text.paragraphs.join()).toContain("小明 gave you a chat");
    await moveChat(li, first, "hand_back");
    expect(await mail([first], "en")).toBeNull();

    const quiet = await createTestMember(shop, "不要信");
    await shop.ctx.db.membership.updateMany({
      where: { userId: quiet.actor.userId },
      data: { alertsMail: false },
    });
    const silent = await asked("web_0000bd03");
    await give(ming, silent, quiet);
    await tellMembers(shop.ctx);
    expect(await told(silent)).toEqual([]);

    const wei = await createTestMember(shop, "阿偉");
    await shop.ctx.db.session.create({
      data: {
        ...{ id: uuidv7(), userId: wei.actor.userId, teamId: shop.teamId, lastSeenAt: new Date() },
        expiresAt: new Date(Date.now() + 86_400_000),
      },
    });
    const [seen, replied] = [await asked("web_0000bd04"), await asked("web_0000bd05")];
    await give(ming, seen, wei);
    await give(ming, replied, wei);
    await tellMembers(shop.ctx);
    expect([await told(seen), await told(replied)]).toEqual([[], []]);
    await replyToChat(wei, { conversationId: replied, text: "你好", key: crypto.randomUUID() });
    await tellMembers(at(Date.now() + seeFirstMs + 1_000));
    expect([await told(seen), await told(replied)]).toEqual([[wei.actor.userId], []]);
  });

  it("has ten minutes to come, then the chat waits for anybody", async () => {
    const id = await asked("web_0000be01");
    const { db } = shop.ctx;
    await db.message.updateMany({
      where: { conversationId: id, author: "visitor" },
      data: { createdAt: new Date(Date.now() - 2 * awayMs) },
    });
    await give(ming, id, hua);
    await giveBackChats(shop.ctx);
    expect((await deskOf(id))?.state).toBe("taken");
    await giveBackChats(at(Date.now() + awayMs + 1_000));
    expect((await deskOf(id))?.state).toBe("waiting");
  });
});
