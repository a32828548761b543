import { expect, it } from "vitest";
import { createBot } from "@/lib/bots/create-bot";
import { createTestAccount, signInTestAccount } from "@/test/fixtures/test-account";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { limitsOf } from "./limits-of";
import { setPlanCommand } from "./plan-commands";
import { plans } from "./plans";

it("unless PLANS is on nobody is limited, whatever plan a team has", async () => {
  const { db, close } = await createTestDb();
  const owner = await signInTestAccount(
    createTestContext({ db }),
    await createTestAccount(createTestContext({ db })),
  );
  const { teamId } = owner.actor;
  expect(await db.team.findUnique({ where: { id: teamId } })).toMatchObject({
    plan: "unlimited",
    planUntil: null,
  });
  await setPlanCommand(owner, { team: teamId, plan: "trial", until: null });
  await db.team.update({ where: { id: teamId }, data: { planUntil: new Date(0) } });
  expect(await limitsOf(db, teamId)).toEqual({
    name: "unlimited",
    until: null,
    isOver: false,
    limits: plans.unlimited.limits,
  });
  for (const name of ["一", "二", "三"]) expect((await createBot(owner, { name })).retentionDays).toBeNull();
  await close();
});
