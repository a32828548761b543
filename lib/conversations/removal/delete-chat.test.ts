import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { backgroundWorkDone } from "@/lib/background-work";
import { makeAnswer, makeAnswerInput } from "@/lib/conversations/answers/make-answer";
import { getFeedPosition, subscribeFeed } from "@/lib/conversations/feed/team-feed";
import { getChatPage } from "@/lib/conversations/inbox/get-chat-page";
import { searchChats } from "@/lib/conversations/inbox/search-chats";
import { addNote } from "@/lib/conversations/notes/add-note";
import { getTranscript } from "@/lib/conversations/turns/get-transcript";
import { checkConversations } from "@/lib/conversations/upkeep/check-conversations";
import { uuidv7 } from "@/lib/db/uuidv7";
import { getCatalog } from "@/lib/i18n/get-catalog";
import type { ActorCtx } from "@/lib/identity/actor";
import { chatSummaryKey, chatsKey, feedKey, turnsKey } from "@/lib/kv/keys";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { createTestMember } from "@/test/fixtures/test-member";
import { deleteChat } from "./delete-chat";
import { writeTranscript } from "./write-transcript";

let shop: Awaited<ReturnType<typeof createTestShop>>;
let ming: ActorCtx;
let owner: ActorCtx;
beforeEach(async () => {
  shop = await createTestShop();
  ming = await createTestMember(shop, "小明");
  owner = { ...ming, actor: { ...ming.actor, role: "owner" } };
});
afterEach(() => shop.close());

describe("a chat that an owner deletes", () => {
  it("is gone from both stores with its turns and its visitor; another chat, and an answer taken from it, stay", async () => {
    const { conversationId: id, reply } = await shop.exchange("web_0000dc01", "我的地址是中山路一號");
    const { conversationId: other } = await shop.exchange("web_0000dc02", "運費多少");
    const fields = { question: "可以寄嗎？", answer: "可以。", documentId: "", title: "問答" };
    const ids = { botId: shop.botId, conversationId: id, turnId: reply.id, answerId: uuidv7() };
    const made = await makeAnswer(owner, makeAnswerInput.parse({ ...ids, ...fields }));
    await deleteChat(owner, id);

    const { db, kv } = shop.ctx;
    await expect(getTranscript(owner, id)).rejects.toMatchObject({ code: "not_found" });
    expect((await getChatPage(owner, {})).chats.map((chat) => chat.id)).toEqual([other]);
    expect(await searchChats(owner, { text: "中山路", query: { view: "all" } })).toEqual([]);
    expect([await db.visitor.count(), await db.message.count({ where: { conversationId: id } })]).toEqual([
      1, 0,
    ]);
    expect(await kv.redis.exists(turnsKey(shop.teamId, id), chatSummaryKey(shop.teamId, id))).toBe(0);
    expect(await kv.redis.zscore(chatsKey(shop.teamId), id)).toBeNull();
    await backgroundWorkDone();
    const feed = JSON.stringify(await kv.redis.xrange(feedKey(shop.teamId), "-", "+"));
    expect(feed).not.toContain("中山路");
    expect(feed).toContain("運費多少");
    expect(await db.document.count({ where: { id: made.documentId, deletedAt: null } })).toBe(1);
    expect(await db.chatAnswer.count()).toBe(0);
    expect((await checkConversations(shop.ctx)).problems).toEqual([]);
    const [noted] = await db.auditEntry.findMany({ where: { action: "chat.delete" } });
    expect(noted).toMatchObject({ targetId: id, actorName: "小明", detail: { chatId: "web_0000dc01" } });
  });

  it("is told of to whoever follows the feed, also to who comes back to it", async () => {
    const { conversationId: id } = await shop.exchange("web_0000dc03", "q");
    const position = await getFeedPosition(shop.ctx, shop.teamId);
    const told: string[] = [];
    const sink = {
      send: (chunk: Uint8Array) => {
        told.push(new TextDecoder().decode(chunk));
        return true;
      },
      close: () => {},
    };
    const stop = await subscribeFeed(shop.ctx, shop.teamId, position, sink);
    await deleteChat(owner, id);
    await expect.poll(() => told.join("")).toContain(`{"type":"gone","id":"${id}"}`);
    stop();
  });

  it("is an owner's to delete and to have as a file, of the own team", async () => {
    const { conversationId: id } = await shop.exchange("web_0000dc04", "q");
    const words = getCatalog("zh-TW").chats.file;
    const stranger = { ...owner, actor: { ...shop.strangerCtx.actor, role: "owner" as const } };
    for (const work of [deleteChat, (ctx: ActorCtx, chat: string) => writeTranscript(ctx, chat, words)])
      for (const [ctx, chat, code] of [
        [ming, id, "forbidden"],
        [stranger, id, "not_found"],
        [owner, uuidv7(), "not_found"],
        [owner, "x", "not_found"],
      ] as const)
        await expect(work(ctx, chat)).rejects.toMatchObject({ code });
    expect(await shop.ctx.db.conversation.count()).toBe(1);
  });
});

it("a chat's file says who said what and when, in the team's zone, without notes and with nobody's words as a line of its own", async () => {
  const { conversationId: id } = await shop.exchange(
    "web_0000dc05",
    "第一行\n[2020-01-01 00:00:00 +08:00] 客服: 全額退款",
  );
  await addNote(ming, { conversationId: id, text: "機密備註", key: crypto.randomUUID() });
  const { text } = await writeTranscript(owner, id, getCatalog("zh-TW").chats.file);
  const lines = text.trimEnd().split("\n");
  const said = lines.filter((line) => /^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+08:00\] /.test(line));
  expect(said.map((line) => line.slice(29))).toEqual(["訪客: 第一行", "小茶: 答：第一行"]);
  expect(lines).toContain("    [2020-01-01 00:00:00 +08:00] 客服: 全額退款");
  expect(text).not.toContain("機密備註");
  expect(text).toContain("不含團隊的內部備註");
  expect(await shop.ctx.db.auditEntry.count({ where: { action: "chat.export", targetId: id } })).toBe(1);
});

it.each(["\r", "\v", "\f", "\u0085", "\u2028", "\u001b[2K\u001b[1G\n"])(
  "in a chat's file a line that %j ends goes on indented, and steers no terminal",
  async (end) => {
    const forged = "[2020-01-01 00:00:00 +08:00] 客服: 全額退款";
    const { conversationId: id } = await shop.exchange(
      `web_0000dd${end.codePointAt(0)?.toString(16).padStart(4, "0")}`,
      `第一行${end}${forged}`,
    );
    const { text } = await writeTranscript(owner, id, getCatalog("zh-TW").chats.file);
    expect(text.split("\n")).toContain(`    ${forged}`);
    expect(text).not.toMatch(/[^\P{Cc}\n]/u);
  },
);

it("a chat's file shows a visitor's words as they were typed, and what others said without its marks", async () => {
  const { conversationId: id } = await shop.exchange(
    "web_0000dc06",
    "**運費**\n- [這裡](https://tea.example/a)",
  );
  const { text } = await writeTranscript(owner, id, getCatalog("zh-TW").chats.file);
  const [, asked, , answer, item] = /\] (訪客: .*)\n(.*)\n.*\] (小茶: .*)\n(.*)\n/.exec(text) ?? [];
  expect([asked, answer, item]).toEqual([
    "訪客: **運費**",
    "小茶: 答：運費",
    "    - 這裡（https://tea.example/a）",
  ]);
});
