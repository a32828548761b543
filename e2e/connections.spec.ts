import type { Page } from "@playwright/test";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { startS3Server } from "@/test/servers/s3-server";
import { readMail, startSmtpServer } from "@/test/servers/smtp-server";
import { expectNoViolations } from "./support/expect-no-violations";
import { newContext } from "./support/new-context";
import { test as base, expect } from "./support/servers/start-fixtures";
import { createTeam, type Member } from "./support/team";

const words = getCatalog("zh-TW");

type Services = {
  smtp: Awaited<ReturnType<typeof startSmtpServer>>;
  s3: Awaited<ReturnType<typeof startS3Server>>;
  /** What `start` needs to know of them. */
  settings: Record<string, string>;
};

const test = base.extend<{ services: Services }>({
  services: async ({ browserName: _ }, use) => {
    const smtp = await startSmtpServer({ login: { user: "dawen", pass: "smtp-secret" } });
    const s3 = await startS3Server();
    await use({
      smtp,
      s3,
      settings: {
        SMTP_URL: smtp.url.replace("//", "//dawen:smtp-secret@"),
        MAIL_FROM: "答問 <dawen@shop.example>",
        SEED_DEMO: "0",
        ...s3.settings,
      },
    });
    await smtp.close();
    await s3.close();
  },
});

test("a start says what it is connected to, and no secret", async ({ start, services }) => {
  test.slow();
  const server = start(services.settings);
  await server.ready;
  // What it prints and that it is ready come by different ways.
  await expect.poll(server.output).toContain("set BASE_URL");
  const output = server.output();
  expect(output).toContain("dawen@shop.example (127.0.0.1:");
  expect(output).toContain("/dawen-files");
  expect(output).not.toContain("smtp-secret");
  expect(output).not.toContain(services.settings.S3_SECRET_ACCESS_KEY ?? "");
  const plain = start({ ...services.settings, MAIL_FROM: "nobody", S3_BUCKET: "" });
  expect(await plain.exited).toMatchObject({ code: 1 });
  for (const name of ["MAIL_FROM", "S3_BUCKET"])
    expect(plain.output()).toMatch(new RegExp(`^ {2}${name}: expected .+`, "m"));
});

test("an owner tries mail and files; a fault is a sentence that says what to do", async ({
  start,
  services: { smtp, s3, settings },
  page,
  request,
}) => {
  test.slow();
  const baseUrl = await start(settings).ready;
  const { owner } = await createTeam(baseUrl);
  await signInAs(page, owner, baseUrl);
  await page.goto(`${baseUrl}/team`);
  const { connections } = words.team;
  const testMail = page.getByRole("button", { name: connections.testMail });
  const testFiles = page.getByRole("button", { name: connections.testFiles });

  await testMail.click();
  await expect(page.getByText(connections.mailSent(owner.email))).toBeVisible();
  expect(smtp.mails.map(({ to }) => to)).toEqual([[owner.email]]);
  await testFiles.click();
  const link = page.getByRole("link", { name: connections.openFile });
  await expect(link).toBeVisible();
  expect([...s3.objects.keys()]).toEqual([expect.stringMatching(/^[0-9a-f-]{36}\/[0-9a-f]{32}$/)]);
  await expectNoViolations(page, "mail and files tried");

  const path = (await link.getAttribute("href")) ?? "";
  const file = await request.get(`${baseUrl}${path}`);
  expect(file.status()).toBe(200);
  expect(await file.text()).toContain("A test file that Dawen wrote and read back.");
  expect(file.headers()).toMatchObject({
    "content-type": "text/plain; charset=utf-8",
    "content-disposition": "inline; filename*=UTF-8''dawen-test.txt",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });
  expect(file.headers()["content-security-policy"]).toContain("sandbox");
  const until = /until=(\d+)/.exec(path)?.[1] ?? "";
  for (const wrong of [
    path.replace(/key=[^&]+/, "key=x"),
    path.replace(until, String(Number(until) + 60)),
    path.replace(until, "1"),
    path.replace(/files\/[0-9a-f-]{36}/, "files/00000000-0000-7000-8000-000000000000"),
    path.replace(/\?.*/, ""),
    path.replace(/files\/[^?]+/, "files/..%2f..%2fsecret"),
  ])
    expect([wrong, (await request.get(`${baseUrl}${wrong}`)).status()]).toEqual([wrong, 404]);

  // A store that fails is no file that has gone.
  s3.behaviour.fails = { status: 500, code: "InternalError" };
  const failed = await request.get(`${baseUrl}${path}`);
  expect([failed.status(), await failed.json()]).toEqual([500, { error: "unavailable" }]);
  const asPerson = await request.get(`${baseUrl}${path}`, {
    headers: { accept: "text/html", "accept-language": "zh-TW" },
  });
  expect(asPerson.status()).toBe(500);
  expect(await asPerson.text()).toContain(words.shell.failed.title);

  smtp.behaviour.answers = { auth: "535 5.7.8 no" };
  await testMail.click();
  await expect(page.getByText(words.errors.byReason.mail_login)).toBeVisible();
  s3.behaviour.fails = { status: 403, code: "SignatureDoesNotMatch" };
  await testFiles.click();
  await expect(page.getByText(words.errors.byReason.storage_login)).toBeVisible();
  // Six tries in ten minutes, whatever they were.
  await testMail.click();
  await testMail.click();
  await testMail.click();
  await expect(page.getByText(/分鐘後再試/)).toBeVisible();
});

