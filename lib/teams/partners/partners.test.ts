import { afterAll, beforeAll, expect, it, vi } from "vitest";
import type { Ctx } from "@/lib/context";
import { setPlanCommand } from "@/lib/plans/plan-commands";
import { signUp } from "@/lib/teams/joining/sign-up";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { addPartnerCommand, partnerReportCommand } from "./partner-commands";

let ctx: Ctx;
let close: () => Promise<void>;

beforeAll(async () => {
  const test = await createTestDb();
  ctx = createTestContext({ db: test.db });
  close = test.close;
  await addPartnerCommand(ctx, { code: "lin-studio", name: "林工作室", email: "Lin@example.com" });
});
afterAll(() => close());

const open = { signup: "open" as const, ip: "192.0.2.1" };
let accounts = 0;
async function join(code: string | undefined, { email = "", isKnownBrowser = false } = {}) {
  const teamName = `店 ${++accounts}`;
  const address = email || `shop${accounts}@example.test`;
  const password = `words of ${address} 9`;
  const person = { name: "店長", email: address, password, teamName };
  await signUp(ctx, person, { ...open, referral: { code, isKnownBrowser } });
  return ctx.db.team.findFirstOrThrow({ where: { name: teamName } });
}

it("notes the partner by whose link a team signs up; unknown codes, partners and known browsers count nothing", async () => {
  expect(await join("lin-studio")).toMatchObject({ partnerCode: "lin-studio" });
  expect(await join(" LIN-Studio ")).toMatchObject({ partnerCode: "lin-studio" });
  const none = [
    await join(undefined),
    await join("nobody"),
    await join("' OR 1=1 --"),
    await join("a".repeat(10_000)),
    await join("lin-studio", { isKnownBrowser: true }),
    await join("lin-studio", { email: "lin@example.com" }),
    await join("lin-studio", { email: "lin+shop@EXAMPLE.com" }),
  ];
  expect(none.map(({ partnerCode }) => partnerCode)).toEqual(none.map(() => null));
  const stored = await ctx.db.partner.findUniqueOrThrow({ where: { code: "lin-studio" } });
  expect(JSON.stringify(stored)).not.toContain("example.com");
});

it("says what is wrong with a new partner, and takes no code twice", async () => {
  const wrong = [
    { code: "x", name: "短", email: null },
    { code: "has space", name: "空", email: null },
    { code: "-edge", name: "邊", email: null },
    { code: "good-code", name: "  ", email: null },
    { code: "good-code", name: "名", email: "nobody" },
    { code: "LIN-studio", name: "別人", email: null },
  ];
  for (const one of wrong) await expect(addPartnerCommand(ctx, one)).rejects.toThrow();
  expect(await ctx.db.partner.count()).toBe(1);
  expect(await addPartnerCommand(ctx, { code: " Good-Code ", name: "名", email: null })).toEqual({
    code: "good-code",
  });
});

it("reports sign-ups and teams with a plan of each month, without anybody's names", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const at = (time: string) => {
    vi.setSystemTime(Date.parse(time));
    ctx.now = Date.now;
  };
  await ctx.db.team.updateMany({ data: { partnerCode: null } });
  try {
    at("2031-01-31T23:59:59.999Z");
    const first = await join("lin-studio");
    at("2031-02-01T00:00:00Z");
    const second = await join("lin-studio");
    const give = (team: string, plan: string, until: string | null) =>
      setPlanCommand(ctx, { team, plan, until });
    at("2031-02-10T00:00:00Z");
    // To the end of March, in Taipei.
    await give(first.id, "pro", "2031-03-31");
    at("2031-02-20T00:00:00Z");
    await give(second.id, "trial", null);
    at("2031-04-05T00:00:00Z");
    await give(second.id, "starter", null);
    at("2031-05-02T00:00:00Z");
    await give(second.id, "trial", null);
    at("2031-07-01T00:00:00Z");
    expect(await partnerReportCommand(ctx)).toEqual([
      { month: "2031-01", code: "lin-studio", name: "林工作室", signUps: 1, paying: 0 },
      { month: "2031-02", code: "lin-studio", name: "林工作室", signUps: 1, paying: 1 },
      { month: "2031-03", code: "lin-studio", name: "林工作室", signUps: 0, paying: 1 },
      { month: "2031-04", code: "lin-studio", name: "林工作室", signUps: 0, paying: 1 },
      { month: "2031-05", code: "lin-studio", name: "林工作室", signUps: 0, paying: 1 },
    ]);
  } finally {
    vi.useRealTimers();
  }
});
