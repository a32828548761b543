import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { changePassword } from "@/lib/accounts/passwords/change-password";
import {
  makePasswordLinkBy,
  passwordLinkInput,
  passwordLinkJob,
} from "@/lib/accounts/passwords/password-link-job";
import { requestPasswordReset } from "@/lib/accounts/passwords/request-password-reset";
import { resetPassword } from "@/lib/accounts/passwords/reset-password";
import type { Ctx } from "@/lib/context";
import type { ActorCtx } from "@/lib/identity/actor";
import { bindJob } from "@/lib/jobs/bind-job";
import { listJobs } from "@/lib/jobs/list-jobs";
import { retryJob } from "@/lib/jobs/retry-job";
import { type JobRunner, startJobs } from "@/lib/jobs/run/start-jobs";
import { createMailer, type Mailer } from "@/lib/mail/mailer";
import { deliverOutboxJob, deliverOutboxOf } from "@/lib/outbox/deliver-outbox-job";
import { createInvite } from "@/lib/teams/invites/create-invite";
import { getInvite } from "@/lib/teams/invites/get-invite";
import { revokeInvite } from "@/lib/teams/invites/revoke-invite";
import { createTestAccount, signInTestAccount } from "@/test/fixtures/test-account";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb, type TestDb } from "@/test/fixtures/test-db";
import { readMail, startSmtpServer } from "@/test/servers/smtp-server";
import { outboxKindsOf } from "./outbox-kinds";

const secret = "s".repeat(40);
const post = { locale: "zh-TW", secret } as const;
const baseUrl = "https://chat.example.com";
const friend = { email: "friend@example.com", role: "agent" } as const;
const newPassword = "another sentence to know";

let test: TestDb;
let ctx: Ctx;
let owner: ActorCtx;
let account: Awaited<ReturnType<typeof createTestAccount>>;
let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
let office: { mailer: Mailer | null; secrets: string[] };
let runner: JobRunner | undefined;

beforeEach(async () => {
  test = await createTestDb();
  ctx = createTestContext({ db: test.db });
  account = await createTestAccount(ctx, { name: "山芽茶行" });
  owner = await signInTestAccount(ctx, account);
  smtp = await startSmtpServer();
  office = { mailer: createMailer(settings()), secrets: [secret] };
});
afterEach(async () => {
  await runner?.stop(1_000);
  await smtp.close();
  await test.close();
});

