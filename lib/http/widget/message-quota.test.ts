import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { backgroundWorkDone } from "@/lib/background-work";
import { forgetBotToken, getBotByToken } from "@/lib/bots/token/get-bot-by-token";
import type { Ctx } from "@/lib/context";
import type { MessageAnswer } from "@/lib/contract/message";
import { countTurns } from "@/lib/conversations/counts/count-turns";
import { settleUsage } from "@/lib/conversations/counts/settle-usage";
import { completeMessagesJob } from "@/lib/conversations/turns/complete-messages";
import { uuidv7 } from "@/lib/db/uuidv7";
import { widgetErrorWords } from "@/lib/i18n/words/widget-errors";
import { createKv } from "@/lib/kv/client";
import { usageKey } from "@/lib/kv/keys";
import type { Kv } from "@/lib/kv/kv";
import { LocalLimiter } from "@/lib/kv/limits/local-limiter";
import { createMailer, getMailer } from "@/lib/mail/mailer";
import { setPlanCommand } from "@/lib/plans/plan-commands";
import { plans } from "@/lib/plans/plans";
import { countMonth } from "@/lib/plans/quota/count-month";
import { monthOf } from "@/lib/plans/quota/month-of";
import { readMonth } from "@/lib/plans/quota/read-month";
import { randomHex } from "@/lib/random-hex";
import { withRequest } from "@/lib/request-context";
import { writePlanMail } from "@/lib/teams/plan/plan-mail";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { createTestMember } from "@/test/fixtures/test-member";
import { answerWidgetMessage } from "./answer-widget-message";

vi.mock("@/lib/mail/mailer", async (original) => ({
  ...(await original<typeof import("@/lib/mail/mailer")>()),
  getMailer: vi.fn(() => null),
}));

const limit = plans.trial.limits.messages;
const resting = "不好意思，我現在沒辦法回答問題。";
type Shop = Awaited<ReturnType<typeof createTestShop>>;
let all: Shop;
let shop: Pick<Shop, "ctx" | "teamId" | "botId">;
let now: number;
let other: Ctx;

beforeAll(async () => {
  vi.stubEnv("PLANS", "on");
  vi.stubEnv("LIMIT_BOT_PER_MINUTE", "0");
  all = await createTestShop();
  now = Date.parse("2031-05-10T12:00:00Z");
  await all.ctx.db.checkpoint.create({ data: { job: completeMessagesJob, at: new Date(now) } });
});
beforeEach(async () => {
  now = Date.parse("2031-05-10T12:00:00Z");
  const [teamId, botId] = [uuidv7(), uuidv7()];
  shop = { ctx: { ...all.ctx, now: () => now }, teamId, botId };
  // Another instance: it knows of the others by the store only.
  other = { ...shop.ctx, kv: { ...shop.ctx.kv, localLimiter: new LocalLimiter() } };
  await all.ctx.db.team.create({ data: { id: teamId, name: "茶行", plan: "trial" } });
  await all.ctx.db.bot.create({ data: { id: botId, teamId, name: "小茶", widgetToken: tokenOf(botId) } });
});
afterAll(async () => {
  await backgroundWorkDone();
  await all.close();
});

const tokenOf = (botId: string) => botId.replaceAll("-", "");
const forget = () => forgetBotToken(tokenOf(shop.botId));
let addresses = 0;
type Said = { chat?: string; message?: string; key?: string; through?: Ctx; wantsPerson?: boolean };
async function say({
  chat = `web_${randomHex(8)}`,
  message = "請問幾點開門？",
  key,
  through,
  wantsPerson,
}: Said = {}) {
  const ctx = through ?? shop.ctx;
  const token = tokenOf(shop.botId);
  const bot = await getBotByToken(ctx, token);
  if (!bot) throw new Error("no bot");
  const asked = {
    ...{
      idempotencyKey: key ?? null,
      acceptLanguage: "zh-TW",
      userAgent: null,
      visitorKey: null,
      domain: null,
    },
    body: { token, chat_id: chat, message, ...(wantsPerson && { wants_person: true }) },
    words: () => widgetErrorWords["zh-TW"],
  };
  const client = `198.51.${Math.floor(++addresses / 250)}.${addresses % 250}`;
  const answer = await withRequest({ id: "t", isReached: true, isMalformed: false, client }, async () => {
    const make = await answerWidgetMessage(ctx, bot, asked);
    return make();
  });
  return answer as MessageAnswer;
}
const isResting = ({ reply }: { reply: string }) => reply.startsWith(resting);
const month = (at = now) => monthOf(at, "Asia/Taipei");
async function used(at = now) {
  await backgroundWorkDone();
  return readMonth(shop.ctx, shop.teamId, month(at));
}
const archived = (at = now) => countMonth(shop.ctx, shop.teamId, month(at));

