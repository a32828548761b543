import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { moveChat } from "@/lib/conversations/desk/move-chat";
import { replyToChat } from "@/lib/conversations/desk/reply-to-chat";
import { foldLead } from "@/lib/conversations/receive/fold-lead";
import { recordVisitorTurn } from "@/lib/conversations/turns/record-visitor-turn";
import { leads as words } from "@/lib/i18n/catalog/zh-TW/leads";
import type { ActorCtx } from "@/lib/identity/actor";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { createTestMember } from "@/test/fixtures/test-member";
import { countOpenLeads } from "./count-open-leads";
import { foldLeads } from "./fold-leads";
import type { LeadQuery } from "./lead-query";
import { type LeadCursor, listLeads } from "./list-leads";
import { writeLeads } from "./write-leads";

type Shop = Awaited<ReturnType<typeof createTestShop>>;
type Left = { name?: string; phone?: string; email?: string; question: string; domain?: string };

let shop: Shop;
let ming: ActorCtx;
beforeAll(async () => {
  shop = await createTestShop();
  ming = await createTestMember(shop, "小明");
});
afterAll(() => shop.close());

let chats = 0;
/** Leaves a contact as the form does; returns the chat's id. */
async function leave(
  { name, phone, email, question, domain }: Left,
  { of = shop, consent = null }: { of?: Shop; consent?: { text: string; url: string | null } | null } = {},
): Promise<string> {
  const contact = { phone: phone ?? null, email: email ?? null };
  const said = { ...contact, name: name ?? null, question, domain: domain ?? null };
  const { conversation } = await recordVisitorTurn(of.ctx, {
    bot: { id: of.botId, teamId: of.teamId },
    chatId: `web_${String(++chats).padStart(8, "0")}`,
    ...{ text: question, domain: said.domain, pageUrl: null, locale: null, wantsPerson: true },
    visitor: name === undefined ? null : { name, email: null, traits: {} },
    contact,
    lead: { question, folded: foldLead(said), consent },
  });
  return conversation.id;
}

const ids = async (query: LeadQuery, ctx: ActorCtx = ming) =>
  (await listLeads(ctx, { query, limit: 50 })).leads.map(({ id }) => id);

