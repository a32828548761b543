import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { createBot } from "@/lib/bots/create-bot";
import { deleteBot } from "@/lib/bots/delete-bot";
import { restoreBot } from "@/lib/bots/restore-bot";
import { setRetention } from "@/lib/bots/settings/set-retention";
import type { Ctx } from "@/lib/context";
import type { ActorCtx } from "@/lib/identity/actor";
import { createDocument } from "@/lib/knowledge/documents/create-document";
import { updateDocument } from "@/lib/knowledge/documents/update-document";
import { acceptInvite } from "@/lib/teams/invites/accept-invite";
import { createInvite } from "@/lib/teams/invites/create-invite";
import { createTestAccount, signInTestAccount } from "@/test/fixtures/test-account";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { limitsOf } from "./limits-of";
import { listPlansCommand, setPlanCommand } from "./plan-commands";
import { plans } from "./plans";

let ctx: Ctx;
let close: () => Promise<void>;
let owner: ActorCtx;

const day = 24 * 60 * 60_000;
const full = (reason: string) => ({ code: "limit_exceeded", reason });
const give = (plan: string, until: string | null = null) =>
  setPlanCommand(ctx, { team: owner.actor.teamId, plan, until });

beforeAll(async () => {
  vi.stubEnv("PLANS", "on");
  const test = await createTestDb();
  ctx = createTestContext({ db: test.db });
  close = test.close;
});
afterAll(() => close());
afterEach(() => vi.useRealTimers());
beforeEach(async () => {
  owner = await signInTestAccount(ctx, await createTestAccount(ctx));
});

it("a new team begins with the trial, which is over to the millisecond; teams from before have no limit", async () => {
  const { teamId } = owner.actor;
  const begun = await limitsOf(ctx.db, teamId);
  expect(begun).toMatchObject({ name: "trial", isOver: false, limits: plans.trial.limits });
  const end = begun.until?.getTime() ?? 0;
  expect(Math.abs(end - Date.now() - 14 * day)).toBeLessThan(60_000);
  expect((await limitsOf(ctx.db, teamId, end - 1)).limits.messages).toBe(plans.trial.limits.messages);
  const over = await limitsOf(ctx.db, teamId, end);
  expect(over).toMatchObject({
    name: "trial",
    isOver: true,
    limits: { messages: 0, bots: 0, retentionDays: 30 },
  });
  const before = await ctx.db.team.create({ data: { id: crypto.randomUUID(), name: "從前" } });
  expect((await limitsOf(ctx.db, before.id)).limits).toEqual(plans.unlimited.limits);
});

it("has room for so many bots, also when several come at once, and keeps those that a smaller plan has no room for", async () => {
  await give("pro");
  const most = plans.pro.limits.bots;
  const made = await Promise.allSettled(
    Array.from({ length: most + 2 }, () => createBot(owner, { name: "店" })),
  );
  const bots = made.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  expect(bots).toHaveLength(most);
  expect(bots[0]?.retentionDays).toBe(365);
  for (const one of made) if (one.status === "rejected") expect(one.reason).toMatchObject(full("plan_bots"));
  await give("starter");
  expect(await ctx.db.bot.count({ where: { teamId: owner.actor.teamId, deletedAt: null } })).toBe(most);
  const botId = bots[0]?.id ?? "";
  // What is there goes on, as it was set.
  await setRetention(owner, { botId, retentionDays: 365, base: { retentionDays: "365" } });
  await expect(setRetention(owner, { botId, retentionDays: 180 })).rejects.toMatchObject(
    full("plan_retention"),
  );
  await expect(setRetention(owner, { botId, retentionDays: null })).rejects.toMatchObject(
    full("plan_retention"),
  );
  expect((await setRetention(owner, { botId, retentionDays: 90 })).retentionDays).toBe(90);
  await deleteBot(owner, { botId, confirmName: "店" });
  await expect(restoreBot(owner, { botId })).rejects.toMatchObject(full("plan_bots"));
});