/** So many answered turns, in the archive only. */
async function fill(count: number, at = now - 60_000) {
  const { teamId, botId } = shop;
  const id = uuidv7(at);
  const visitor = await shop.ctx.db.visitor.create({ data: { id, teamId, botId } });
  const chat = {
    id,
    teamId,
    botId,
    visitorId: visitor.id,
    chatId: `web_${randomHex(8)}`,
    lastAsked: "問",
    lastTurnMs: 1n,
  };
  await shop.ctx.db.conversation.create({ data: { ...chat, lastActivityAt: new Date(at) } });
  const data = Array.from({ length: count }, () => ({
    ...{ id: uuidv7(at), teamId, botId, conversationId: id, bubbles: ["問"], folded: "問" },
    ...{ author: "visitor" as const, state: "complete" as const },
  }));
  await shop.ctx.db.message.createMany({ data });
}

it("lets exactly as many through as the plan has, of many at once on two instances; the archive says the same", async () => {
  await fill(limit - 20);
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, at) => say({ through: at % 2 ? other : shop.ctx })),
  );
  expect(answers.filter((answer) => !isResting(answer))).toHaveLength(20);
  const [over] = answers.filter(isResting);
  expect(over).toMatchObject({
    success: true,
    answered: false,
    handoff: false,
    extra_replies: [],
    sources: [],
  });
  expect(over?.reply).toContain("找真人");
  expect(await used()).toBe(limit);
  expect(await archived()).toBe(limit);
  // Those beyond are in the archive as well, where staff read them.
  expect(await shop.ctx.db.message.count({ where: { teamId: shop.teamId, overQuota: true } })).toBe(40);
});

it("over the quota a person may still be asked for, by the button and in words, and a member's chat goes on", async () => {
  await fill(limit);
  expect(await say()).toSatisfy(isResting);
  expect(await say({ wantsPerson: true })).toMatchObject({ success: true, handoff: true });
  const chat = "web_00000001";
  expect(await say({ chat, message: "找真人" })).toMatchObject({ handoff: true });
  const ming = await createTestMember(shop, "小明");
  await shop.ctx.db.conversation.updateMany({
    where: { chatId: chat },
    data: { state: "taken", assigneeId: ming.actor.userId },
  });
  expect((await say({ chat, message: "在嗎" })).reply).toContain("小明");
  expect(await archived()).toBe(limit);
});

it("counts a resend once, and gives it the first answer on either side of the quota", async () => {
  await fill(limit - 1);
  const sent = { chat: "web_00000002", key: randomHex(32) };
  const [first, meanwhile] = await Promise.all([say(sent), say(sent)]);
  expect(isResting(first)).toBe(false);
  expect(meanwhile.turn_id).toBe(first.turn_id);
  expect(await used()).toBe(limit);
  const late = { chat: "web_00000003", key: randomHex(32) };
  const over = await say(late);
  expect(over).toSatisfy(isResting);
  expect(await say({ ...sent, through: other })).toMatchObject({
    reply: first.reply,
    turn_id: first.turn_id,
  });
  now += 1_000;
  await setPlanCommand(shop.ctx, { team: shop.teamId, plan: "starter", until: null });
  forget();
  expect(await say(late)).toMatchObject({ reply: over.reply, turn_id: over.turn_id });
  expect(isResting(await say())).toBe(false);
  expect(await used()).toBe(limit + 1);
  expect(await archived()).toBe(limit + 1);
});

it("counts neither what a paused bot refuses, nor what fails, nor a message that is malformed", async () => {
  await say();
  await shop.ctx.db.bot.update({ where: { id: shop.botId }, data: { enabled: false } });
  forget();
  expect(await say()).toMatchObject({ success: false });
  await shop.ctx.db.bot.update({ where: { id: shop.botId }, data: { enabled: true } });
  forget();
  await expect(say({ message: "" })).rejects.toMatchObject({ reason: "message_empty" });
  await expect(say({ key: "鑰匙" })).rejects.toMatchObject({ reason: "idempotency_key_malformed" });
  const chat = "web_00000004";
  const key = randomHex(32);
  await say({ chat, key });
  await expect(say({ chat, key, message: "別的" })).rejects.toMatchObject({
    reason: "idempotency_key_reused",
  });
  const db = new Proxy(shop.ctx.db, { get: () => () => Promise.reject(new Error("away")) });
  await expect(say({ through: { ...shop.ctx, db } })).rejects.toThrow();
  expect(await used()).toBe(2);
  expect(await archived()).toBe(2);
});

it("is passed while the store is away; afterwards the archive raises the counter", async () => {
  await fill(limit - 2);
  await say();
  const gone = createKv({ KV_REST_API_URL: "http://127.0.0.1:4", KV_REST_API_TOKEN: "none" });
  const away = { ...shop.ctx, kv: { ...gone, localLimiter: new LocalLimiter() } satisfies Kv };
  for (const _ of [1, 2, 3]) expect(await say({ through: away })).not.toSatisfy(isResting);
  await backgroundWorkDone();
  await gone.close();
  expect(await used()).toBe(limit - 1);
  await settleUsage(shop.ctx);
  expect(await used()).toBe(limit + 2);
  expect(await say()).toSatisfy(isResting);
});

