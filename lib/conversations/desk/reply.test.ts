import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listChats } from "@/lib/conversations/inbox/list-chats";
import { addNote } from "@/lib/conversations/notes/add-note";
import { getTranscript } from "@/lib/conversations/turns/get-transcript";
import { recordVisitorTurn } from "@/lib/conversations/turns/record-visitor-turn";
import { checkConversations } from "@/lib/conversations/upkeep/check-conversations";
import { repairConversations } from "@/lib/conversations/upkeep/repair-conversations";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { ActorCtx } from "@/lib/identity/actor";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { createTestMember } from "@/test/fixtures/test-member";
import { awayMs, giveBackChats } from "./give-back-chats";
import { moveChat } from "./move-chat";
import { replyToChat, replyToChatInput } from "./reply-to-chat";

let shop: Awaited<ReturnType<typeof createTestShop>>;
let ming: ActorCtx;
let mei: ActorCtx;
beforeAll(async () => {
  shop = await createTestShop();
  ming = await createTestMember(shop, "小明");
  mei = await createTestMember(shop, "小美");
});
afterAll(() => shop.close());

const key = () => crypto.randomUUID();

async function takenChat(chatId: string) {
  const { conversationId } = await shop.exchange(chatId, "有人嗎");
  await moveChat(ming, conversationId, "take");
  return conversationId;
}

function writes(chatId: string, text = "還在嗎") {
  const bot = { id: shop.botId, teamId: shop.teamId };
  return recordVisitorTurn(shop.ctx, { bot, chatId, text, domain: null, pageUrl: null, locale: null });
}

const stateOf = async (id: string) =>
  (await shop.ctx.db.conversation.findUniqueOrThrow({ where: { id } })).state;

describe("a member's reply", () => {
  it("stands in both stores under the member's name, and leaves nothing for the checker and the repair", async () => {
    const conversationId = await takenChat("web_0000ba01");
    const turn = await replyToChat(ming, { conversationId, text: "您好，我是小明", key: key() });
    expect(turn).toMatchObject({ author: "agent", authorName: "小明", state: "complete" });
    const asked = await writes("web_0000ba01");
    expect(asked.turn.state).toBe("complete");
    expect(asked.turn.id > turn.id).toBe(true);
    const turns = await getTranscript(ming, conversationId);
    expect(turns.map(({ author }) => author)).toEqual(["visitor", "bot", "agent"]);
    const [shown] = (await listChats(mei)).filter(({ id }) => id === conversationId);
    expect(shown?.lastTurn).toMatchObject({ author: "agent", text: "您好，我是小明" });
    await repairConversations(shop.ctx, { since: 0, settle: async () => {} });
    expect((await checkConversations(shop.ctx)).problems).toEqual([]);
    const repaired = await getTranscript(ming, conversationId);
    expect(repaired.map(({ author, state }) => [author, state]).at(-1)).toEqual(["visitor", "complete"]);
  });

  it("stands once however often it is sent", async () => {
    const conversationId = await takenChat("web_0000ba02");
    const reply = { conversationId, text: "一次就好", key: key() };
    const first = await replyToChat(ming, reply);
    expect((await replyToChat(ming, reply)).id).toBe(first.id);
    await replyToChat(ming, { ...reply, key: key() });
    const said = (await getTranscript(ming, conversationId)).filter(({ author }) => author === "agent");
    expect(said).toHaveLength(2);
    await moveChat(ming, conversationId, "close");
    expect((await replyToChat(ming, reply)).id).toBe(first.id);
  });

  it("is refused with a reason of its own where somebody else has the chat, nobody has it, or it is closed", async () => {
    const conversationId = await takenChat("web_0000ba03");
    const reply = { conversationId, text: "我也要說", key: key() };
    await expect(replyToChat(mei, reply)).rejects.toMatchObject({ reason: "chat_taken" });
    await moveChat(ming, conversationId, "hand_back");
    await expect(replyToChat(ming, reply)).rejects.toMatchObject({ reason: "chat_not_taken" });
    await moveChat(ming, conversationId, "close");
    await expect(replyToChat(ming, reply)).rejects.toMatchObject({ reason: "chat_closed" });
    for (const [ctx, id] of [
      [shop.strangerCtx, conversationId],
      [ming, uuidv7()],
    ] as const)
      await expect(replyToChat(ctx, { ...reply, conversationId: id })).rejects.toMatchObject({
        code: "not_found",
      });
    expect((await getTranscript(ming, conversationId)).some(({ author }) => author === "agent")).toBe(false);
  });

  it("has a visible character and at most 2,000", () => {
    const parse = (text: string) =>
      replyToChatInput.safeParse({ conversationId: uuidv7(), text, key: key() });
    expect(parse("𠮷".repeat(2_000)).success).toBe(true);
    for (const text of ["", " \u200b ", "字".repeat(2_001)]) expect(parse(text).success).toBe(false);
  });
});

describe("a chat whose member has left", () => {
  const later = (ms: number) => ({ ...shop.ctx, now: () => Date.now() + ms });
  const seen = (ctx: ActorCtx, at: number) =>
    shop.ctx.db.session.create({
      data: {
        ...{ id: uuidv7(), userId: ctx.actor.userId, teamId: shop.teamId, lastSeenAt: new Date(at) },
        expiresAt: new Date(at + 86_400_000),
      },
    });

  it("waits again after ten minutes with words unanswered, and not while the member is there or had the last word", async () => {
    const unanswered = await takenChat("web_0000bb01");
    await addNote(ming, { conversationId: unanswered, text: "不算回覆", key: key() });
    const answered = await takenChat("web_0000bb02");
    await replyToChat(ming, { conversationId: answered, text: "答了", key: key() });
    const away = later(awayMs + 6 * 60_000);
    const session = await seen(ming, away.now());
    await giveBackChats(away);
    expect([await stateOf(unanswered), await stateOf(answered)]).toEqual(["taken", "taken"]);
    await shop.ctx.db.session.delete({ where: { id: session.id } });
    await giveBackChats(later(0));
    expect(await stateOf(unanswered)).toBe("taken");
    await giveBackChats(away);
    expect([await stateOf(unanswered), await stateOf(answered)]).toEqual(["waiting", "taken"]);
    const [shown] = (await listChats(mei)).filter(({ id }) => id === unanswered);
    expect(shown?.desk).toMatchObject({ state: "waiting", assignee: null });
  });

  it("waits again at once when they are no longer in the team", async () => {
    const gone = await createTestMember(shop, "離職的人");
    const { conversationId } = await shop.exchange("web_0000bb03", "有人嗎");
    await moveChat(gone, conversationId, "take");
    const { teamId, userId } = gone.actor;
    await shop.ctx.db.membership.delete({ where: { teamId_userId: { teamId, userId } } });
    await giveBackChats(shop.ctx);
    expect(await stateOf(conversationId)).toBe("waiting");
  });
});
