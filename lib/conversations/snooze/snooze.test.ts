import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { giveBackChats } from "@/lib/conversations/desk/give-back-chats";
import { moveChat } from "@/lib/conversations/desk/move-chat";
import { tellMembers } from "@/lib/conversations/desk/tell-members";
import { getChat } from "@/lib/conversations/inbox/get-chat";
import { getChatPage } from "@/lib/conversations/inbox/get-chat-page";
import { recordVisitorTurn } from "@/lib/conversations/turns/record-visitor-turn";
import { isQuietSince } from "@/lib/conversations/visitor/is-quiet-since";
import { readChatEvents } from "@/lib/conversations/visitor/read-chat-events";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { ActorCtx } from "@/lib/identity/actor";
import { createTestShop, fillChats } from "@/test/fixtures/test-conversations";
import { createTestMember } from "@/test/fixtures/test-member";
import { returnedMail, writeReturnedMail } from "./returned-mail";
import { snoozeChat, snoozeChats, snoozeChatsInput } from "./snooze-chats";
import { wakeChat, wakeChats, wakeMany, wakeManyInput } from "./wake-chats";

let shop: Awaited<ReturnType<typeof createTestShop>>;
let ming: ActorCtx;
let mei: ActorCtx;
beforeAll(async () => {
  shop = await createTestShop();
  [ming, mei] = [await createTestMember(shop, "小明"), await createTestMember(shop, "小美")];
});
afterAll(() => shop.close());

const hour = 3_600_000;
const threeHours = 3 * hour;
const at = (ms: number) => ({ ...shop.ctx, now: () => ms });
const chat = (chatId: string) => shop.exchange(chatId, "請問").then(({ conversationId }) => conversationId);
const says = (chatId: string, wantsPerson = false) =>
  recordVisitorTurn(shop.ctx, {
    ...{ bot: { id: shop.botId, teamId: shop.teamId }, chatId, text: "還在嗎", wantsPerson },
    ...{ domain: null, pageUrl: null, locale: null },
  });
const deskOf = async (id: string, who = ming) => (await getChat(who, id)).chat.chats[0]?.desk;
const isIn = async (view: "snoozed" | "mine" | "waiting" | "unassigned" | "unanswered", id: string) =>
  (await getChatPage(ming, { query: { view } })).chats.some((known) => known.id === id);
const shown = (conversationId: string) => {
  const token = shop.botId.replaceAll("-", "");
  return readChatEvents(shop.ctx, { conversationId, botId: shop.botId, token }, "");
};
const read = (id: string) => shop.ctx.db.conversation.findUniqueOrThrow({ where: { id } });
const auditOf = (targetId: string) =>
  shop.ctx.db.auditEntry.findMany({ where: { targetId }, orderBy: { id: "asc" } });