it("counts documents and characters over all bots of the team; what is there may still be made shorter", async () => {
  const { id: botId } = await createBot(owner, { name: "店" });
  const text = (length: number) => "這是一句話。".repeat(length / 6);
  const add = (title: string, length: number) =>
    createDocument(owner, { botId, title, content: text(length) });
  const { documentId } = await add("一", 180_000);
  await add("二", 180_000);
  await expect(add("三", 180_000)).rejects.toMatchObject(full("plan_characters"));
  await add("三", 138_000);
  const edit = (content: string, baseVersion: number) =>
    updateDocument(owner, { botId, documentId, title: "一", content, baseVersion });
  await expect(edit(text(199_998), 1)).rejects.toMatchObject(full("plan_characters"));
  await ctx.db.team.update({
    where: { id: owner.actor.teamId },
    data: { planUntil: new Date(Date.now() - 1) },
  });
  expect(await edit(text(60), 1)).toMatchObject({ number: 2 });
  await expect(add("四", 60)).rejects.toMatchObject(full("plan_over"));
  await expect(createBot(owner, { name: "店" })).rejects.toMatchObject(full("plan_over"));

  await give("trial");
  const rows = Array.from({ length: plans.trial.limits.documents - 3 }, () => ({
    ...{ id: crypto.randomUUID(), teamId: owner.actor.teamId, botId, name: "短" },
  }));
  await ctx.db.document.createMany({ data: rows });
  await expect(add("多", 60)).rejects.toMatchObject(full("plan_documents"));
});

it("counts open invitations as seats, and lets nobody in where a smaller plan has none left", async () => {
  const guests = await Promise.all([0, 1, 2].map(() => createTestAccount(ctx)));
  const invite = ({ email }: { email: string }) => createInvite(owner, { email, role: "agent" }, null);
  const [first, second, third] = guests;
  if (!first || !second || !third) throw new Error("three guests");
  await invite(first);
  const { token } = await invite(second);
  await expect(invite(third)).rejects.toMatchObject(full("plan_seats"));
  // The same address once more takes no other seat.
  const again = await invite(first);
  await acceptInvite(ctx, { id: first.userId, name: "甲", email: first.email }, { token: again.token });
  await give("unlimited");
  const { token: late } = await invite(third);
  await acceptInvite(ctx, { id: third.userId, name: "丙", email: third.email }, { token: late });
  await give("trial");
  const join = () => acceptInvite(ctx, { id: second.userId, name: "乙", email: second.email }, { token });
  await expect(join()).rejects.toMatchObject(full("team_full"));
  await give("starter");
  expect(await join()).toEqual({ teamId: owner.actor.teamId });
});

it("the operator's command takes a day in the team's zone, is noted, and says what is wrong", async () => {
  const { teamId } = owner.actor;
  await ctx.db.team.update({ where: { id: teamId }, data: { name: "唯一", timeZone: "America/New_York" } });
  const row = await setPlanCommand(ctx, { team: "唯一", plan: "pro", until: "2031-03-09" });
  expect(row).toMatchObject({ id: teamId, plan: "pro", until: "2031-03-09" });
  const { until } = await limitsOf(ctx.db, teamId);
  expect(until?.toISOString()).toBe("2031-03-10T04:00:00.000Z");
  expect(await ctx.db.auditEntry.findFirst({ where: { teamId, action: "team.plan" } })).toMatchObject({
    actorKind: "system",
    before: { plan: "trial" },
    after: { plan: "pro", until: "2031-03-10T04:00:00.000Z" },
  });
  expect(await listPlansCommand(ctx)).toContainEqual(row);
  const wrong = [
    { team: "沒有", plan: "pro", until: null },
    { team: crypto.randomUUID(), plan: "pro", until: null },
    { team: teamId, plan: "gold", until: null },
    { team: teamId, plan: "toString", until: null },
    { team: teamId, plan: "pro", until: "2031-02-30" },
    { team: teamId, plan: "pro", until: "31.3.2031" },
    { team: teamId, plan: "pro", until: "2020-01-01" },
    { team: teamId, plan: "pro", until: "" },
  ];
  for (const one of wrong) await expect(setPlanCommand(ctx, one)).rejects.toThrow();
  await createTestAccount(ctx, { name: "唯一" });
  await expect(setPlanCommand(ctx, { team: "唯一", plan: "pro", until: null })).rejects.toThrow("several");
  expect(await limitsOf(ctx.db, teamId)).toMatchObject({ name: "pro", until });
});
