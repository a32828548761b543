import type { Locator, Page } from "@playwright/test";
import { authScreens } from "./auth-screens";
import { chatScreens } from "./chat-screens";
import { fileScreens } from "./file-screens";
import type { Screen } from "./screen";
import { siteScreens } from "./site-screens";
import type { Viewer } from "./stage";
import { submit } from "./submit";
import { teamScreens } from "./team-screens";
import { waiting } from "./waiting";

const nowhere = "00000000-0000-7000-8000-000000000000";
const bot = "app/(dashboard)/bots/[botId]";

/** Every page, in every state that looks different. */
export const screens: readonly Screen[] = [
  ...siteScreens,
  ...demo("demo"),
  ...demo("demo-open", openWidget),
  ...demo("demo-answered", async (page) => {
    const input = await openWidget(page);
    await input.fill("可以退貨嗎？");
    await input.press("Enter");
    await page.locator("dawen-widget .turn:not(.typing) > .bubble").locator("visible=true").nth(2).waitFor();
  }),

  ...authScreens,
  { name: "not-signed-in", file: "app/unauthorized.tsx", viewer: "nobody", path: () => "/team", status: 401 },
  { name: "not-found", file: "app/not-found.tsx", viewer: "nobody", path: () => "/nowhere", status: 404 },
  {
    name: "not-found-in-dashboard",
    file: "app/(dashboard)/not-found.tsx",
    viewer: "owner",
    path: () => `/bots/${nowhere}`,
    status: 404,
  },
  {
    name: "forbidden",
    file: "app/(dashboard)/forbidden.tsx",
    viewer: "agent",
    path: () => "/bots/new",
    status: 403,
  },

  ...chatScreens,

  { name: "bots", file: "app/(dashboard)/bots/page.tsx", viewer: "owner", path: () => "/bots" },
  { name: "bots-empty", file: "app/(dashboard)/bots/page.tsx", viewer: "newcomer", path: () => "/bots" },
  {
    name: "account-menu",
    file: "app/(dashboard)/bots/page.tsx",
    viewer: "owner",
    path: () => "/bots",
    isOverlay: true,
    act: (page, words) => page.getByRole("button", { name: words.shell.userMenu }).click(),
  },
  { name: "bot-bin", file: "app/(dashboard)/bots/bin/page.tsx", viewer: "keeper", path: () => "/bots/bin" },
  {
    name: "bot-purge",
    file: "app/(dashboard)/bots/bin/page.tsx",
    viewer: "keeper",
    path: () => "/bots/bin",
    isOverlay: true,
    act: async (page, words) => {
      await submit(page, words.bin.purgeLabel("收掉的分店"));
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "bot-new", file: "app/(dashboard)/bots/new/page.tsx", viewer: "owner", path: () => "/bots/new" },
  {
    name: "bot-new-error",
    file: "app/(dashboard)/bots/new/page.tsx",
    viewer: "owner",
    path: () => "/bots/new",
    act: async (page, words) => {
      await submit(page, words.bots.create.submit);
      await page.locator("[aria-invalid=true]").waitFor();
    },
  },
  { name: "bot", file: `${bot}/page.tsx`, viewer: "owner", path: (stage) => stage.bot },
  { name: "bot-begun", file: `${bot}/page.tsx`, viewer: "keeper", path: (stage) => stage.emptyBot },
  { name: "bot-of-agent", file: `${bot}/page.tsx`, viewer: "agent", path: (stage) => stage.bot },
  ...knowledge("knowledge", "owner", (stage) => `${stage.bot}/knowledge`),
  ...knowledge("knowledge-of-agent", "agent", (stage) => `${stage.bot}/knowledge`),
  ...fileScreens,
  ...knowledge("knowledge-empty", "keeper", (stage) => `${stage.emptyBot}/knowledge`),
  ...knowledge("knowledge-no-match", "owner", (stage) => `${stage.bot}/knowledge?q=xyzzy`),
  ...knowledge(
    "knowledge-chosen",
    "keeper",
    (stage) => `${stage.ownBot}/knowledge?sort=title`,
    async (page, words) => {
      const { organise } = words.knowledge;
      await page.locator("tbody input[type=checkbox]").first().check();
      await page.getByRole("button", { name: organise.tag, exact: true }).click();
      await page.getByRole("button", { name: organise.addTag, exact: true }).waitFor();
    },
  ),
  ...knowledge("knowledge-off", "keeper", (stage) => `${stage.ownBot}/knowledge?state=off`),
  ...document("document-off", "keeper", (stage) => stage.offDocument),
  ...knowledge(
    "knowledge-asked",
    "owner",
    (stage) => `${stage.bot}/knowledge`,
    async (page, words) => {
      await page.locator("input[name=question]").fill("可以退貨嗎？運費多少？");
      await submit(page, words.bots.tryIt.submit);
      await page.getByText(words.bots.tryIt.why.title).click();
    },
  ),
  {
    name: "document-menu",
    file: `${bot}/knowledge/page.tsx`,
    viewer: "owner",
    path: (stage) => `${stage.bot}/knowledge`,
    isOverlay: true,
    act: (page) => page.getByRole("main").locator("td button[popovertarget]").first().click(),
  },
  {
    name: "document-new",
    file: `${bot}/knowledge/new/page.tsx`,
    viewer: "owner",
    path: (stage) => `${stage.bot}/knowledge/new`,
  },
  {
    name: "document-answer",
    file: `${bot}/knowledge/answer/page.tsx`,
    viewer: "owner",
    path: () => "/chats",
    act: async (page, words) => {
      await page.getByRole("region").getByRole("link").filter({ hasText: "運費多少？" }).first().click();
      const link = page.getByRole("log").getByRole("link", { name: words.chats.transcript.correctAnswer });
      await link.first().click();
      await page.locator("textarea[name=answer]").waitFor();
    },
  },
  {
    name: "document-bin",
    file: `${bot}/knowledge/bin/page.tsx`,
    viewer: "keeper",
    path: (stage) => `${stage.ownBot}/knowledge/bin`,
  },
  {
    name: "document-draft",
    file: `${bot}/knowledge/[documentId]/page.tsx`,
    viewer: "keeper",
    path: (stage) => stage.ownDocument,
    act: async (page, words) => {
      await page.locator("input[name=title]").fill("退貨、換貨與保固");
      await page.reload();
      await page.getByRole("button", { name: words.common.draft.resume }).waitFor();
    },
  },
  ...check(
    "findings",
    (stage) => stage.checkedBot,
    (page) => page.locator("mark").first().waitFor({ timeout: 60_000 }),
  ),
  ...check("findings-none", (stage) => stage.emptyBot),
  ...passages("document-passages", (stage) => `${stage.ownDocument}/passages`),
  ...passages("document-passages-search", (stage) => `${stage.ownDocument}/passages?q=運費`),
  ...version("document-version", (stage) => `${stage.ownDocument}/versions/1`),
  ...version("document-version-text", (stage) => `${stage.ownDocument}/versions/1?view=text`),
  {
    name: "appearance-conflict",
    file: `${bot}/appearance/page.tsx`,
    viewer: "keeper",
    path: (stage) => `${stage.ownBot}/appearance`,
    act: async (page, words, stage) => {
      const other = await page.context().newPage();
      await other.goto(`${stage.ownBot}/appearance`);
      await other.locator("input[name=botName]").fill(`小幫手 ${Date.now()}`);
      await submit(other, words.common.saveChanges);
      await other.getByText(words.bots.appearance.saved).waitFor();
      await other.close();
      await page.locator("input[name=botName]").fill("大幫手");
      await submit(page, words.common.saveChanges);
      await page.getByText(words.common.conflict.changed).waitFor();
    },
  },
  ...document("document", "owner", (stage) => stage.document),
  ...document("document-of-agent", "agent", (stage) => stage.document),
  ...document("document-versions", "keeper", (stage) => stage.ownDocument),
  ...document(
    "document-error",
    "keeper",
    (stage) => stage.ownDocument,
    async (page, words) => {
      await page.locator("input[name=title]").fill("");
      await submit(page, words.knowledge.editor.submit);
      await page.locator("[aria-invalid=true]").waitFor();
    },
  ),
  ...document(
    "document-conflict",
    "keeper",
    (stage) => stage.ownDocument,
    async (page, words, stage) => {
      const other = await page.context().newPage();
      await other.goto(stage.ownDocument);
      await other.locator("input[name=title]").fill(`退貨與換貨 ${Date.now()}`);
      await submit(other, words.knowledge.editor.submit);
      await other.getByText(words.knowledge.editor.saved).waitFor();
      await other.close();
      await page.locator("input[name=title]").fill("退貨、換貨與維修");
      await submit(page, words.knowledge.editor.submit);
      await page.getByText(words.knowledge.editor.changedElsewhere).waitFor();
    },
  ),
  { name: "appearance", file: `${bot}/appearance/page.tsx`, viewer: "owner", path: at("appearance") },
  {
    name: "appearance-preview",
    file: `${bot}/appearance/page.tsx`,
    viewer: "owner",
    path: at("appearance"),
    actWidth: 390,
    act: (page, words) => submit(page, words.bots.appearance.preview),
  },
  {
    name: "appearance-of-agent",
    file: `${bot}/appearance/page.tsx`,
    viewer: "agent",
    path: at("appearance"),
  },
  { name: "install", file: `${bot}/install/page.tsx`, viewer: "owner", path: at("install") },
  { name: "settings", file: `${bot}/settings/page.tsx`, viewer: "owner", path: at("settings") },
  {
    name: "settings-rotate",
    file: `${bot}/settings/page.tsx`,
    viewer: "keeper",
    path: (stage) => `${stage.ownBot}/settings`,
    isOverlay: true,
    act: async (page, words) => {
      await submit(page, words.bots.token.rotate);
      await page.getByRole("dialog").waitFor();
    },
  },
  { name: "try", file: "app/(try)/bots/[botId]/try/page.tsx", viewer: "owner", path: at("try") },
  ...teamScreens,
  { name: "account", file: "app/(dashboard)/account/page.tsx", viewer: "owner", path: () => "/account" },
  {
    name: "account-pictured",
    file: "app/(dashboard)/account/page.tsx",
    viewer: "agent",
    path: () => "/account",
  },
  {
    name: "account-error",
    file: "app/(dashboard)/account/page.tsx",
    viewer: "newcomer",
    path: () => "/account",
    act: async (page, words) => {
      await page.locator("input[name=currentPassword]").fill("not the password");
      await page.locator("input[name=newPassword]").fill("1234");
      await submit(page, words.account.password.submit);
      await page.locator("[aria-invalid=true]").first().waitFor();
    },
  },

  ...waiting("waiting-for-bots", ({ bot }) => bot, "/bots"),
  ...waiting("waiting-for-chats", () => "/bots", "/chats"),
  ...waiting("waiting-for-leads", () => "/bots", "/leads"),
  ...waiting("waiting-for-team", () => "/bots", "/team"),
  ...waiting("waiting-for-account", () => "/bots", "/account"),
  ...waiting(
    "waiting-for-bot",
    () => "/bots",
    ({ bot }) => bot,
  ),
  ...["knowledge", "appearance", "install", "settings"].flatMap((part) =>
    waiting(`waiting-for-${part}`, ({ bot }) => bot, at(part)),
  ),
  ...waiting("waiting-for-document", at("knowledge"), ({ document }) => document),
];

/** Files under app/ that no screen is about, and why. */
export const notScreens: Readonly<Record<string, string>> = {
  "app/forbidden.tsx": "keeps Next's own out of each page; what the dashboard refuses, it says itself",
  "app/error.tsx": "only when our own code fails; the same message as in not-found.tsx",
  "app/(dashboard)/error.tsx": "as app/error.tsx",
  "app/global-error.tsx": "as app/error.tsx",
};

function at(part: string): Screen["path"] {
  return (stage) => `${stage.bot}/${part}`;
}

function demo(name: string, act?: (page: Page) => Promise<unknown>): Screen[] {
  const path = () => "/demo";
  return [{ name, file: "app/demo/page.tsx", viewer: "nobody", path, act, isOverlay: act !== undefined }];
}

/** Gives the field of the opened widget. */
async function openWidget(page: Page): Promise<Locator> {
  await page.locator("dawen-widget .launcher").click();
  const input = page.locator("dawen-widget").getByRole("dialog").getByRole("textbox");
  await input.waitFor();
  return input;
}

function knowledge(name: string, viewer: Viewer, path: Screen["path"], act?: Screen["act"]): Screen[] {
  return [{ name, file: `${bot}/knowledge/page.tsx`, viewer, path, act }];
}

function check(name: string, of: Screen["path"], act?: Screen["act"]): Screen[] {
  return [
    {
      name,
      file: `${bot}/knowledge/check/page.tsx`,
      viewer: "keeper",
      path: (stage) => `${of(stage)}/knowledge/check`,
      act,
    },
  ];
}

function passages(name: string, path: Screen["path"]): Screen[] {
  return [{ name, file: `${bot}/knowledge/[documentId]/passages/page.tsx`, viewer: "keeper", path }];
}

function version(name: string, path: Screen["path"]): Screen[] {
  return [{ name, file: `${bot}/knowledge/[documentId]/versions/[number]/page.tsx`, viewer: "keeper", path }];
}

function document(name: string, viewer: Viewer, path: Screen["path"], act?: Screen["act"]): Screen[] {
  return [{ name, file: `${bot}/knowledge/[documentId]/page.tsx`, viewer, path, act }];
}
