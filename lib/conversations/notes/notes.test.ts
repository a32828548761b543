import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveChat } from "@/lib/conversations/desk/move-chat";
import { replyToChat } from "@/lib/conversations/desk/reply-to-chat";
import { getFeedPosition, subscribeFeed } from "@/lib/conversations/feed/team-feed";
import { listChats } from "@/lib/conversations/inbox/list-chats";
import { listHits } from "@/lib/conversations/inbox/list-hits";
import { readArchivedChats } from "@/lib/conversations/inbox/read-archived-chats";
import { searchChats } from "@/lib/conversations/inbox/search-chats";
import { getTranscript } from "@/lib/conversations/turns/get-transcript";
import { mergeTurns } from "@/lib/conversations/turns/merge-turns";
import type { Turn } from "@/lib/conversations/turns/turn";
import { checkConversations } from "@/lib/conversations/upkeep/check-conversations";
import { repairConversations } from "@/lib/conversations/upkeep/repair-conversations";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { ActorCtx } from "@/lib/identity/actor";
import { turnsKey } from "@/lib/kv/keys";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { createTestMember } from "@/test/fixtures/test-member";
import { addNote, addNoteInput } from "./add-note";
import { changeNote, changeNoteInput, removeNote } from "./change-note";

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
const asked = (chatId: string) =>
  shop.exchange(chatId, "有人嗎").then(({ conversationId }) => conversationId);
const noteIn = async (ctx: ActorCtx, conversationId: string, noteId: string) =>
  (await getTranscript(ctx, conversationId)).find(({ id }) => id === noteId);
const isFound = async (text: string, conversationId: string) => [
  (await searchChats(mei, { text, query: { view: "all" } })).some(({ id }) => id === conversationId),
  (await listHits(mei, conversationId, text)).length > 0,
];

