import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { getAvailability } from "@/lib/bots/hours/get-availability";
import { countDay } from "@/lib/conversations/digest/count-day";
import { listWaiting } from "@/lib/conversations/inbox/list-waiting";
import { countOpenLeads } from "@/lib/conversations/leads/count-open-leads";
import { recordVisitorTurn } from "@/lib/conversations/turns/record-visitor-turn";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { ActorCtx } from "@/lib/identity/actor";
import { processWide } from "@/lib/process-wide";
import { getAlertSettings } from "@/lib/teams/alerts/get-alert-settings";
import { listBotAlerts } from "@/lib/teams/alerts/list-bot-alerts";
import { setBotAlerts } from "@/lib/teams/alerts/set-bot-alerts";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { createTestMember } from "@/test/fixtures/test-member";
import { assignChat } from "./assign-chat";
import { givenMail } from "./given-mail";
import { seeFirstMs, tellMembers } from "./tell-members";
import { waitingMail } from "./waiting-mail";

let shop: Awaited<ReturnType<typeof createTestShop>>;
let ming: ActorCtx;
let mei: ActorCtx;
/** The team's other bot. */
let other: string;
beforeEach(async () => {
  shop = await createTestShop();
  [ming, mei] = [await createTestMember(shop, "小明"), await createTestMember(shop, "小美")];
  other = uuidv7();
  await shop.ctx.db.bot.create({
    data: { id: other, teamId: shop.teamId, name: "退貨", widgetToken: other.replaceAll("-", "") },
  });
});
afterEach(() => shop.close());

let chats = 0;
async function ask(botId: string): Promise<string> {
  const { conversation } = await recordVisitorTurn(shop.ctx, {
    bot: { id: botId, teamId: shop.teamId },
    chatId: `web_${String(++chats).padStart(8, "0")}`,
    ...{ text: "找真人", domain: null, pageUrl: null, locale: null, wantsPerson: true },
    contact: { phone: "02-2345-6789", email: null },
    lead: { question: "找真人", folded: "", consent: null },
  });
  return conversation.id;
}
const mute = (member: ActorCtx, botId: string) => setBotAlerts(member, { botId, isOn: false });
const hear = (member: ActorCtx, botId: string) => setBotAlerts(member, { botId, isOn: true });
const openDashboard = ({ actor }: ActorCtx) =>
  shop.ctx.db.session.create({
    data: {
      ...{ id: uuidv7(), userId: actor.userId, teamId: shop.teamId, lastSeenAt: new Date() },
      expiresAt: new Date(Date.now() + 86_400_000),
    },
  });
const mails = async (kind: string) =>
  (await shop.ctx.db.outboxMessage.findMany({ where: { kind } })).map(({ ids }) => ids);

describe("a member who turned a bot off", () => {
  it("is mailed of the others' visitors only, and of a chat of any that a colleague gives them", async () => {
    await mute(ming, other);
    const [shops, others] = [await ask(shop.botId), await ask(other)];
    expect(await tellMembers(shop.ctx)).toBe(2);
    const told = await mails(waitingMail.kind);
    expect(told).toContainEqual(
      expect.objectContaining({ userId: ming.actor.userId, conversationIds: [shops] }),
    );
    expect(told).toContainEqual(
      expect.objectContaining({ userId: mei.actor.userId, conversationIds: [shops, others] }),
    );
    await assignChat(mei, { conversationId: others, userId: ming.actor.userId, from: "" });
    const ctx = { ...shop.ctx, now: () => Date.now() + 10 * 60_000 };
    await tellMembers(ctx);
    expect(await mails(givenMail.kind)).toMatchObject([
      { userId: ming.actor.userId, conversationIds: [others] },
    ]);
  });

  it("doesn't hold a mail back by having the dashboard open", async () => {
    await mute(ming, other);
    await openDashboard(ming);
    await ask(other);
    expect(await tellMembers(shop.ctx)).toBe(1);
    await ask(shop.botId);
    expect(await tellMembers({ ...shop.ctx, now: () => Date.now() + seeFirstMs - 10_000 })).toBe(0);
  });

  it("finds its visitors in no count of theirs, and all of them in the list", async () => {
    await mute(ming, other);
    const shops = await ask(shop.botId);
    await ask(other);
    const counted = async (member: ActorCtx) => {
      const day = { from: new Date(0), until: new Date(0) };
      const { waiting, openLeads } = await countDay(shop.ctx.db, { ...member.actor, ...day });
      return [(await listWaiting(member, { onlyTold: true })).length, waiting, openLeads];
    };
    expect(await counted(ming)).toEqual([1, 1, 1]);
    expect(await counted(mei)).toEqual([2, 2, 2]);
    expect((await listWaiting(ming, { onlyTold: true })).map(({ id }) => id)).toEqual([shops]);
    expect([await countOpenLeads(ming), await countOpenLeads(mei)]).toEqual([1, 2]);
    expect(await listWaiting(ming)).toHaveLength(2);
    expect((await getAlertSettings(ming)).muted).toEqual([other]);
    await hear(ming, other);
    expect(await counted(ming)).toEqual([2, 2, 2]);
  });

  it("isn't somebody who is there for its visitors", async () => {
    await mute(ming, other);
    await openDashboard(ming);
    const { db } = shop.ctx;
    const isThere = async (id: string) => {
      processWide("members-there", () => {
        throw new Error("nobody asked yet");
      }).clear();
      const bot = await db.bot.findUniqueOrThrow({ where: { id } });
      return (await getAvailability(shop.ctx, bot)).isSomebodyThere;
    };
    await getAvailability(shop.ctx, await db.bot.findUniqueOrThrow({ where: { id: other } }));
    expect([await isThere(shop.botId), await isThere(other)]).toEqual([true, false]);
    await openDashboard(mei);
    expect(await isThere(other)).toBe(true);
  });

  it("is told again once everybody turned it off, until somebody hears of it", async () => {
    for (const member of [ming, mei]) await mute(member, other);
    await mute(mei, other);
    await ask(other);
    expect(await tellMembers(shop.ctx)).toBe(2);
    expect(await listBotAlerts(ming)).toEqual([
      { id: shop.botId, name: "小茶", isOn: true, isOffForAll: false },
      { id: other, name: "退貨", isOn: false, isOffForAll: true },
    ]);
    expect((await getAlertSettings(ming)).muted).toEqual([]);
    await hear(mei, other);
    expect((await getAlertSettings(ming)).muted).toEqual([other]);
  });

  it("can't do so for a bot that their team doesn't have", async () => {
    await expect(mute(shop.strangerCtx, other)).rejects.toMatchObject({ code: "not_found" });
    await shop.ctx.db.bot.update({ where: { id: other }, data: { deletedAt: new Date() } });
    await expect(mute(ming, other)).rejects.toMatchObject({ code: "not_found" });
  });
});
