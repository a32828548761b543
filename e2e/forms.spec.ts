import type { Page } from "@playwright/test";
import { getCatalog } from "@/lib/i18n/get-catalog";
import { callAction } from "./support/call-action";
import { expect, test } from "./support/fixtures";
import { createTeam } from "./support/team";

const words = getCatalog("zh-TW");

test("what a page sends is done in the team that it shows, or not at all", async ({
  app,
  team,
  pageOf,
  faults,
}) => {
  // The live line of the team that was left.
  faults.expect(/status of 403/);
  const other = await createTeam(app.baseUrl);
  const page = await pageOf(team.owner);
  await page.goto("/bots/new");
  const bots = await page.context().newPage();
  const third = await page.context().newPage();
  await third.goto("/account");
  const name = `給 ${team.name}`;

  // In another tab the owner joins a second team, which the session is in from then on.
  const headers = { cookie: team.owner.cookie };
  const invited = await callAction(app.baseUrl, "createInviteAction", {
    form: { email: team.owner.email, role: "owner" },
    headers: { cookie: other.owner.cookie },
  });
  const token = /\/invite\/([\w-]+)/.exec(invited.text)?.[1] ?? "";
  await callAction(app.baseUrl, "acceptInviteAction", { form: { token }, headers });

  await page.getByRole("main").getByRole("textbox").fill(name);
  const create = page.getByRole("main").locator("button[type=submit]");
  await create.click();
  await expect(page.getByText(words.errors.byReason.acts_elsewhere)).toBeVisible();
  await expect(page.getByRole("main").getByRole("textbox")).toHaveValue(name);
  await bots.goto("/bots");
  await expect(bots.getByRole("link", { name: other.bot.name })).toBeVisible();
  await expect(bots.getByRole("link", { name })).toHaveCount(0);
  await third.getByRole("link", { name: words.shell.bots }).click();
  await expect(third.getByRole("link", { name: other.bot.name })).toBeVisible();
  await expect(third.getByRole("complementary").getByText(other.name)).toBeVisible();

  await switchBack(bots, team.name);
  await create.click();
  await page.waitForURL(/\/bots\/[0-9a-f-]{36}/);
  await bots.goto("/bots");
  await expect(bots.getByRole("link", { name: team.bot.name })).toBeVisible();
  await expect(bots.getByRole("link", { name })).toBeVisible();
});

test("an address that is typed while the invitation before it is made stays", async ({ team, pageOf }) => {
  const page = await pageOf(team.owner);
  await page.goto("/team");
  const { promise: isTyped, resolve: go } = Promise.withResolvers<void>();
  await page.route("**/team", async (route) => {
    if (route.request().method() === "POST") await isTyped;
    await route.continue();
  });
  const email = page.locator("input[name=email]");
  await email.fill("first@example.com");
  await page.getByRole("button", { name: words.team.invite.submit }).click();
  await email.fill("second@example.com");
  go();
  await expect(page.getByText(words.team.invite.made("first@example.com"))).toBeVisible();
  await expect(email).toHaveValue("second@example.com");
  await page.getByRole("button", { name: words.team.invite.submit }).click();
  await expect(page.getByText(words.team.invite.made("second@example.com"))).toBeVisible();
  await expect(email).toHaveValue("");
});

