import { afterAll, beforeAll, expect, it } from "vitest";
import { backgroundWorkDone } from "@/lib/background-work";
import type { Ctx } from "@/lib/context";
import { createTestAccount } from "@/test/test-account";
import { createTestContext } from "@/test/test-context";
import { createTestDb } from "@/test/test-db";
import { requestPasswordReset } from "./request-password-reset";

const post = { locale: "zh-TW", secret: "s".repeat(32) } as const;

let ctx: Ctx;
let close: () => Promise<void>;

beforeAll(async () => {
  const test = await createTestDb();
  ctx = createTestContext({ db: test.db });
  close = test.close;
});
afterAll(() => close());

async function ask(email: string): Promise<void> {
  await requestPasswordReset(ctx, { email }, post);
  await backgroundWorkDone();
}
const counts = async () => ({
  resets: await ctx.db.passwordReset.count(),
  mails: await ctx.db.outboxMessage.count(),
  jobs: await ctx.db.job.count(),
});

it("writes nothing where there is no account, and says nothing of it", async () => {
  expect(await ask("nobody@example.com")).toBeUndefined();
  expect(await counts()).toEqual({ resets: 0, mails: 0, jobs: 0 });
});

it("writes three mails an hour to an account, which hold no secret, and counts unknown ones too", async () => {
  const { email } = await createTestAccount(ctx);
  for (let times = 0; times < 5; times++) await ask(email);
  expect(await counts()).toEqual({ resets: 3, mails: 3, jobs: 3 });
  const messages = await ctx.db.outboxMessage.findMany({ select: { ids: true, kind: true, teamId: true } });
  for (const message of messages)
    expect(message).toEqual({
      kind: "password-reset-mail",
      teamId: null,
      ids: { resetId: expect.stringMatching(/^[0-9a-f-]{36}$/), locale: "zh-TW" },
    });
});

it("has answered before it looks for an account", async () => {
  const { email } = await createTestAccount(ctx);
  let isAsked = false;
  const db = new Proxy(ctx.db, {
    get: (target, name) => {
      isAsked = true;
      return Reflect.get(target, name);
    },
  });
  await requestPasswordReset({ db, kv: ctx.kv }, { email }, post);
  await new Promise((resolve) => setImmediate(resolve));
  expect(isAsked).toBe(false);
  await backgroundWorkDone();
  expect(isAsked).toBe(true);
});
