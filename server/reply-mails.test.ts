import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { moveChat } from "@/lib/conversations/desk/move-chat";
import { replyToChat } from "@/lib/conversations/desk/reply-to-chat";
import { addNote } from "@/lib/conversations/notes/add-note";
import { deleteChat } from "@/lib/conversations/removal/delete-chat";
import { mailReplies, showFirstMs } from "@/lib/conversations/reply-mails/mail-replies";
import { noteShown } from "@/lib/conversations/reply-mails/note-shown";
import { getTranscript } from "@/lib/conversations/turns/get-transcript";
import { recordVisitorTurn } from "@/lib/conversations/turns/record-visitor-turn";
import { checkConversations } from "@/lib/conversations/upkeep/check-conversations";
import { repairConversations } from "@/lib/conversations/upkeep/repair-conversations";
import type { ActorCtx } from "@/lib/identity/actor";
import { createMailer, type Mailer } from "@/lib/mail/mailer";
import { deliverOutboxOf } from "@/lib/outbox/deliver-outbox-job";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { createTestMember } from "@/test/fixtures/test-member";
import { readMail, startSmtpServer } from "@/test/servers/smtp-server";
import { outboxKindsOf } from "./outbox-kinds";

let shop: Awaited<ReturnType<typeof createTestShop>>;
let ming: ActorCtx;
let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
const office: { mailer: Mailer | null; baseUrl: string; secrets: string[] } = {
  ...{ mailer: null, baseUrl: "https://desk.example.com", secrets: [] },
};
beforeAll(async () => {
  [shop, smtp] = await Promise.all([createTestShop(), startSmtpServer()]);
  ming = await createTestMember(shop, "小明");
});
beforeEach(() => {
  smtp.behaviour.answers = {};
  const settings = { SMTP_URL: smtp.url, MAIL_FROM: { name: "", address: "dawen@desk.example.com" } };
  office.mailer = createMailer(settings);
});
afterAll(() => Promise.all([shop.close(), smtp.close()]));

let chats = 0;
type Asked = { text?: string; email?: string | null; locale?: string };

/** A chat that this member has; its visitor left an address of this chat alone. */
async function takenChat({ text = "請問可以改地址嗎", email, locale }: Asked = {}) {
  const to = email === undefined ? `visitor${++chats}@example.com` : email;
  const { conversation } = await recordVisitorTurn(shop.ctx, {
    bot: { id: shop.botId, teamId: shop.teamId },
    chatId: `web_${crypto.randomUUID().replaceAll("-", "")}`,
    ...{
      text,
      domain: "tea.example",
      pageUrl: "https://tea.example/cart?item=7#top",
      locale: locale ?? null,
    },
    contact: { phone: null, email: to },
    wantsPerson: true,
  });
  await moveChat(ming, conversation.id, "take");
  return { id: conversation.id, to: to ?? "" };
}
const reply = (conversationId: string, text: string) =>
  replyToChat(ming, { conversationId, text, key: crypto.randomUUID() });
const after = (ms: number) => ({ ...shop.ctx, now: () => Date.now() + ms });
const mailDue = (ms = showFirstMs + 1_000) => mailReplies(after(ms), { hasMailer: office.mailer !== null });
const mailsTo = (address: string) => smtp.mails.filter(({ to }) => to.includes(address)).map(readMail);
const statesOf = async (id: string) =>
  (await getTranscript(ming, id)).flatMap(({ mail }) => (mail ? [[mail.state, mail.fault]] : []));

/** Runs the deliveries of a chat once each, as their job does; gives what they threw. */
async function deliver(conversationId: string, attempt = 1): Promise<unknown[]> {
  const rows = await shop.ctx.db.outboxMessage.findMany({
    where: { ids: { path: ["conversationId"], equals: conversationId } },
    orderBy: { id: "asc" },
  });
  const run = deliverOutboxOf(outboxKindsOf(async () => office));
  const about = { attempt, signal: new AbortController().signal, progress: async () => {} };
  const settled = await Promise.allSettled(rows.map(({ id }) => run(shop.ctx, { messageId: id }, about)));
  return settled.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
}