describe("a snoozed chat", () => {
  it("is out of the other views until its time is there, then with its member again, once on two instances", async () => {
    const id = await chat("web_0000a501");
    await moveChat(ming, id, "take");
    await says("web_0000a501");
    const now = Date.now();
    await snoozeChat(ming, { conversationId: id, until: "later" });
    const snoozed = await deskOf(id, mei);
    expect(snoozed).toMatchObject({ state: "snoozed", assignee: { name: "小明" } });
    expect(Math.abs((snoozed?.until ?? 0) - now - threeHours)).toBeLessThan(60_000);
    expect([await isIn("snoozed", id), await isIn("mine", id), await isIn("unanswered", id)]).toEqual([
      ...[true, false, false],
    ]);
    // Its visitor learns nothing of it.
    const told = await shown(id);
    expect(told?.state).toMatchObject({ handoff: true, person: { name: "小明" } });
    const of = { conversationId: id, botId: shop.botId, token: "" };
    expect(await isQuietSince(shop.ctx, of, told?.turns.at(-1)?.turn_id ?? "")).toBe(false);

    expect(await wakeChats(at(now + threeHours - 60_000))).toBe(0);
    expect(await giveBackChats(at(now + threeHours))).toBe(0);
    const then = now + threeHours + 60_000;
    const woken = await Promise.all([wakeChats(at(then)), wakeChats(at(then))]);
    expect(woken.toSorted()).toEqual([0, 1]);
    expect(await deskOf(id)).toMatchObject({
      ...{ state: "taken", assignee: { name: "小明" }, givenBy: null, until: snoozed?.until, at: then },
    });
    expect([await isIn("snoozed", id), await isIn("mine", id)]).toEqual([false, true]);
    // Whose chat it is has the time to come that they had when they took it.
    expect(await giveBackChats(at(then + 5 * 60_000))).toBe(0);
    expect(await giveBackChats(at(then + 11 * 60_000))).toBe(1);
    expect(await deskOf(id)).toMatchObject({ state: "waiting", assignee: null, until: null });
    expect((await auditOf(id)).map(({ action, actorKind }) => [action, actorKind])).toEqual([
      ["chat.snoozed", "member"],
      ["chat.woken", "system"],
    ]);
  });

  it("waits for anybody where nobody had it", async () => {
    const id = await chat("web_0000a502");
    await snoozeChat(ming, { conversationId: id, until: "later" });
    expect([await isIn("unassigned", id), await isIn("snoozed", id)]).toEqual([false, true]);
    expect((await shown(id))?.state).toEqual({ handoff: false });
    await wakeChats(at(Date.now() + threeHours + 60_000));
    expect(await deskOf(id)).toMatchObject({ state: "waiting", assignee: null });

    const asked = await chat("web_0000a503");
    await says("web_0000a503", true);
    await snoozeChat(ming, { conversationId: asked, until: "later" });
    expect((await shown(asked))?.state.handoff).toBe(true);
  });

  it("is back at once when its visitor writes, with its member, who answers", async () => {
    const id = await chat("web_0000a504");
    await moveChat(ming, id, "take");
    await snoozeChat(ming, { conversationId: id, until: "monday" });
    const { conversation, turn } = await says("web_0000a504");
    expect(conversation.desk).toMatchObject({ state: "taken", assignee: { name: "小明" } });
    expect(turn.state).toBe("complete");
    expect((await read(id)).unanswered).toBe(true);
    await wakeChats(at(Date.now() + 8 * 24 * hour));
    expect((await deskOf(id))?.at).toBe(conversation.desk.at);

    const nobodys = await chat("web_0000a505");
    await snoozeChat(ming, { conversationId: nobodys, until: "monday" });
    const answer = await says("web_0000a505");
    expect(answer.conversation.desk.state).toBe("waiting");
    expect(answer.turn.state).toBe("pending");
  });

  it("comes back by hand, and can be taken, given away, closed and put off anew", async () => {
    const id = await chat("web_0000a506");
    await moveChat(ming, id, "take");
    await snoozeChat(ming, { conversationId: id, until: "later" });
    await snoozeChat(mei, { conversationId: id, until: "monday" });
    expect((await read(id)).snoozedFrom).toBe("taken");
    await wakeChat(mei, { conversationId: id });
    await wakeChat(mei, { conversationId: id });
    expect(await deskOf(id)).toMatchObject({ state: "taken", assignee: { name: "小明" }, until: null });
    expect((await auditOf(id)).map(({ action }) => action)).toEqual([
      ...["chat.snoozed", "chat.snoozed", "chat.woken"],
    ]);
    for (const [move, state] of [
      ["take", "taken"],
      ["hand_back", "bot"],
      ["close", "closed"],
    ] as const) {
      const other = await chat(`web_0000a6${move.length}0`);
      await snoozeChat(ming, { conversationId: other, until: "later" });
      await moveChat(ming, other, move);
      expect(await read(other)).toMatchObject({ state, snoozedUntil: null, snoozedFrom: null });
    }
  });

  it("is refused with its reason where it can't be, and for a time that is none", async () => {
    const id = await chat("web_0000a701");
    const [closed, theirs] = [await chat("web_0000a702"), await chat("web_0000a703")];
    await moveChat(ming, closed, "close");
    await moveChat(mei, theirs, "take");
    const snooze = (conversationId: string, until = "later", by = ming) =>
      snoozeChat(by, { conversationId, until });
    await expect(snooze(closed)).rejects.toMatchObject({ code: "conflict", reason: "snooze_closed" });
    await expect(snooze(theirs)).rejects.toMatchObject({ code: "conflict", reason: "chat_taken" });
    for (const [until, reason] of [
      ["2020-01-01T09:00", "snooze_past"],
      ["2099-01-01T09:00", "snooze_far"],
      ["soon", "snooze_malformed"],
      ["", "snooze_malformed"],
    ] as const)
      await expect(snooze(id, until)).rejects.toMatchObject({ code: "invalid_input", reason });
    const stranger = await createTestMember({ ...shop, teamId: await otherTeam() }, "外人");
    for (const unknown of [() => snooze(uuidv7()), () => snooze(id, "later", stranger)])
      await expect(unknown()).rejects.toMatchObject({ code: "not_found" });
    await expect(wakeChat(stranger, { conversationId: id })).rejects.toMatchObject({ code: "not_found" });
    expect((await read(id)).state).toBe("bot");
  });

  it("is put off with many others, and those that can't be are told of", async () => {
    const ids = await fillChats(shop, 5);
    await moveChat(mei, ids[0] ?? "", "take");
    await moveChat(ming, ids[1] ?? "", "close");
    const input = { conversationIds: [...ids, uuidv7()].join(","), until: "tomorrow" };
    expect(await snoozeChats(ming, snoozeChatsInput.parse(input))).toEqual({
      ...{ done: 3, taken: 1, closed: 1, gone: 1 },
    });
    await expect(
      snoozeChats(ming, snoozeChatsInput.parse({ ...input, until: "2020-01-01T00:00" })),
    ).rejects.toMatchObject({ reason: "snooze_past" });
    const states = await shop.ctx.db.conversation.findMany({ where: { id: { in: ids } } });
    expect(states.filter(({ state }) => state === "snoozed")).toHaveLength(3);
    // More than the job takes in one transaction.
    const many = await fillMore(52);
    await snoozeChats(ming, snoozeChatsInput.parse({ ...input, conversationIds: many.join(",") }));
    expect(await wakeChats(at(Date.now() + 48 * hour))).toBeGreaterThanOrEqual(55);
  });
});

