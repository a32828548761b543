import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ActorCtx } from "@/lib/identity/actor";
import { updateAlertSettings, updateAlertSettingsInput } from "@/lib/teams/alerts/update-alert-settings";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { createTestMember } from "@/test/fixtures/test-member";
import { digestMail, writeDigestMail } from "./digest-mail";
import { sendDigests } from "./send-digests";

let shop: Awaited<ReturnType<typeof createTestShop>>;
let ming: ActorCtx;
beforeEach(async () => {
  shop = await createTestShop();
  ming = await createTestMember(shop, "小明");
});
afterEach(() => shop.close());

const taipei = (time: string) => Date.parse(`${time}:00+08:00`);
const at = (time: string) => ({ ...shop.ctx, now: () => taipei(time) });
const choose = (member: ActorCtx, time: string, digestHour: number | null) =>
  updateAlertSettings({ ...member, now: () => taipei(time) }, { digestHour });
async function sent(): Promise<unknown[]> {
  const rows = await shop.ctx.db.outboxMessage.findMany({ where: { kind: digestMail.kind } });
  return rows.map(({ ids }) => ids);
}
const count = (time: string, counts: Partial<Record<"newChats" | "visitorTurns" | "unanswered", number>>) =>
  shop.ctx.db.quarterCount.create({
    data: {
      ...{ teamId: shop.teamId, botId: shop.botId, at: new Date(taipei(time)) },
      ...{ visitorTurns: 0, answeredTurns: 0, newChats: 0, byDocuments: 0, byModel: 0, bySmallTalk: 0 },
      ...{ byUnknown: 0, personWishes: 0, unanswered: 0, ratedUp: 0, ratedDown: 0, ...counts },
    },
  });
const day = { from: taipei("2026-11-29T09:00"), until: taipei("2026-11-30T09:00") };
const letter = () =>
  writeDigestMail(
    shop.ctx,
    { teamId: shop.teamId, userId: ming.actor.userId, locale: "zh-TW", ...day },
    { baseUrl: "https://chat.example.com", secrets: [], causedAt: new Date(day.until) },
  );

describe("a member's digest", () => {
  it("is sent once each day at the hour they chose, first of all the next time it strikes", async () => {
    await choose(ming, "2026-11-29T09:30", 9);
    expect(await sendDigests(at("2026-11-30T08:59"))).toBe(0);
    const runs = await Promise.all([
      sendDigests(at("2026-11-30T09:00")),
      sendDigests(at("2026-11-30T09:00")),
    ]);
    expect(runs[0] + runs[1]).toBe(1);
    expect(await sent()).toEqual([
      { teamId: shop.teamId, userId: ming.actor.userId, locale: "zh-TW", ...day },
    ]);
    expect(await sendDigests(at("2026-12-01T08:59"))).toBe(0);
    expect(await sendDigests(at("2026-12-01T09:01"))).toBe(1);
  });

  it("isn't sent of a day that ended hours ago, nor to who wants none", async () => {
    await choose(ming, "2026-11-29T08:00", 23);
    expect(await sendDigests(at("2026-11-30T05:01"))).toBe(0);
    // An hour before midnight, found after it.
    expect(await sendDigests(at("2026-11-30T04:59"))).toBe(1);
    await choose(ming, "2026-11-30T10:00", null);
    expect(await sendDigests(at("2026-11-30T23:01"))).toBe(0);
  });

  it("keeps to the team's clock when that is changed for summer", async () => {
    await shop.ctx.db.team.update({ where: { id: shop.teamId }, data: { timeZone: "Europe/Berlin" } });
    const summer = Date.parse("2026-03-29T09:00:00+02:00");
    await updateAlertSettings({ ...ming, now: () => summer - 86_400_000 }, { digestHour: 9 });
    expect(await sendDigests({ ...shop.ctx, now: () => summer - 1 })).toBe(0);
    expect(await sendDigests({ ...shop.ctx, now: () => summer })).toBe(1);
    expect(await sent()).toMatchObject([{ from: summer - 23 * 3_600_000, until: summer }]);
  });

  it("counts its day only, and says what waits now", async () => {
    await count("2026-11-29T08:45", { newChats: 100, visitorTurns: 100 });
    await count("2026-11-29T09:00", { newChats: 2, visitorTurns: 5, unanswered: 1 });
    await count("2026-11-30T08:45", { newChats: 1, visitorTurns: 2 });
    await count("2026-11-30T09:00", { newChats: 100, visitorTurns: 100 });
    expect(await letter()).toEqual({
      to: ming.actor.email,
      text: {
        subject: "每日摘要：3 則新對話",
        paragraphs: [
          "2026年11月29日 上午9:00 到 2026年11月30日 上午9:00：3 則新對話，訪客說了 7 句。",
          "1 次在知識裡找不到答案。把答案加進知識，下次就答得出來。",
          "想改時間，或不想再收到摘要，請到「帳號」頁修改。",
        ],
        action: "看對話",
      },
      link: "https://chat.example.com/chats",
    });
  });

  it("isn't written where nobody came and nobody waits, nor for who has left, nor of bots in the bin", async () => {
    expect(await letter()).toBeNull();
    await count("2026-11-29T10:00", { newChats: 1, visitorTurns: 1 });
    expect(await letter()).not.toBeNull();
    await shop.ctx.db.bot.update({ where: { id: shop.botId }, data: { deletedAt: new Date() } });
    expect(await letter()).toBeNull();
    await shop.ctx.db.bot.update({ where: { id: shop.botId }, data: { deletedAt: null } });
    await shop.ctx.db.membership.deleteMany({ where: { userId: ming.actor.userId } });
    expect(await letter()).toBeNull();
  });
});

describe("the hour", () => {
  it("is a whole one, or none", () => {
    const parse = (digestHour: string) => updateAlertSettingsInput.safeParse({ digestHour });
    expect(["", "0", "9", "23"].map((hour) => parse(hour).data?.digestHour)).toEqual([null, 0, 9, 23]);
    for (const wrong of ["24", "-1", "09", "9.5", "九", "1e1"]) expect(parse(wrong).success).toBe(false);
  });
});
