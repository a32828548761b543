import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseMessageInput } from "@/lib/conversations/receive/message-input";
import { receiveMessage } from "@/lib/conversations/receive/receive-message";
import { uuidv7 } from "@/lib/db/uuidv7";
import { requireWidgetBot } from "@/lib/http/widget/require-widget-bot";
import type { ActorCtx } from "@/lib/identity/actor";
import { getAlertSettings } from "@/lib/teams/alerts/get-alert-settings";
import { updateAlertSettings, updateAlertSettingsInput } from "@/lib/teams/alerts/update-alert-settings";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { createTestMember } from "@/test/fixtures/test-member";
import { moveChat } from "./move-chat";
import { betweenMailsMs, seeFirstMs, tellMembers } from "./tell-members";
import { waitingMail, writeWaitingMail } from "./waiting-mail";

let shop: Awaited<ReturnType<typeof createTestShop>>;
let ming: ActorCtx;
let mei: ActorCtx;
beforeEach(async () => {
  shop = await createTestShop();
  [ming, mei] = [await createTestMember(shop, "小明"), await createTestMember(shop, "小美")];
});
afterEach(() => shop.close());

const minute = 60_000;
const at = (ms: number) => ({ ...shop.ctx, now: () => ms });
async function ask(chatId: string, message = "我要找真人"): Promise<string> {
  const bot = await requireWidgetBot(shop.ctx, shop.botId.replaceAll("-", ""));
  const input = parseMessageInput({ message, chat_id: chatId });
  const asked = await receiveMessage(shop.ctx, bot, { ...input, domain: null, acceptLanguage: null });
  await asked.published;
  return asked.conversationId;
}
async function mailed(): Promise<unknown[]> {
  const rows = await shop.ctx.db.outboxMessage.findMany({
    where: { kind: waitingMail.kind },
    orderBy: { id: "asc" },
  });
  return rows.map(({ ids }) => ids);
}
const told = (member: ActorCtx, ...conversationIds: string[]) => ({
  ...{ teamId: shop.teamId, userId: member.actor.userId, conversationIds, locale: "zh-TW" },
});
const openDashboard = (ms: number) =>
  shop.ctx.db.session.create({
    data: {
      ...{ id: uuidv7(), userId: ming.actor.userId, teamId: shop.teamId, lastSeenAt: new Date(ms) },
      expiresAt: new Date(ms + 86_400_000),
    },
  });
const letter = (conversationIds: string[]) =>
  writeWaitingMail(
    shop.ctx,
    { teamId: shop.teamId, userId: mei.actor.userId, conversationIds, locale: "zh-TW" },
    { baseUrl: "https://chat.example.com", secrets: [], causedAt: new Date() },
  );

describe("members who are told that a visitor waits", () => {
  it("get one mail each at once, also of first words that only ask for a person; nobody is told twice", async () => {
    const chat = await ask("web_0000cc01", "真人");
    await ask("web_0000cc02", "運費多少");
    const runs = await Promise.all([tellMembers(shop.ctx), tellMembers(shop.ctx, shop.teamId)]);
    expect(runs[0] + runs[1]).toBe(2);
    const ids = await mailed();
    expect(ids).toHaveLength(2);
    expect(ids).toEqual(expect.arrayContaining([told(ming, chat), told(mei, chat)]));
    expect(await tellMembers(at(Date.now() + 2 * betweenMailsMs))).toBe(0);
  });

  it("have three minutes to see it on the dashboard where one of them has that open", async () => {
    await openDashboard(Date.now());
    await ask("web_0000cc03");
    expect(await tellMembers(shop.ctx)).toBe(0);
    expect(await tellMembers(at(Date.now() + seeFirstMs + 1_000))).toBe(2);
  });

  it("get one mail for all that came within five minutes", async () => {
    const first = await ask("web_0000cc04");
    expect(await tellMembers(shop.ctx)).toBe(2);
    const more = [await ask("web_0000cc05"), await ask("web_0000cc06")];
    expect(await tellMembers(shop.ctx)).toBe(0);
    expect(await tellMembers(at(Date.now() + betweenMailsMs + 1_000))).toBe(2);
    const ids = await mailed();
    expect(ids).toContainEqual(told(mei, first));
    expect(ids).toContainEqual(told(mei, ...more));
  });

  it("are told again when the chat waits again, and not of chats that somebody took", async () => {
    const chat = await ask("web_0000cc07");
    await tellMembers(shop.ctx);
    await moveChat(ming, chat, "take");
    const later = Date.now() + 2 * betweenMailsMs;
    expect(await tellMembers(at(later))).toBe(0);
    await moveChat(ming, chat, "hand_back");
    await ask("web_0000cc07");
    expect(await tellMembers(at(later))).toBe(2);
  });

  it("are left in peace in their quiet hours, and told afterwards of who still waits", async () => {
    await updateAlertSettings(mei, { quietFrom: "22:00", quietTo: "08:00" });
    await ask("web_0000cc08");
    const night = Date.parse(
      `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T00:00:00+08:00`,
    );
    const ofDay = { stateAt: new Date(night - 30 * minute) };
    await shop.ctx.db.conversation.updateMany({ where: { state: "waiting" }, data: ofDay });
    expect(await tellMembers(at(night))).toBe(1);
    expect(await tellMembers(at(night + 8 * 60 * minute))).toBe(1);
    expect(await mailed()).toHaveLength(2);
  });

  it("get none where they want none", async () => {
    await updateAlertSettings(ming, { alertsMail: false });
    const chat = await ask("web_0000cc09");
    expect(await tellMembers(shop.ctx)).toBe(1);
    expect(await mailed()).toEqual([told(mei, chat)]);
  });
});

describe("the mail", () => {
  it("names the bot and leads to the chat, and isn't sent once nobody waits", async () => {
    const chat = await ask("web_0000cc10");
    expect(await letter([chat])).toMatchObject({
      to: mei.actor.email,
      text: {
        subject: "有一位訪客在等人回覆",
        paragraphs: [expect.stringContaining("「小茶」"), expect.any(String)],
      },
      link: `https://chat.example.com/chats/${chat}`,
    });
    const both = [chat, await ask("web_0000cc11")];
    expect(await letter(both)).toMatchObject({
      text: { subject: "有 2 位訪客在等人回覆" },
      link: "https://chat.example.com/chats",
    });
    for (const id of both) await moveChat(ming, id, "take");
    expect(await letter(both)).toBeNull();
  });
});

describe("a member's settings", () => {
  it("are their own in this team, and quiet hours have two ends", async () => {
    await updateAlertSettings(ming, { alertsSound: false, quietFrom: "22:00", quietTo: "08:00" });
    expect(await getAlertSettings(ming)).toEqual({
      ...{ mail: true, sound: false, quiet: { from: "22:00", to: "08:00" } },
      ...{ digestHour: null, timeZone: "Asia/Taipei", muted: [] },
    });
    expect(await getAlertSettings(mei)).toMatchObject({ mail: true, sound: true, quiet: null });
    await expect(updateAlertSettings(ming, { quietTo: null })).rejects.toMatchObject({
      fields: { quietTo: { fault: "required" } },
    });
    const parse = (quietFrom: string) => updateAlertSettingsInput.safeParse({ quietFrom });
    expect(parse("")).toMatchObject({ success: true, data: { quietFrom: null } });
    for (const wrong of ["24:00", "7:00", "07:60", "半夜", "07:00:00"])
      expect(parse(wrong).success).toBe(false);
  });
});