describe("many snoozed chats", () => {
  it("are back at once, each as it was; those that can't be are told of", async () => {
    const ids = await fillMore(3);
    const [first = "", second = "", third = ""] = ids;
    await moveChat(ming, first, "take");
    await snoozeChat(ming, { conversationId: first, until: "later" });
    await snoozeChat(ming, { conversationId: second, until: "later" });
    const input = { conversationIds: [...ids, uuidv7()].join(",") };
    expect(await wakeMany(mei, wakeManyInput.parse(input))).toEqual({ done: 2, already: 1, gone: 1 });
    const states = await Promise.all([first, second, third].map(async (id) => (await read(id)).state));
    expect(states).toEqual(["taken", "waiting", "bot"]);
    expect(await wakeMany(mei, wakeManyInput.parse(input))).toEqual({ done: 0, already: 3, gone: 1 });
    const stranger = await createTestMember({ ...shop, teamId: await otherTeam() }, "外人");
    expect(await wakeMany(stranger, wakeManyInput.parse(input))).toEqual({ done: 0, already: 0, gone: 4 });
  });
});

describe("who had a snoozed chat", () => {
  it("is mailed once that it is back, they alone", async () => {
    const { db } = shop.ctx;
    const li = await createTestMember(shop, "小麗");
    const id = await chat("web_0000a801");
    await moveChat(li, id, "take");
    await snoozeChat(li, { conversationId: id, until: "later" });
    const then = Date.now() + threeHours + 60_000;
    await tellMembers(at(then - 120_000));
    await wakeChats(at(then));
    await Promise.all([tellMembers(at(then)), tellMembers(at(then), shop.teamId)]);
    await tellMembers(at(then + hour));
    const rows = await db.outboxMessage.findMany({ where: { kind: returnedMail.kind } });
    const ofIt = rows
      .map(({ ids }) => Object(ids))
      .filter(({ conversationIds }) => conversationIds.includes(id));
    expect(ofIt.map(({ userId }) => userId)).toEqual([li.actor.userId]);
    const mail = (locale: "zh-TW" | "en") =>
      writeReturnedMail(
        shop.ctx,
        { teamId: shop.teamId, userId: li.actor.userId, conversationIds: [id], locale },
        { baseUrl: "https://chat.example.com", secrets: [], causedAt: new Date() },
      );
    expect(await mail("zh-TW")).toMatchObject({
      ...{ to: li.actor.email, link: `https://chat.example.com/chats/${id}` },
      text: { subject: "有一則延後的對話回來了" },
    });
    expect((await mail("en"))?.text.subject).toBe("A chat you put off is back");
    await moveChat(li, id, "hand_back");
    expect(await mail("en")).toBeNull();
  });
});

async function otherTeam(): Promise<string> {
  const id = uuidv7();
  await shop.ctx.db.team.create({ data: { id, name: "別的店" } });
  return id;
}

/** Chats of a bot of its own: `fillChats` numbers them from the first. */
async function fillMore(count: number): Promise<string[]> {
  const botId = uuidv7();
  const { teamId } = shop;
  await shop.ctx.db.bot.create({
    data: { id: botId, teamId, name: "小壺", widgetToken: botId.replaceAll("-", "") },
  });
  return fillChats({ ...shop, botId }, count);
}