test("an invitation and a forgotten password go by mail, and the answer tells nobody who has an account", async ({
  start,
  services: { smtp, settings },
  page,
  browser,
}) => {
  test.slow();
  const baseUrl = await start(settings).ready;
  const { owner, name } = await createTeam(baseUrl);
  await signInAs(page, owner, baseUrl);
  await page.goto(`${baseUrl}/team`);
  await page.locator("input[name=email]").fill("friend@example.com");
  await page.getByRole("button", { name: words.team.invite.submitMailed }).click();
  await expect(page.getByText(words.team.invite.mailed("friend@example.com"))).toBeVisible();
  await expect.poll(() => smtp.mails.length).toBe(1);
  const invitation = lastMail();
  // Seven digits in a row, as a random name may have them, would be taken for a telephone number.
  const isNamed = !/\d{7}/.test(name);
  expect(invitation.headers).toContain(isNamed ? `邀請你加入「${name}」` : "邀請你加入一個團隊");
  const [inviteLink = ""] = invitation.links;
  expect(inviteLink).toBe(await page.getByRole("alert").locator("code").textContent());
  const context = await newContext(browser, { locale: "zh-TW" });
  const stranger = await context.newPage();
  await stranger.goto(inviteLink);
  await expect(stranger.getByRole("heading", { level: 1 })).toContainText(name);

  smtp.behaviour.answers = { auth: "535 5.7.8 no" };
  await page.locator("input[name=email]").fill("late@example.com");
  await page.getByRole("button", { name: words.team.invite.submitMailed }).click();
  await expect(page.getByText(words.team.invite.mailed("late@example.com"))).toBeVisible();
  await expect(async () => {
    await page.goto(`${baseUrl}/team/jobs`);
    await expect(page.getByText(words.jobs.faults.mail_login)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByText("late@example.com")).toBeVisible();
  smtp.behaviour.answers = {};
  const sendInvite = words.jobs.retryLabel(words.jobs.names["invite-mail"]);
  await page.getByRole("button", { name: sendInvite }).click();
  await expect
    .poll(() => smtp.mails.map(({ to }) => to))
    .toEqual([["friend@example.com"], ["late@example.com"]]);

  await stranger.goto(`${baseUrl}/sign-in`);
  await stranger.getByRole("link", { name: words.auth.signIn.forgot }).click();
  // Both pages ask for an address.
  await stranger.waitForURL("**/forgot");
  await expect(stranger.getByRole("heading", { name: words.auth.forgot.title })).toBeVisible();
  for (const email of ["nobody@example.com", owner.email]) {
    await stranger.locator("input[name=email]").fill(email);
    await stranger.getByRole("button", { name: words.auth.forgot.submit }).click();
    await expect(stranger.getByText(words.auth.forgot.sent)).toBeVisible();
    await expectNoViolations(stranger, "a link asked for");
    await stranger.reload();
  }
  await expect.poll(() => smtp.mails.length).toBe(3);
  expect(smtp.mails.at(-1)?.to).toEqual([owner.email]);
  const [resetLink = ""] = lastMail().links;
  await stranger.goto(resetLink);
  await stranger.locator("input[name=newPassword]").fill("a new sentence to know");
  await stranger.getByRole("button", { name: words.auth.reset.submit }).click();
  await expect(stranger.getByText(words.auth.signIn.passwordChanged)).toBeVisible();
  await expect.poll(() => smtp.mails.length).toBe(4);
  expect(lastMail().headers).toContain("你的密碼改過了");
  expect((await page.goto(`${baseUrl}/team`))?.status()).toBe(401);
  await stranger.goto(resetLink);
  await expect(stranger.getByRole("link", { name: words.auth.reset.askAgain })).toBeVisible();
  await context.close();

  function lastMail() {
    const mail = smtp.mails.at(-1);
    if (!mail) throw new Error("no mail came");
    return readMail(mail);
  }
});

async function signInAs(page: Page, { cookie }: Member, baseUrl: string): Promise<void> {
  const cookies = cookie.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url: baseUrl };
  });
  await page.context().addCookies([...cookies, { name: "locale", value: "zh-TW", url: baseUrl }]);
}