describe("replies that a visitor's page didn't show", () => {
  it("go as one mail after five minutes, in the visitor's language, once on however many instances", async () => {
    const { id, to } = await takenChat();
    await reply(id, "可以，**請給我**新地址。");
    await reply(id, "最晚今天下午 <3 點>");
    await addNote(ming, { conversationId: id, text: "只給同事看", key: crypto.randomUUID() });
    expect(await mailDue(showFirstMs - 60_000)).toBe(0);
    expect(await statesOf(id)).toEqual(Array(2).fill(["waiting", null]));
    await Promise.all([mailDue(), mailDue(), mailDue()]);
    expect(await statesOf(id)).toEqual(Array(2).fill(["queued", null]));
    expect(await deliver(id)).toEqual([]);
    expect(await deliver(id)).toEqual([]);
    const [mail, ...more] = mailsTo(to);
    expect(more).toEqual([]);
    expect(mail?.headers).toContain("Subject: 「AI 智能客服」回覆你了");
    expect(mail?.headers).not.toContain("Reply-To");
    expect(mail?.links).toEqual(["https://tea.example/cart?item=7"]);
    for (const words of [
      ...["小明回覆了你在 tea.example 的對話：", "可以，請給我新地址。", "最晚今天下午 <3 點>"],
      ...["回覆這封信不會有人看到。", "desk.example.com 的答問替「茶行」寄出"],
    ])
      expect(mail?.text).toContain(words);
    expect(mail?.html).toContain("最晚今天下午 &lt;3 點&gt;");
    expect(mail?.text).not.toContain("只給同事看");
    expect(mail?.text).not.toContain("改地址");
    expect(await statesOf(id)).toEqual(Array(2).fill(["mailed", null]));
    await repairConversations(shop.ctx, { since: 0, settle: async () => {} });
    expect((await checkConversations(shop.ctx)).problems).toEqual([]);
  });

  it("that come after that mail go as another", async () => {
    const { id, to } = await takenChat({ text: "Can I change my address?", locale: "en" });
    await reply(id, "First words");
    await mailDue();
    await deliver(id);
    await reply(id, "Second words");
    await mailDue();
    await deliver(id);
    const texts = mailsTo(to).map(({ text }) => text);
    expect(texts).toHaveLength(2);
    expect(texts[0]).toContain("First words");
    expect(texts[1]).toContain("Second words");
    expect(texts[1]).not.toContain("First words");
    expect(mailsTo(to)[0]?.headers).toContain("has replied to you");
  });

  it("are not mailed once the page has them, also while the mail waits for its server", async () => {
    const { id, to } = await takenChat();
    const first = await reply(id, "看過的");
    await reply(id, "沒看過的");
    await mailDue();
    await noteShown(shop.ctx, id, first.id);
    expect(await statesOf(id)).toEqual([
      ["shown", null],
      ["queued", null],
    ]);
    await deliver(id);
    expect(mailsTo(to)[0]?.text).toContain("沒看過的");
    expect(mailsTo(to)[0]?.text).not.toContain("\n看過的");
    const live = await takenChat();
    const { id: turnId } = await reply(live.id, "在線上看到的");
    await noteShown(shop.ctx, live.id, turnId);
    await mailDue();
    expect(await deliver(live.id)).toEqual([]);
    expect(mailsTo(live.to)).toEqual([]);
    expect(await statesOf(live.id)).toEqual([["shown", null]]);
  });

  it("are nobody's mail where the visitor left no address, or the chat was deleted before it went", async () => {
    const mute = await takenChat({ email: null });
    await reply(mute.id, "沒有信箱");
    expect(await statesOf(mute.id)).toEqual([]);
    const { id, to } = await takenChat();
    await reply(id, "來不及了");
    await mailDue();
    await deleteChat({ ...ming, actor: { ...ming.actor, role: "owner" } }, id);
    expect(await deliver(id)).toEqual([]);
    expect(mailsTo(to)).toEqual([]);
  });

  it("go to nobody who was blocked, before the mail or while it waits", async () => {
    const block = (conversationId: string) =>
      shop.ctx.db.visitor.updateMany({
        where: { conversations: { some: { id: conversationId } } },
        data: { blockedAt: new Date(), blockedBy: "小明" },
      });
    const [early, late] = [await takenChat(), await takenChat()];
    for (const { id } of [early, late]) await reply(id, "再見");
    await block(early.id);
    await mailDue();
    await block(late.id);
    for (const { id, to } of [early, late]) {
      expect(await deliver(id)).toEqual([]);
      expect(mailsTo(to)).toEqual([]);
      expect(await statesOf(id)).toEqual([["failed", "visitor_blocked"]]);
    }
  });

  it("say why they couldn't be mailed: no mail server, one that is away and tried again, one that refuses", async () => {
    const { id: none } = await takenChat();
    await reply(none, "沒有設定");
    office.mailer = null;
    await mailDue();
    expect(await statesOf(none)).toEqual([["failed", "mail_none"]]);
    expect(await deliver(none)).toEqual([]);
    office.mailer = createMailer({
      ...{ SMTP_URL: smtp.url, MAIL_FROM: { name: "", address: "dawen@desk.example.com" } },
    });
    const { id, to } = await takenChat();
    await reply(id, "晚點再寄");
    await mailDue();
    smtp.behaviour.answers = { rcpt: "451 4.7.1 later" };
    expect(await deliver(id)).toMatchObject([{ reason: "mail_later" }]);
    expect(await statesOf(id)).toEqual([["queued", "mail_later"]]);
    smtp.behaviour.answers = {};
    await deliver(id, 2);
    expect(await statesOf(id)).toEqual([["mailed", null]]);
    expect(mailsTo(to)).toHaveLength(1);
    const refused = await takenChat();
    await reply(refused.id, "寄不到");
    await mailDue();
    smtp.behaviour.answers = { rcpt: "550 5.1.1 no such user" };
    expect(await deliver(refused.id)).toMatchObject([{ reason: "mail_refused" }]);
    expect(await statesOf(refused.id)).toEqual([["failed", "mail_refused"]]);
  });

  it("are answered to the owner's address where the bot has one", async () => {
    await shop.ctx.db.bot.update({
      where: { id: shop.botId },
      data: { contact: "請打 02-2345-6789 或寄信到 help@tea.example" },
    });
    for (const [asked, words] of [
      [{ text: "配送先を変更できますか" }, "help@tea.example に届きます"],
      [{ text: "배송지를 바꿀 수 있나요" }, "help@tea.example(으)로 전달됩니다"],
      [{ text: "请问可以修改收货地址吗" }, "直接回复这封邮件，会寄到 help@tea.example"],
      [{ text: "May I change the address?" }, "it goes to help@tea.example"],
    ] as const) {
      const { id, to } = await takenChat(asked);
      await reply(id, "OK");
      await mailDue();
      await deliver(id);
      const [mail] = mailsTo(to);
      expect(mail?.headers).toContain("Reply-To: help@tea.example");
      expect(mail?.text).toContain(words);
      expect(mail?.links).toEqual([]);
    }
  });
});
