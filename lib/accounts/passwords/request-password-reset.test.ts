import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { backgroundWorkDone } from "@/lib/background-work";
import type { Ctx } from "@/lib/context";
import { createMailer } from "@/lib/mail/mailer";
import type { PostOffice } from "@/lib/mail/post-mail";
import { readMail, startSmtpServer } from "@/test/smtp-server";
import { createTestAccount, signInTestAccount } from "@/test/test-account";
import { createTestContext } from "@/test/test-context";
import { createTestDb } from "@/test/test-db";
import { requestPasswordReset } from "./request-password-reset";
import { resetPassword } from "./reset-password";

let ctx: Ctx;
let close: () => Promise<void>;
let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
let office: PostOffice;

beforeAll(async () => {
  const test = await createTestDb();
  ctx = createTestContext({ db: test.db });
  close = test.close;
  smtp = await startSmtpServer();
  const settings = { SMTP_URL: smtp.url, MAIL_FROM: { name: "", address: "dawen@shop.example" } };
  office = { mailer: createMailer(settings), locale: "zh-TW", baseUrl: "https://chat.example.com" };
});
afterEach(async () => {
  await backgroundWorkDone();
  smtp.mails.length = 0;
});
afterAll(async () => {
  await smtp.close();
  await close();
});

async function ask(email: string): Promise<void> {
  await requestPasswordReset(ctx, { email }, office);
  await backgroundWorkDone();
  await backgroundWorkDone();
}

const tokens = () =>
  smtp.mails.flatMap((mail) => readMail(mail).links.map((link) => link.replace(/.*\/reset\//, "")));

it("mails a link that sets a password once, and ends the sessions", async () => {
  const account = await createTestAccount(ctx);
  const { actor } = await signInTestAccount(ctx, account);
  await ask(account.email);
  expect(smtp.mails[0]?.to).toEqual([account.email]);
  const [token = ""] = tokens();
  expect(token).toMatch(/^[\w-]{43}$/);
  const newPassword = "another sentence to know";
  expect(await resetPassword(ctx, { token, newPassword })).toEqual({ email: account.email });
  await expect(resetPassword(ctx, { token, newPassword })).rejects.toMatchObject({ reason: "link_invalid" });
  const session = await ctx.db.session.findUnique({ where: { id: actor.sessionId } });
  expect(session?.revokedAt).toBeInstanceOf(Date);
  await signInTestAccount(ctx, { email: account.email, password: newPassword });
});

it("sends nothing where there is no account, and says nothing of it", async () => {
  expect(await ask("nobody@example.com")).toBeUndefined();
  expect(smtp.mails).toEqual([]);
});

it("sends three mails an hour to an account, keeps their links, and counts unknown ones too", async () => {
  const { email } = await createTestAccount(ctx);
  for (let times = 0; times < 5; times++) await ask(email);
  expect(smtp.mails).toHaveLength(3);
  const [first = ""] = tokens();
  await resetPassword(ctx, { token: first, newPassword: "another sentence to know" });
  for (const token of tokens())
    await expect(
      resetPassword(ctx, { token, newPassword: "yet another one of these" }),
    ).rejects.toMatchObject({ reason: "link_invalid" });
});

it("answers before it knows whether there is an account", async () => {
  const { promise: lookedUp, resolve: letGo } = Promise.withResolvers<null>();
  let isAsked = false;
  const user = {
    findUnique: () => {
      isAsked = true;
      return lookedUp;
    },
  };
  const db = new Proxy(ctx.db, {
    get: (target, name) => (name === "user" ? user : Reflect.get(target, name)),
  });
  await requestPasswordReset({ db, kv: ctx.kv }, { email: "slow@example.com" }, office);
  expect(isAsked).toBe(true);
  letGo(null);
});
