import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { noFacts } from "@/lib/conversations/counts/count-facts";
import type { ActorCtx } from "@/lib/identity/actor";
import { getStanding } from "@/lib/plans/get-standing";
import { setPlanCommand } from "@/lib/plans/plan-commands";
import { plans } from "@/lib/plans/plans";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { createTestMember } from "@/test/fixtures/test-member";
import { getUsage } from "./get-usage";

let shop: Awaited<ReturnType<typeof createTestShop>>;
let owner: ActorCtx;
const now = Date.parse("2031-03-31T15:30:00Z");
const most = plans.trial.limits.messages;

beforeAll(async () => {
  vi.stubEnv("PLANS", "on");
  shop = await createTestShop();
  shop.ctx.now = () => now;
  const member = await createTestMember(shop, "小明");
  owner = { ...shop.ctx, actor: { ...member.actor, role: "owner" } };
});
afterAll(() => shop.close());
beforeEach(async () => {
  await setPlanCommand(shop.ctx, { team: shop.teamId, plan: "trial", until: null });
  await shop.ctx.db.quarterCount.deleteMany();
  await shop.ctx.db.monthUsage.deleteMany();
});

const count = (at: string, answeredTurns: number) => {
  const { botId, teamId } = shop;
  const facts = { ...noFacts(botId, 0), answeredTurns, visitorTurns: answeredTurns };
  return shop.ctx.db.quarterCount.create({ data: { ...facts, teamId, at: new Date(at) } });
};
const month = (first: string, turns: number) =>
  shop.ctx.db.monthUsage.create({
    data: { teamId: shop.teamId, botId: shop.botId, month: new Date(first), turns },
  });

it("shows each day of the month in the team's time zone, what is used of the plan, and the months before", async () => {
  await count("2031-02-28T15:45:00Z", 9);
  await count("2031-02-28T16:00:00Z", 2);
  await count("2031-03-31T15:15:00Z", 3);
  await count("2031-03-31T16:00:00Z", 8);
  await month("2031-03-01", 5);
  await month("2031-02-01", 40);
  await month("2030-12-01", 7);
  const usage = await getUsage(owner);
  expect(usage.days).toHaveLength(31);
  expect(usage.days.filter(({ turns }) => turns > 0)).toEqual([
    { day: "2031-03-01", turns: 2 },
    { day: "2031-03-31", turns: 3 },
  ]);
  expect(usage).toMatchObject({
    hasPlans: true,
    month: "2031-03",
    plan: { name: "trial" },
    used: { messages: 5, bots: 1, documents: 0, characters: 0, seats: 1 },
    months: [
      { month: "2031-02", turns: 40 },
      { month: "2030-12", turns: 7 },
    ],
  });
  await expect(getUsage({ ...owner, actor: { ...owner.actor, role: "editor" } })).rejects.toMatchObject({
    code: "forbidden",
  });
});

it("says on every page that 80 or all of 100 are used, that the plan ends soon, and that it is over", async () => {
  const { teamId } = shop;
  const standing = (at = now) => getStanding({ ...shop.ctx, now: () => at }, teamId);
  await month("2031-03-01", most * 0.8 - 1);
  expect(await standing()).toBeNull();
  await shop.ctx.db.monthUsage.updateMany({ data: { turns: most * 0.8 } });
  expect(await standing()).toEqual({ kind: "nearly", used: most * 0.8, most });
  await shop.ctx.db.monthUsage.updateMany({ data: { turns: most } });
  expect(await standing()).toEqual({ kind: "full", used: most, most });
  // The next month is another.
  expect(await standing(Date.parse("2031-03-31T16:00:00Z"))).toBeNull();
  await shop.ctx.db.monthUsage.deleteMany();
  await setPlanCommand(shop.ctx, { team: teamId, plan: "pro", until: "2031-04-03" });
  const end = Date.parse("2031-04-03T16:00:00Z");
  expect(await standing(end - 3 * 86_400_000 - 1)).toBeNull();
  expect(await standing(end - 3 * 86_400_000)).toMatchObject({ kind: "ends", last: end - 1 });
  expect(await standing(end)).toMatchObject({ kind: "over", last: end - 1 });
  await setPlanCommand(shop.ctx, { team: teamId, plan: "unlimited", until: null });
  expect(await standing()).toBeNull();
});
