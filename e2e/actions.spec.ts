import { readFileSync } from "node:fs";
import { z } from "zod";
import type { App, Role } from "./app";
import { expect, test } from "./fixtures";
import { signInByHttp } from "./sign-in-by-http";

type Who = "anonymous" | Role;
type Ids = { bot: string; document: string; member: string; session: string; invite: string };
type Refusals = Partial<Record<Who, "unauthenticated" | "forbidden" | "not_found">>;
type ActionCase = { form: (ids: Ids) => Record<string, string>; refused: Refusals };

const people: readonly Who[] = ["anonymous", "owner", "editor", "agent", "other"];
const anonymous: Refusals = { anonymous: "unauthenticated" };
const notAgents: Refusals = { ...anonymous, agent: "forbidden" };
const ownersOnly: Refusals = { ...notAgents, editor: "forbidden" };
const others: Refusals = { other: "not_found" };

const taken = "這裡不該留下來";
const onBot = (refused: Refusals, fields: Record<string, string> = {}): ActionCase => ({
  form: ({ bot }) => ({ botId: bot, ...fields }),
  refused: { ...refused, ...others },
});
const onDocument = (fields: Record<string, string> = {}): ActionCase => ({
  form: ({ bot, document }) => ({ botId: bot, documentId: document, ...fields }),
  refused: { ...notAgents, ...others },
});

/** Every server action that needs a session, with a form that would work, and whom it must refuse. Ids are the shop team's. */
const actions: Record<string, ActionCase> = {
  createBotAction: { form: () => ({ name: taken }), refused: notAgents },
  saveAppearanceAction: onBot(notAgents, {
    primaryColor: "#123456",
    position: "tl",
    botName: taken,
    avatarUrl: "",
    welcome: taken,
    placeholder: taken,
  }),
  renameBotAction: onBot(notAgents, { name: taken }),
  saveAnswerSettingsAction: onBot(notAgents, {
    fallbackText: taken,
    contact: taken,
    instructions: taken,
    answerModel: "",
    unsupportedRule: "mark",
  }),
  setBotEnabledAction: onBot(notAgents, { enabled: "false" }),
  rotateWidgetTokenAction: onBot(ownersOnly),
  deleteBotAction: onBot(ownersOnly, { confirmName: "霧腳茶行" }),
  createDocumentAction: onBot(notAgents, { title: taken, content: taken }),
  updateDocumentAction: onDocument({ title: taken, content: taken, baseVersion: "1" }),
  deleteDocumentAction: onDocument(),
  restoreDocumentAction: onDocument(),
  restoreVersionAction: onDocument({ number: "1", baseVersion: "1" }),
  askKnowledgeAction: onBot(anonymous, { question: "運費多少？" }),
  renameTeamAction: { form: () => ({ name: taken }), refused: ownersOnly },
  createInviteAction: {
    form: () => ({ email: "taken@example.com", role: "owner" }),
    refused: ownersOnly,
  },
  revokeInviteAction: {
    form: ({ invite }) => ({ inviteId: invite }),
    refused: { ...ownersOnly, ...others },
  },
  updateMemberRoleAction: {
    form: ({ member }) => ({ userId: member, role: "owner" }),
    refused: { ...ownersOnly, ...others },
  },
  removeMemberAction: {
    form: ({ member }) => ({ userId: member }),
    refused: { ...anonymous, agent: "forbidden", ...others },
  },
  switchTeamAction: {
    form: () => ({ teamId: "00000000-0000-7000-8000-000000000000" }),
    refused: { ...anonymous, ...others },
  },
  acceptInviteAction: { form: () => ({ token: "x" }), refused: { ...anonymous, agent: "not_found" } },
  updateProfileAction: { form: () => ({ name: taken }), refused: anonymous },
  changePasswordAction: {
    form: () => ({ currentPassword: "x", newPassword: "rain on the tin roof" }),
    refused: anonymous,
  },
  revokeSessionAction: {
    form: ({ session }) => ({ sessionId: session }),
    refused: { ...anonymous, editor: "not_found", ...others },
  },
  revokeOtherSessionsAction: { form: () => ({}), refused: anonymous },
};

/** These are for everyone: who isn't signed in, and what each browser keeps for itself. */
const publicActions = [
  ...["signInAction", "signUpAction", "resetPasswordAction", "signOutAction"],
  ...["setLocale", "setTheme"],
];

const manifestSchema = z.object({
  node: z.record(
    z.string(),
    z.object({ exportedName: z.string(), workers: z.record(z.string(), z.unknown()) }),
  ),
});

test("the table names every server action", () => {
  expect([...readActions().keys()].sort()).toEqual([...Object.keys(actions), ...publicActions].sort());
});

test("each action refuses whom it must with a typed refusal, and nothing has changed", async ({ app }) => {
  test.setTimeout(240_000);
  const cookies: Record<Who, string> = {
    anonymous: "",
    owner: await signInByHttp(app.baseUrl, app.demo.owner),
    editor: await signInByHttp(app.baseUrl, app.demo.editor),
    agent: await signInByHttp(app.baseUrl, app.demo.agent),
    other: await signInByHttp(app.baseUrl, app.demo.other),
  };
  const call = createCaller(app, await findIds(app, cookies.owner));
  const look = () => readOwnersScreens(app, cookies.owner, call.ids);
  const before = await look();
  const faults: string[] = [];
  for (const [name, { refused }] of Object.entries(actions)) {
    for (const who of people) {
      if (!refused[who]) continue;
      const { status, code } = await call(name, cookies[who]);
      if (code !== refused[who] || status >= 500) faults.push(`${who} ${name}: ${status} ${code}`);
    }
  }
  expect(faults).toEqual([]);
  expect(await look()).toEqual(before);

  // That the forms above reach their actions at all: whom one of them allows gets its answer.
  expect(await call("askKnowledgeAction", cookies.agent)).toMatchObject({ status: 200, code: "done" });
});