async function collect(pieces: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

describe("the list of leads", () => {
  it("has who left a contact, the newest first, and nobody else", async () => {
    await shop.exchange("web_0000aa01", "運費多少");
    const first = await leave({
      name: "王小明",
      phone: "0912-345-678",
      question: "可以改地址嗎",
      domain: "tea.example",
    });
    const second = await leave({ email: "mei@example.com", question: "有臺灣茶嗎" });
    const { leads, next } = await listLeads(ming, { query: {}, limit: 50 });
    expect(next).toBeNull();
    expect(leads).toMatchObject([
      {
        id: second,
        name: null,
        phone: null,
        email: "mei@example.com",
        question: "有臺灣茶嗎",
        state: "open",
      },
      { id: first, name: "王小明", phone: "0912-345-678", bot: "小茶", domain: "tea.example", consent: null },
    ]);
    expect(await ids({}, shop.strangerCtx)).toEqual([]);
    expect(await countOpenLeads(shop.strangerCtx)).toBe(0);
    expect(await countOpenLeads(ming)).toBe(2);
  });

  it("finds them by other written forms, and numbers by their digits", async () => {
    const id = await leave({
      name: "陳大華",
      phone: "+886 922-111-333",
      question: "臺北門市幾點開",
      domain: "tw.example",
    });
    for (const q of [
      "台北门市",
      "陳大华",
      "0922111333",
      "0922-111",
      "(0922) 111",
      "TW.EXAMPLE",
      "９２２１１１",
    ])
      expect([q, await ids({ q })]).toEqual([q, [id]]);
    for (const q of ["0922111334", "100%_", "高雄", "陳 · 大"])
      expect([q, await ids({ q })]).toEqual([q, []]);
    expect((await ids({ q: "   " })).length).toBeGreaterThan(2);
  });

  it("knows what is open, answered and closed, and a lead whose visitor asks again is open", async () => {
    const open = await leave({ phone: "02-1111-1111", question: "狀態一" });
    const replied = await leave({ phone: "02-1111-1112", question: "狀態二" });
    await moveChat(ming, replied, "take");
    expect((await ids({ state: "open" })).slice(0, 2)).toEqual([replied, open]);
    await replyToChat(ming, { conversationId: replied, text: "可以", key: crypto.randomUUID() });
    const back = await leave({ phone: "02-1111-1113", question: "狀態三" });
    await moveChat(ming, back, "hand_back");
    const closed = await leave({ phone: "02-1111-1114", question: "狀態四" });
    await moveChat(ming, closed, "close");
    const before = await countOpenLeads(ming);
    expect(await ids({ q: "狀態", state: "open" })).toEqual([open]);
    expect(await ids({ q: "狀態", state: "answered" })).toEqual([back, replied]);
    expect(await ids({ q: "狀態", state: "closed" })).toEqual([closed]);
    const { chatId } = await shop.ctx.db.conversation.findUniqueOrThrow({ where: { id: closed } });
    await recordVisitorTurn(shop.ctx, {
      bot: { id: shop.botId, teamId: shop.teamId },
      ...{ chatId, text: "還是找真人", domain: null, pageUrl: null, locale: null, wantsPerson: true },
    });
    expect(await ids({ q: "狀態", state: "open" })).toEqual([closed, open]);
    expect(await countOpenLeads(ming)).toBe(before + 1);
  });

  it("narrows to a bot and to days of the team's time zone", async () => {
    const id = await leave({ phone: "02-2222-2222", question: "日期" });
    // In Taipei the 2nd has begun.
    await shop.ctx.db.conversation.update({
      where: { id },
      data: { leadAt: new Date("2020-03-01T16:30:00Z") },
    });
    expect(await ids({ from: "2020-03-02", to: "2020-03-02" })).toEqual([id]);
    expect(await ids({ from: "2020-03-01", to: "2020-03-01" })).toEqual([]);
    expect(await ids({ bot: shop.botId, to: "2020-03-02" })).toEqual([id]);
    expect(await ids({ bot: shop.teamId })).toEqual([]);
    await shop.ctx.db.bot.update({ where: { id: shop.botId }, data: { deletedAt: new Date() } });
    expect(await ids({})).toEqual([]);
    expect(await countOpenLeads(ming)).toBe(0);
    await shop.ctx.db.bot.update({ where: { id: shop.botId }, data: { deletedAt: null } });
  });

  it("goes on page by page, in a search too, and refuses a place that is none", async () => {
    const left = [];
    for (let number = 0; number < 5; number++)
      left.unshift(await leave({ phone: "02-3333-3333", question: "頁" }));
    // Of the same moment.
    await shop.ctx.db.conversation.updateMany({ where: { id: { in: left } }, data: { leadAt: new Date() } });
    left.sort((a, b) => (a < b ? 1 : -1));
    for (const query of [{ q: "頁" }, { from: "2020-01-01", bot: shop.botId, q: "0233333333" }]) {
      const found: string[] = [];
      let before: LeadCursor | undefined;
      for (let page = 0; page < 5; page++) {
        const { leads, next } = await listLeads(ming, { query, before, limit: 2 });
        found.push(...leads.map(({ id }) => id));
        if (!next) break;
        before = next;
      }
      expect(found).toEqual(left);
    }
    for (const before of [
      { at: -1, id: left[0] ?? "" },
      { at: 9e15, id: left[0] ?? "" },
      { at: 1, id: "x" },
    ])
      await expect(listLeads(ming, { query: {}, before, limit: 2 })).rejects.toMatchObject({
        code: "invalid_input",
      });
  });

  it("finds leads of an earlier release as they stand, and folded soon after the start", async () => {
    const id = await leave({ name: "舊客", phone: "0933-444-555", question: "早期的問題" });
    await shop.ctx.db.conversation.update({ where: { id }, data: { leadFolded: null } });
    expect(await ids({ q: "早期的問題" })).toEqual([]);
    await shop.ctx.db.conversation.update({ where: { id }, data: { leadQuestion: "EARLY 1" } });
    expect(await ids({ q: "early 1" })).toEqual([id]);
    expect(await foldLeads(shop.ctx)).toBe(1);
    expect(await ids({ q: "舊客" })).toEqual([id]);
    expect(await ids({ q: "0933444555" })).toEqual([id]);
    expect(await foldLeads(shop.ctx)).toBe(0);
  });
});

describe("the file of leads", () => {
  it("is CSV that spreadsheets open as text, with what was agreed to", async () => {
    const own = await createTestShop();
    const member = await createTestMember(own, "小美");
    const consent = { text: "我同意", url: "https://shop.example/privacy" };
    const id = await leave(
      {
        name: '=HYPERLINK("http://evil")',
        phone: "0912345678",
        email: "a@b.example",
        question: '他說"好",\n@我',
      },
      { of: own, consent },
    );
    await own.ctx.db.conversation.update({
      where: { id },
      data: { leadAt: new Date("2020-03-01T16:30:05Z"), consentAt: new Date("2020-03-01T16:30:05Z") },
    });
    await leave({ name: "＝1", phone: "+886-2-1234", question: "-1+1" }, { of: own });
    const place = { ...words, timeZone: "Asia/Taipei", chatsUrl: "https://chat.example/chats" };
    const text = (await collect(writeLeads(member, {}, place))).join("");
    const [head, newest, ...oldest] = text.split("\r\n");
    expect(head).toBe(
      '\uFEFF"時間","狀態","稱呼","電話","Email","想問什麼","機器人","網站","同意了什麼","同意的時間","當時的隱私權政策","對話"',
    );
    expect(newest).toContain(`,"'＝1","'+886-2-1234","","'-1+1","小茶",`);
    expect(oldest).toEqual([
      `"2020-03-02 00:30:05","還沒回覆","'=HYPERLINK(""http://evil"")","'0912345678","a@b.example","他說""好"",\n@我","小茶","",` +
        `"我同意","2020-03-02 00:30:05","https://shop.example/privacy","https://chat.example/chats/${id}"`,
      "",
    ]);
    const others = await collect(writeLeads(ming, { q: "HYPERLINK" }, place));
    expect(others.join("").split("\r\n")).toHaveLength(2);
    await own.close();
  });
});