describe("a note among staff", () => {
  it("stands in both stores and on screens under its author's name, is found, and leaves the chat as it was", async () => {
    const conversationId = await asked("web_0000da01");
    const [before] = await readArchivedChats(shop.ctx, shop.teamId, { limit: 1, ids: [conversationId] });
    const seen: unknown[] = [];
    const stop = await subscribeFeed(shop.ctx, shop.teamId, await getFeedPosition(shop.ctx, shop.teamId), {
      send: (chunk) => {
        const [, data] = /^data: (\{"type":"turn".*)$/m.exec(new TextDecoder().decode(chunk)) ?? [];
        const { turn, chat } = JSON.parse(data ?? "{}");
        if (data) seen.push([turn.bubbles[0], chat.lastTurn.text]);
        return true;
      },
      close: () => {},
    });
    const note = await addNote(ming, { conversationId, text: "熟客，先退她運費", key: key() });
    expect(note).toMatchObject({ author: "agent", authorName: "小明", bubbles: ["熟客，先退她運費"] });
    expect(note.note).toEqual({ authorId: ming.actor.userId, at: note.at });
    expect(await noteIn(mei, conversationId, note.id)).toEqual(note);
    await expect.poll(() => seen).toContainEqual(["熟客，先退她運費", "答：有人嗎"]);
    stop();
    const [after] = await readArchivedChats(shop.ctx, shop.teamId, { limit: 1, ids: [conversationId] });
    expect(after).toEqual(before);
    const [listed] = (await listChats(mei)).filter(({ id }) => id === conversationId);
    expect(listed?.lastTurn.text).toBe("答：有人嗎");
    expect(await isFound("先退她", conversationId)).toEqual([true, true]);
  });

  it("is written by who doesn't have the chat, also in a closed one, once however often it is sent", async () => {
    const conversationId = await asked("web_0000da02");
    await moveChat(ming, conversationId, "take");
    await moveChat(ming, conversationId, "close");
    const note = { conversationId, text: "已打電話處理", key: key() };
    const first = await addNote(mei, note);
    expect((await addNote(mei, note)).id).toBe(first.id);
    await addNote(ming, note);
    const notes = (await getTranscript(ming, conversationId)).filter((turn) => turn.note);
    expect(notes.map(({ authorName }) => authorName)).toEqual(["小美", "小明"]);
    const { state } = await shop.ctx.db.conversation.findUniqueOrThrow({ where: { id: conversationId } });
    expect(state).toBe("closed");
  });

  it("is changed and taken back by its author only, and had back; its former words are nowhere", async () => {
    const conversationId = await asked("web_0000da03");
    const { id: noteId } = await addNote(ming, { conversationId, text: "寫錯的字", key: key() });
    for (const change of [() => changeNote(mei, { noteId, text: "改" }), () => removeNote(mei, { noteId })])
      await expect(change()).rejects.toMatchObject({ code: "forbidden" });
    await expect(changeNote(shop.strangerCtx, { noteId, text: "改" })).rejects.toMatchObject({
      code: "not_found",
    });
    const changed = await changeNote(ming, { noteId, text: "改對的字" });
    expect(changed.note?.at).toBeGreaterThan(changed.at);
    expect(await noteIn(mei, conversationId, noteId)).toEqual(changed);
    expect(await isFound("寫錯", conversationId)).toEqual([false, false]);
    await removeNote(ming, { noteId });
    expect((await noteIn(mei, conversationId, noteId))?.bubbles).toEqual([]);
    expect(await isFound("改對", conversationId)).toEqual([false, false]);
    await changeNote(ming, { noteId, text: "又要了" });
    expect((await noteIn(mei, conversationId, noteId))?.bubbles).toEqual(["又要了"]);
  });

  it("can't change what is no note", async () => {
    const conversationId = await asked("web_0000da04");
    await moveChat(ming, conversationId, "take");
    const reply = await replyToChat(ming, { conversationId, text: "您好", key: key() });
    for (const noteId of [reply.id, uuidv7()])
      await expect(changeNote(ming, { noteId, text: "改" })).rejects.toMatchObject({ code: "not_found" });
    for (const id of [uuidv7(), conversationId])
      await expect(
        addNote(shop.strangerCtx, { conversationId: id, text: "外人", key: key() }),
      ).rejects.toMatchObject({ code: "not_found" });
    for (const text of ["", " \u200b ", "字".repeat(2_001)]) {
      expect(addNoteInput.safeParse({ conversationId, text, key: key() }).success).toBe(false);
      expect(changeNoteInput.safeParse({ noteId: reply.id, text }).success).toBe(false);
    }
  });

  it("comes back as it was last when the store has lost it, or an older one, and the checker finds nothing", async () => {
    const conversationId = await asked("web_0000da05");
    const { id: noteId } = await addNote(ming, { conversationId, text: "第一版", key: key() });
    // As if the store had been away when it was changed.
    const at = new Date(Date.now() + 5);
    await shop.ctx.db.message.update({ where: { id: noteId }, data: { bubbles: ["第二版"], notedAt: at } });
    expect((await checkConversations(shop.ctx)).problems).toHaveLength(1);
    await repairConversations(shop.ctx, { since: at.getTime() - 1, settle: async () => {} });
    expect((await checkConversations(shop.ctx)).problems).toEqual([]);
    expect((await noteIn(mei, conversationId, noteId))?.bubbles).toEqual(["第二版"]);
    await shop.ctx.kv.redis.del(turnsKey(shop.teamId, conversationId));
    expect((await noteIn(mei, conversationId, noteId))?.bubbles).toEqual(["第二版"]);
    const [listed] = (await listChats(mei)).filter(({ id }) => id === conversationId);
    expect(listed?.lastTurn.text).toBe("答：有人嗎");
  });

  it("is merged to its newest words in whatever order they come", () => {
    const at = (ms: number, text: string): Turn => ({
      ...{ id: uuidv7(1), conversationId: "", author: "agent", authorName: "小明", state: "complete" },
      ...{ replyTo: null, bubbles: [text], sources: [], answered: null, confidence: null, at: 1 },
      ...{ note: { authorId: "", at: ms } },
    });
    const [older, newer] = [at(1, "舊"), at(2, "新")].map((turn) => ({ ...turn, id: "one" }));
    for (const turns of [
      [older, newer],
      [newer, older],
    ])
      expect(mergeTurns(turns.filter((turn) => turn !== undefined)).map(({ bubbles }) => bubbles)).toEqual([
        ["新"],
      ]);
  });
});