it("is made of the archive again where the store lost it, also of what retention took and of deleted bots", async () => {
  await fill(30, now - 3 * 86_400_000);
  await countTurns(shop.ctx);
  await shop.ctx.db.conversation.deleteMany({ where: { teamId: shop.teamId } });
  const gone = uuidv7();
  await shop.ctx.db.monthUsage.create({
    data: { teamId: shop.teamId, botId: gone, month: new Date("2031-05-01"), turns: 5 },
  });
  for (const _ of [1, 2, 3]) await say();
  expect(await used()).toBe(38);
  await shop.ctx.kv.redis.del(usageKey(shop.teamId, "2031-05"));
  expect(await used()).toBe(38);
  now += 1_000;
  // Several at once, on both instances: it is made once.
  await Promise.all([say(), say({ through: other }), say(), say({ through: other })]);
  expect(await used()).toBe(42);
  expect(await shop.ctx.kv.redis.pttl(usageKey(shop.teamId, "2031-05"))).toBeGreaterThan(31 * 86_400_000);
});

it("begins anew with the month of the team's time zone, to the millisecond", async () => {
  const end = Date.parse("2031-05-31T16:00:00Z");
  now = end - 1;
  await fill(limit, now - 1_000);
  expect(await say()).toSatisfy(isResting);
  now = end;
  expect(await say()).not.toSatisfy(isResting);
  expect([await used(end - 1), await used(end)]).toEqual([limit, 1]);
  // In New York it is May still.
  await shop.ctx.db.team.update({ where: { id: shop.teamId }, data: { timeZone: "America/New_York" } });
  forget();
  await shop.ctx.kv.redis.del(usageKey(shop.teamId, "2031-05"));
  expect(await say()).toSatisfy(isResting);
});

it("a trial that ends in mid-chat answers no more from that moment, and a new plan does again", async () => {
  const until = await setPlanCommand(shop.ctx, { team: shop.teamId, plan: "trial", until: "2031-05-10" });
  expect(until.until).toBe("2031-05-10");
  forget();
  const chat = "web_00000005";
  now = Date.parse("2031-05-10T15:59:59.999Z");
  expect(await say({ chat })).not.toSatisfy(isResting);
  now += 1;
  expect(await say({ chat })).toSatisfy(isResting);
  expect(await say({ chat, message: "我要找真人" })).toMatchObject({ handoff: true });
  await setPlanCommand(shop.ctx, { team: shop.teamId, plan: "unlimited", until: null });
  forget();
  expect(await say({ chat: "web_00000006" })).not.toSatisfy(isResting);
});

it("mails the owners at 80 and 100 percent, once each a month, and jumps over what is passed", async () => {
  vi.mocked(getMailer).mockReturnValue(
    createMailer({ SMTP_URL: "smtp://127.0.0.1:4", MAIL_FROM: { name: "", address: "a@example.com" } }),
  );
  const ming = await createTestMember(shop, "小明");
  await shop.ctx.db.membership.updateMany({ where: { userId: ming.actor.userId }, data: { role: "owner" } });
  const sent = async () => {
    await backgroundWorkDone();
    const rows = await shop.ctx.db.outboxMessage.findMany({
      where: { kind: "plan-mail", teamId: shop.teamId },
      orderBy: { id: "asc" },
    });
    return rows.map(({ ids }) => Object(ids).share);
  };
  await fill(limit * 0.8 - 2);
  await say();
  expect(await sent()).toEqual([]);
  await Promise.all([say(), say({ through: other }), say()]);
  expect(await sent()).toEqual([80]);
  await settleUsage(shop.ctx);
  await Promise.all([settleUsage(shop.ctx), settleUsage(shop.ctx)]);
  expect(await sent()).toEqual([80]);
  await fill(limit, now + 86_400_000 * 30);
  now += 86_400_000 * 30 + 1_000;
  await settleUsage(shop.ctx);
  await settleUsage(shop.ctx);
  expect(await sent()).toEqual([80, 100]);
  const ids = { teamId: shop.teamId, userId: ming.actor.userId, locale: "zh-TW" as const, share: 100 };
  const write = () =>
    writePlanMail(shop.ctx, ids, {
      baseUrl: "https://chat.example.com",
      secrets: [],
      causedAt: new Date(now),
    });
  const mail = await write();
  expect(mail).toMatchObject({ link: "https://chat.example.com/team/usage" });
  expect(JSON.stringify(mail)).toContain("300");
  await setPlanCommand(shop.ctx, { team: shop.teamId, plan: "unlimited", until: null });
  expect(await write()).toBeNull();
  vi.mocked(getMailer).mockReturnValue(null);
});
