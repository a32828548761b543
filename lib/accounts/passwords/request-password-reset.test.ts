import { afterAll, beforeAll, expect, it } from "vitest";
import type { Ctx } from "@/lib/context";
import { createTestAccount } from "@/test/fixtures/test-account";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { makePasswordLinkBy, passwordLinkInput } from "./password-link-job";
import { requestPasswordReset } from "./request-password-reset";

const makeLink = makePasswordLinkBy(async () => "s".repeat(32));

let ctx: Ctx;
let close: () => Promise<void>;

beforeAll(async () => {
  const test = await createTestDb();
  ctx = createTestContext({ db: test.db });
  close = test.close;
});
afterAll(() => close());

/** What was asked for since, oldest first, without running it. */
async function ask(email: string, times = 1): Promise<unknown[]> {
  const before = await ctx.db.job.findMany({ select: { id: true } });
  for (let time = 0; time < times; time++) await requestPasswordReset(ctx, { email }, "zh-TW");
  const rows = await ctx.db.job.findMany({
    where: { id: { notIn: before.map(({ id }) => id) } },
    select: { name: true, teamId: true, input: true },
    orderBy: { id: "asc" },
  });
  return rows.map(({ input, ...row }) => ({ ...row, ...passwordLinkInput.parse(input) }));
}
async function make(asked: unknown, signal = new AbortController().signal): Promise<void> {
  const input = passwordLinkInput.strip().parse(asked);
  await makeLink(ctx, input, { attempt: 1, signal, progress: async () => {} });
}
const counts = async () => ({
  resets: await ctx.db.passwordReset.count(),
  mails: await ctx.db.outboxMessage.count(),
});

it("leaves the same row for an unknown address, which no table holds, and makes nothing of it", async () => {
  const { email, userId } = await createTestAccount(ctx);
  const known = { name: "password-link", teamId: null, userId, locale: "zh-TW" };
  expect(await ask(email)).toEqual([expect.objectContaining(known)]);
  const [unknown] = await ask("nobody@example.com");
  expect(unknown).toEqual(expect.objectContaining({ ...known, userId: null }));
  expect(JSON.stringify(unknown)).not.toContain("example.com");
  const before = await counts();
  await make(unknown);
  expect(await counts()).toEqual(before);
});

it("mails three times an hour to an account, by rows that hold no secret, and counts unknown ones too", async () => {
  expect(await ask("nobody.else@example.com", 5)).toHaveLength(3);
  const { email } = await createTestAccount(ctx);
  const before = await counts();
  for (const asked of await ask(email, 5)) await make(asked);
  expect(await counts()).toEqual({ resets: before.resets + 3, mails: before.mails + 3 });
  const messages = await ctx.db.outboxMessage.findMany({ select: { ids: true, kind: true, teamId: true } });
  for (const message of messages)
    expect(message).toEqual({
      kind: "password-reset-mail",
      teamId: null,
      ids: { resetId: expect.stringMatching(/^[0-9a-f-]{36}$/), locale: "zh-TW" },
    });
});

it("run a second time after a crash makes no second link, and none for an account that is gone", async () => {
  const { email, userId } = await createTestAccount(ctx);
  const [first, second] = await ask(email, 2);
  await make(first);
  const made = await counts();
  await make(first);
  expect(await counts()).toEqual(made);
  await ctx.db.user.delete({ where: { id: userId } });
  await make(second);
  expect((await counts()).mails).toBe(made.mails);
});