test("an address that is invited again: the notice says that the link before no longer works, and so it is", async ({
  team,
  pageOf,
  newPage,
  faults,
}) => {
  // Both links are opened by nobody's page; one that is over is answered as such.
  faults.expect(/status of 4\d\d/);
  const page = await pageOf(team.owner);
  await page.goto("/team");
  const notice = page.getByRole("main").getByRole("alert");
  const linkOf = async (email: string, typed = email) => {
    await page.locator("input[name=email]").fill(typed);
    await page.getByRole("button", { name: words.team.invite.submit }).click();
    await expect(notice).toContainText(words.team.invite.made(email));
    return await notice.locator("code").innerText();
  };
  const first = await linkOf("again@example.com");
  await expect(notice).not.toContainText(words.team.invite.replaced);
  await linkOf("other@example.com");
  await expect(notice).not.toContainText(words.team.invite.replaced);
  // The same address in other letters is the same person.
  const second = await linkOf("again@example.com", " Again@Example.COM ");
  await expect(notice).toContainText(words.team.invite.replaced);
  await expect(page.getByRole("listitem").filter({ hasText: "again@example.com" })).toHaveCount(1);

  const stranger = await newPage({});
  await stranger.goto(second);
  await expect(stranger.getByRole("main")).toContainText(team.name);
  await stranger.goto(first);
  await expect(stranger.getByRole("main")).not.toContainText(team.name);

  // Withdrawn is not replaced: nothing was good any more.
  await page
    .getByRole("listitem")
    .filter({ hasText: "again@example.com" })
    .getByRole("button", { name: words.team.invite.revoke })
    .click();
  await expect(page.getByRole("listitem").filter({ hasText: "again@example.com" })).toHaveCount(0);
  await linkOf("again@example.com");
  await expect(notice).not.toContainText(words.team.invite.replaced);
});

test("without scripts a refused form has what was typed, and no password", async ({ newPage, faults }) => {
  faults.expect(/status of 4\d\d/);
  const page = await newPage({ javaScriptEnabled: false });
  const typed = { name: "王小明", teamName: "小明茶行", email: "ming@example.com" };
  await page.goto("/sign-up");
  for (const [name, value] of Object.entries({ ...typed, password: "123" }))
    await page.locator(`input[name=${name}]`).fill(value);
  await page.getByRole("button", { name: words.auth.signUp.submit }).click();
  for (const [name, value] of Object.entries({ ...typed, password: "" }))
    await expect(page.locator(`input[name=${name}]`)).toHaveValue(value);
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill(typed.email);
  await page.locator("input[name=password]").fill("not the password");
  await page.getByRole("main").getByRole("button", { name: words.auth.signIn.submit }).click();
  await expect(page.getByText(words.errors.byReason.wrong_credentials)).toBeVisible();
  await expect(page.locator("input[name=email]")).toHaveValue(typed.email);
  await expect(page.locator("input[name=password]")).toHaveValue("");
});

test("an open menu stays open while the page is drawn anew", async ({ team, pageOf, post }) => {
  const agent = await team.addMember("agent");
  const editor = await team.addMember("editor");
  const page = await pageOf(team.owner);
  await page.goto("/team");
  const { promise: isOpen, resolve: go } = Promise.withResolvers<void>();
  await page.route("**/team", async (route) => {
    if (route.request().method() === "POST") await isOpen;
    await route.continue();
  });
  const menuOf = ({ name, email }: typeof agent) =>
    page
      .getByRole("row")
      .filter({ hasText: email })
      .getByRole("button", { name: words.team.memberMenu(name) });
  await menuOf(agent).click();
  await page
    .getByRole("button", { name: words.team.makeRole(words.team.roles.editor) })
    .locator("visible=true")
    .click();
  await menuOf(editor).click();
  const item = page.getByRole("button", { name: words.team.remove.submit }).locator("visible=true");
  await expect(item).toBeVisible();
  go();
  await expect(page.getByText(words.team.roleChanged(agent.name, words.team.roles.editor))).toBeVisible();
  await post("message", {
    token: team.bot.token,
    message: "請找真人",
    wants_person: true,
    chat_id: "web_0123456789abcdef",
  });
  await expect(page).toHaveTitle(/^\(1\)/);
  await item.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
});

async function switchBack(page: Page, teamName: string): Promise<void> {
  await page.goto("/team");
  await page.getByRole("main").getByRole("button", { name: teamName }).click();
  await expect(page.getByRole("complementary").getByText(teamName)).toBeVisible();
}