const settings = () => ({
  SMTP_URL: smtp.url,
  MAIL_FROM: { name: "", address: "dawen@shop.example" },
});
const deliver = deliverOutboxOf(outboxKindsOf(async () => ({ baseUrl, ...office })));
function runJobs(attempts = 30): void {
  const retry = { attempts, firstDelaySeconds: 1, longestDelaySeconds: 1 };
  runner = startJobs(ctx, test.queue, [bindJob({ ...deliverOutboxJob, retry }, deliver)], {
    pollSeconds: 0.5,
  });
}
async function isDone(count = 1): Promise<void> {
  await vi.waitFor(
    async () => {
      expect(await ctx.db.outboxMessage.count({ where: { deliveredAt: { not: null } } })).toBe(count);
      expect(await ctx.db.job.count({ where: { state: "done", name: deliverOutboxJob.name } })).toBe(count);
    },
    { timeout: 30_000, interval: 50 },
  );
}
async function deliverNow(messageId: string): Promise<void> {
  await deliver(ctx, { messageId }, oneRun());
}
const oneRun = () => ({ attempt: 1, signal: new AbortController().signal, progress: async () => {} });
const onlyMessage = () => ctx.db.outboxMessage.findFirstOrThrow({ include: { attempts: true } });
const linksOf = (at: number) => smtp.mails.slice(at, at + 1).flatMap((mail) => readMail(mail).links);
const headersOf = (at: number) => smtp.mails.slice(at, at + 1).map((mail) => readMail(mail).headers)[0] ?? "";
const tokenOf = (at: number) => (linksOf(at)[0] ?? "").replace(/.*\//, "");

describe("an invitation", () => {
  it("is mailed with the link that its owner sees, which no table holds", async () => {
    runJobs();
    const { id, token, isMailed } = await createInvite(owner, friend, post);
    expect(isMailed).toBe(true);
    await isDone();
    expect(smtp.mails.map(({ to }) => to)).toEqual([[friend.email]]);
    expect(headersOf(0)).toContain("Subject: 邀請你加入「山芽茶行」");
    expect(readMail(smtp.mails[0] ?? { from: "", to: [], source: "" }).text).toContain("7 天內有效");
    expect(linksOf(0)).toEqual([`${baseUrl}/invite/${token}`]);
    expect(await getInvite(ctx, token)).toMatchObject({ id });
    const message = await onlyMessage();
    expect(headersOf(0)).toContain(`Message-ID: <${message.id}@shop.example>`);
    expect(message).toMatchObject({ teamId: account.teamId, ids: { inviteId: id, locale: "zh-TW" } });
    const rows = JSON.stringify([message, await ctx.db.job.findMany(), await ctx.db.invite.findMany()]);
    expect(rows).not.toContain(token);
  });

  it("waits while the mail server is away, says so to its owners, and goes once when it is back", async () => {
    office.mailer = createMailer({ ...settings(), SMTP_URL: "smtp://127.0.0.1:1" });
    runJobs();
    await createInvite(owner, friend, post);
    await vi.waitFor(
      async () => {
        const { open } = await listJobs(owner);
        expect(open.rows).toMatchObject([
          { kind: "invite-mail", about: friend.email, fault: "mail_unreachable" },
        ]);
      },
      { timeout: 20_000, interval: 50 },
    );
    const stranger = await signInTestAccount(ctx, await createTestAccount(ctx));
    expect((await listJobs(stranger)).open.rows).toEqual([]);
    office.mailer = createMailer(settings());
    await isDone();
    expect(smtp.mails).toHaveLength(1);
    const faults = (await onlyMessage()).attempts.map(({ fault }) => fault);
    expect([faults.includes("mail_unreachable"), faults.at(-1)]).toEqual([true, null]);
  });

  it("that the server refuses is tried by a person, not by itself", async () => {
    smtp.behaviour.answers = { rcpt: "550 5.1.1 no such user" };
    runJobs();
    await createInvite(owner, friend, post);
    const failed = async () => (await listJobs(owner)).failed.rows;
    await vi.waitFor(
      async () => expect(await failed()).toMatchObject([{ fault: "mail_refused", attempts: 1 }]),
      { timeout: 20_000, interval: 50 },
    );
    smtp.behaviour.answers = {};
    await retryJob(owner, { jobId: (await failed())[0]?.id ?? "" });
    await isDone();
    expect(smtp.mails).toHaveLength(1);
  });

  it("that was sent is not sent again; after a crash in between the same mail goes twice", async () => {
    await createInvite(owner, friend, post);
    const { id } = await onlyMessage();
    await deliverNow(id);
    await deliverNow(id);
    expect(smtp.mails).toHaveLength(1);
    await ctx.db.outboxMessage.updateMany({ data: { deliveredAt: null } });
    await deliverNow(id);
    expect(linksOf(1)).toEqual(linksOf(0));
    const idLine = /^Message-ID: .*$/m;
    expect(idLine.exec(headersOf(1))?.[0]).toBe(idLine.exec(headersOf(0))?.[0]);
  });

  it("that was withdrawn, or that no secret opens any more, goes to nobody", async () => {
    const { id: inviteId } = await createInvite(owner, friend, post);
    await revokeInvite(owner, { inviteId });
    await createInvite(owner, { ...friend, email: "other@example.com" }, post);
    office.secrets = ["another".repeat(6)];
    runJobs();
    await isDone(2);
    expect(smtp.mails).toEqual([]);
  });

  it("has its link when the secret was replaced meanwhile", async () => {
    const { token } = await createInvite(owner, friend, post);
    office.secrets = ["another".repeat(6), secret];
    runJobs();
    await isDone();
    expect(tokenOf(0)).toBe(token);
  });

  it("past five a day to an address is made, and not mailed", async () => {
    const mailed: boolean[] = [];
    for (let times = 0; times < 6; times++) mailed.push((await createInvite(owner, friend, post)).isMailed);
    expect(mailed).toEqual([true, true, true, true, true, false]);
    expect(await ctx.db.outboxMessage.count()).toBe(5);
  });

  it("says that no mail server is set where it was taken away", async () => {
    office.mailer = null;
    runJobs(1);
    await createInvite(owner, friend, post);
    await vi.waitFor(
      async () => expect((await listJobs(owner)).failed.rows).toMatchObject([{ fault: "mail_none" }]),
      { timeout: 20_000, interval: 50 },
    );
  });
});

describe("a password", () => {
  const makeLink = makePasswordLinkBy(async () => secret);
  async function ask(): Promise<void> {
    await requestPasswordReset(ctx, { email: account.email }, post.locale);
    const { input } = await ctx.db.job.findFirstOrThrow({
      where: { name: passwordLinkJob.name },
      orderBy: { id: "desc" },
    });
    await makeLink(ctx, passwordLinkInput.parse(input), oneRun());
  }

  it("is set once by the mailed link, which ends the sessions; another mail tells of it", async () => {
    runJobs();
    await ask();
    await isDone();
    expect(smtp.mails.map(({ to }) => to)).toEqual([[account.email]]);
    const token = tokenOf(0);
    expect(token).toMatch(/^[\w-]{43}$/);
    await resetPassword(ctx, { token, newPassword }, post);
    await expect(resetPassword(ctx, { token, newPassword }, post)).rejects.toMatchObject({
      reason: "link_invalid",
    });
    await isDone(2);
    expect(headersOf(1)).toContain("你的密碼改過了");
    const session = await ctx.db.session.findUnique({ where: { id: owner.actor.sessionId } });
    expect(session?.revokedAt).toBeInstanceOf(Date);
    await signInTestAccount(ctx, { email: account.email, password: newPassword });
  });

  it("link has its hour from when it was sent, and is not sent a day after", async () => {
    await ask();
    await ctx.db.passwordReset.updateMany({ data: { expiresAt: new Date(Date.now() - 3_600_000) } });
    const { id } = await onlyMessage();
    await deliverNow(id);
    await resetPassword(ctx, { token: tokenOf(0), newPassword }, null);
    await ask();
    await ctx.db.passwordReset.updateMany({ data: { createdAt: new Date(Date.now() - 25 * 3_600_000) } });
    runJobs();
    await isDone(2);
    expect(smtp.mails).toHaveLength(1);
  });

  it("that was changed meanwhile lets no older request set it; of two changes at once one tells", async () => {
    await ask();
    const given = { currentPassword: account.password };
    const changes = await Promise.allSettled(
      [newPassword, `${newPassword} too`].map((wanted) =>
        changePassword(owner, { ...given, newPassword: wanted }, post),
      ),
    );
    expect(changes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    runJobs();
    await isDone(2);
    expect(smtp.mails).toHaveLength(1);
    expect(headersOf(0)).toContain("你的密碼改過了");
  });
});
