import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { bindJob } from "@/lib/jobs/bind-job";
import { type JobRunner, startJobs } from "@/lib/jobs/run/start-jobs";
import { createTestActor } from "@/test/fixtures/test-actor";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb, type TestDb } from "@/test/fixtures/test-db";
import { bindOutboxKind, type Deliver } from "./bind-outbox-kind";
import { defineOutboxKind } from "./define-outbox-kind";
import { deliverOutboxJob, deliverOutboxOf } from "./deliver-outbox-job";
import { enqueueOutbox } from "./enqueue-outbox";
import { purgeOutbox } from "./purge-outbox";

const greeting = defineOutboxKind({
  kind: "greeting",
  version: 2,
  ids: z.strictObject({ botId: z.string() }),
});

let test: TestDb;
let ctx: Ctx;
let runner: JobRunner | undefined;
beforeEach(async () => {
  test = await createTestDb();
  ctx = createTestContext({ db: test.db });
});
afterEach(async () => {
  await runner?.stop(1_000);
  await test.close();
});

function deliverBy(deliver: Deliver<{ botId: string }>): void {
  const job = { ...deliverOutboxJob, retry: { ...deliverOutboxJob.retry, firstDelaySeconds: 1 } };
  const kinds = [bindOutboxKind(greeting, deliver)];
  runner = startJobs(ctx, test.queue, [bindJob(job, deliverOutboxOf(kinds))], { pollSeconds: 0.5 });
}
const send = (botId: string, teamId: string | null = null) =>
  ctx.db.$transaction((tx) => enqueueOutbox(tx, greeting, { botId }, { teamId }));
const messageOf = (id: string) =>
  ctx.db.outboxMessage.findUniqueOrThrow({
    where: { id },
    include: { attempts: { orderBy: { id: "asc" } } },
  });
const isDelivered = (id: string) =>
  vi.waitFor(async () => expect((await messageOf(id)).deliveredAt).toBeInstanceOf(Date), { timeout: 20_000 });

describe("the outbox", () => {
  it("delivers what a transaction wrote, with its ids and an id of its own; nothing of one that was rolled back", async () => {
    const { teamId } = await createTestActor(ctx.db);
    const got: unknown[] = [];
    deliverBy(async (_ctx, ids, { messageId, attempt, teamId: whose }) => {
      got.push({ ids, messageId, attempt, whose });
    });
    await expect(
      ctx.db.$transaction(async (tx) => {
        await enqueueOutbox(tx, greeting, { botId: "dropped" }, { teamId });
        throw new Error("not so");
      }),
    ).rejects.toThrow("not so");
    const id = await send("b1", teamId);
    await isDelivered(id);
    expect(got).toEqual([{ ids: { botId: "b1" }, messageId: id, attempt: 1, whose: teamId }]);
    expect(await messageOf(id)).toMatchObject({
      kind: "greeting",
      version: 2,
      ids: { botId: "b1" },
      attempts: [{ fault: null }],
    });
    expect(await ctx.db.outboxMessage.count()).toBe(1);
  });

  it("tries again what fails, under the same id, and logs each attempt", async () => {
    const ids: string[] = [];
    deliverBy(async (_ctx, _ids, { messageId, attempt }) => {
      ids.push(messageId);
      if (attempt < 3) throw new AppError("unavailable", "away");
    });
    const id = await send("b1");
    await isDelivered(id);
    expect(ids).toEqual([id, id, id]);
    expect((await messageOf(id)).attempts.map(({ fault }) => fault)).toEqual([
      "store_away",
      "store_away",
      null,
    ]);
  });

  it("keeps what nothing delivers, and says so", async () => {
    deliverBy(async () => {});
    const id = await ctx.db.$transaction((tx) =>
      enqueueOutbox(tx, { ...greeting, version: 9 }, { botId: "b1" }, { teamId: null }),
    );
    await vi.waitFor(async () => expect((await messageOf(id)).attempts).not.toEqual([]), { timeout: 20_000 });
    const { attempts, deliveredAt } = await messageOf(id);
    expect([new Set(attempts.map(({ fault }) => fault)), deliveredAt]).toEqual([new Set(["internal"]), null]);
  });

  it("forgets messages and their log after a month", async () => {
    const [old, young] = [await send("old"), await send("young")];
    const month = new Date(Date.now() - 31 * 86_400_000);
    await ctx.db.outboxMessage.update({ where: { id: old }, data: { createdAt: month } });
    expect(await purgeOutbox(ctx, 10)).toBe(1);
    expect(await ctx.db.outboxMessage.findMany({ select: { id: true } })).toEqual([{ id: young }]);
  });
});