const foreign: Record<string, string>[] = [
  { origin: "https://evil.example.com" },
  { origin: "null" },
  { "sec-fetch-site": "cross-site" },
];

test("no action runs for a page of another origin", async ({ app }) => {
  const cookie = await signInByHttp(app.baseUrl, app.demo.owner);
  const call = createCaller(app, await findIds(app, cookie));
  const before = await readOwnersScreens(app, cookie, call.ids);
  for (const name of ["renameBotAction", "renameTeamAction", "updateProfileAction"]) {
    for (const headers of foreign) {
      const { status, code } = await call(name, cookie, headers);
      expect([status, code], `${name} ${JSON.stringify(headers)}`).toEqual([403, "forbidden"]);
    }
  }
  expect(await readOwnersScreens(app, cookie, call.ids)).toEqual(before);
});

/** The built actions by name: the id a browser sends, and a page that has it. */
function readActions(): Map<string, { id: string; page: string }> {
  const manifest = manifestSchema.parse(
    JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")),
  );
  return new Map(
    Object.entries(manifest.node).map(([id, { exportedName, workers }]) => {
      const page = Object.keys(workers)[0] ?? "";
      return [exportedName, { id, page }];
    }),
  );
}

/** Calls actions as React's `useActionState` does: the state before, then the form. */
function createCaller({ baseUrl }: App, ids: Ids) {
  const built = readActions();
  const call = async (
    name: string,
    cookie: string,
    headers: Record<string, string> = {},
    form = actions[name]?.form(ids) ?? {},
  ) => {
    const { id = "", page = "" } = built.get(name) ?? {};
    const body = new FormData();
    for (const [field, value] of Object.entries(form)) body.append(`_1_${field}`, value);
    body.append("0", JSON.stringify([{ status: "idle" }, "$K1"]));
    const response = await fetch(`${baseUrl}${addressOf(page, ids)}`, {
      method: "POST",
      headers: { cookie, origin: baseUrl, accept: "text/x-component", "next-action": id, ...headers },
      body,
      redirect: "manual",
    });
    const text = await response.text();
    const refusal = /\{"status":"error","code":"(\w+)"/.exec(text)?.[1];
    const code = refusal ?? (text.includes('{"status":"done"') ? "done" : text.slice(0, 80));
    return { status: response.status, code: response.status === 403 ? "forbidden" : code };
  };
  return Object.assign(call, { ids });
}

function addressOf(page: string, ids: Ids): string {
  return page
    .replaceAll(/^app|\/\([^)]+\)|\/page$/g, "")
    .replace("[botId]", ids.bot)
    .replace("[documentId]", ids.document)
    .replace("[[...chat]]", "")
    .replace("[token]", "x");
}

/** What the forms would change, as the owner's screens have it: values of fields, tokens, documents, people. */
async function readOwnersScreens(
  { baseUrl }: App,
  cookie: string,
  ids: Ids,
): Promise<Record<string, string[]>> {
  const bot = `/bots/${ids.bot}`;
  const paths = [
    ...["/bots", `${bot}/appearance`, `${bot}/install`, `${bot}/settings`, `${bot}/knowledge`],
    ...[`${bot}/knowledge/${ids.document}`, "/team", "/account"],
  ];
  const screens: Record<string, string[]> = {};
  for (const path of paths) {
    const html = await readPage(baseUrl, path, cookie);
    const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "";
    // Sessions come and go with whoever signs in meanwhile: only the one that the forms would end counts.
    const told = main.replaceAll(/name="sessionId" value="([^"]+)"/g, (field, id) =>
      id === ids.session ? field : "",
    );
    const facts = told.match(
      /(?:value|href)="[^"]*"|checked=""|<textarea[^>]*>[^<]*|\b[0-9a-f]{32}\b|<h\d[^>]*>[^<]*/g,
    );
    screens[path] = (facts ?? []).map((fact) => fact.replace(/ id="[^"]*"/, ""));
    expect(screens[path].length, path).toBeGreaterThan(2);
  }
  return screens;
}

async function findIds(app: App, cookie: string): Promise<Ids> {
  const uuid = "([0-9a-f-]{36})";
  const find = async (path: string, pattern: string) => {
    const found = new RegExp(pattern).exec(await readPage(app.baseUrl, path, cookie))?.[1];
    if (!found) throw new Error(`${path} has nothing like ${pattern}`);
    return found;
  };
  // Another session of the owner's, and an open invitation.
  await signInByHttp(app.baseUrl, app.demo.owner);
  const bot = await find("/bots", `/bots/${uuid}`);
  const ids = {
    bot,
    document: await find(`/bots/${bot}/knowledge`, `/knowledge/${uuid}`),
    member: await find("/team", `name="userId" value="${uuid}"`),
    session: await find("/account", `name="sessionId" value="${uuid}"`),
    invite: "",
  };
  const invited = { email: "open-invite@example.com", role: "agent" };
  expect(await createCaller(app, ids)("createInviteAction", cookie, {}, invited)).toMatchObject({
    code: "done",
  });
  return { ...ids, invite: await find("/team", `name="inviteId" value="${uuid}"`) };
}

async function readPage(baseUrl: string, path: string, cookie: string): Promise<string> {
  const response = await fetch(`${baseUrl}${path}`, { headers: { cookie } });
  expect(response.status, path).toBe(200);
  return response.text();
}
