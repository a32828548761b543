import { addFile } from "./support/add-file";
import { callAction, readActions } from "./support/call-action";
import { expect, test } from "./support/fixtures";
import type { App, Role } from "./support/servers/app";
import { signInByHttp } from "./support/sign-in-by-http";
import { type Post, startConversation } from "./support/start-conversation";
import { createTeam, type Team } from "./support/team";

type Who = "anonymous" | Role;
type Ids = {
  source: string;
  bot: string;
  botName: string;
  document: string;
  member: string;
  session: string;
  invite: string;
  conversation: string;
  /** The bot's turn in it. */
  reply: string;
};
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

const onFile = (fields: Record<string, string> = {}): ActionCase => ({
  form: ({ bot, source }) => ({ botId: bot, sourceId: source, ...fields }),
  refused: { ...notAgents, ...others },
});

/** Every member may: who else would act is refused. */
const onChat = (fields: Record<string, string> = {}): ActionCase => ({
  form: ({ conversation }) => ({ conversationId: conversation, ...fields }),
  refused: { ...anonymous, ...others },
});

const replyId = { replyId: "00000000-0000-7000-8000-00000000000a" };

/** A note is its author's: nobody else may. */
const onNobodysNote = (fields: Record<string, string> = {}): ActionCase => ({
  form: () => ({ noteId: "00000000-0000-7000-8000-000000000000", ...fields }),
  refused: { ...anonymous, ...others },
});

/**
 * Every server action that needs a session, with a form that would work, and whom it must refuse. Ids are those of the
 * test's own team.
 */
const actions: Record<string, ActionCase> = {
  createBotAction: { form: () => ({ name: taken }), refused: notAgents },
  saveAppearanceAction: onBot(notAgents, {
    primaryColor: "#123456",
    position: "tl",
    offset: "24 96",
    botName: taken,
    avatarUrl: "",
    welcome: taken,
    placeholder: taken,
    locale: "en",
    theme: "dark",
    suggestions: taken,
  }),
  renameBotAction: onBot(notAgents, { name: taken }),
  saveAnswerSettingsAction: onBot(notAgents, {
    fallbackText: taken,
    contact: taken,
    instructions: taken,
    answerModel: "",
    unsupportedRule: "mark",
    sureness: "generous",
  }),
  saveHoursAction: onBot(notAgents, { hasHours: "true", monday: "10:00-11:00", specialDays: "" }),
  setRetentionAction: onBot(ownersOnly, { retentionDays: "30" }),
  setBotEnabledAction: onBot(notAgents, { enabled: "false" }),
  rotateWidgetTokenAction: onBot(ownersOnly),
  deleteBotAction: {
    form: ({ bot, botName }) => ({ botId: bot, confirmName: botName }),
    refused: { ...ownersOnly, ...others },
  },
  restoreBotAction: onBot(ownersOnly),
  purgeBotAction: onBot(ownersOnly),
  createDocumentAction: onBot(notAgents, { title: taken, content: taken }),
  makeAnswerAction: {
    form: ({ bot, conversation, reply }) => ({
      ...{ botId: bot, conversationId: conversation, turnId: reply },
      ...{ answerId: "00000000-0000-4000-8000-00000000000b", question: taken, answer: taken },
      ...{ documentId: "", title: taken },
    }),
    refused: { ...notAgents, ...others },
  },
  updateDocumentAction: onDocument({ title: taken, content: taken, baseVersion: "1" }),
  deleteDocumentAction: onDocument(),
  restoreDocumentAction: onDocument(),
  changeDocumentsAction: {
    form: ({ bot, document }) => ({ botId: bot, documentIds: document, change: "tag", tag: taken }),
    refused: { ...notAgents, ...others },
  },
  purgeDocumentAction: {
    form: ({ bot, document }) => ({ botId: bot, documentId: document }),
    refused: { ...ownersOnly, ...others },
  },
  settleFindingAction: onBot(notAgents, { key: "0".repeat(64), keep: "first" }),
  undoSettledAction: onDocument({ number: "1", baseVersion: "1" }),
  dismissFindingAction: onBot(notAgents, { key: "0".repeat(64) }),
  recallFindingAction: onBot(notAgents, { key: "0".repeat(64) }),
  restoreVersionAction: onDocument({ number: "1", baseVersion: "1" }),
  publishSourceAction: onFile(),
  publishSourcesAction: onBot(notAgents),
  retrySourcesAction: onBot(notAgents),
  readAgainAction: onFile({ encoding: "big5" }),
  correctPartAction: onFile({ ordinal: "0", content: taken, mark: "0" }),
  removeSourceAction: onFile(),
  leaveSourceAction: onFile(),
  addAddressAction: onBot(notAgents, { address: "http://10.0.0.1/", origin: "page" }),
  checkSourceAction: onFile(),
  setScheduleAction: onFile({ schedule: "daily" }),
  choosePageAction: onFile({ pageId: "00000000-0000-7000-8000-000000000000", choice: "left" }),
  wantPartAction: onFile({ ordinal: "0" }),
  removeAddressAction: onFile(),
  askKnowledgeAction: onBot(anonymous, { question: "運費多少？" }),
  takeChatAction: onChat(),
  handBackChatAction: onChat(),
  handBackChatsAction: {
    form: ({ conversation }) => ({ conversationIds: conversation }),
    refused: anonymous,
  },
  closeChatAction: onChat(),
  snoozeChatAction: onChat({ until: "tomorrow" }),
  snoozeChatsAction: {
    form: ({ conversation }) => ({ conversationIds: conversation, until: "tomorrow" }),
    refused: anonymous,
  },
  wakeChatAction: onChat(),
  wakeChatsAction: {
    form: ({ conversation }) => ({ conversationIds: conversation }),
    refused: anonymous,
  },
  assignChatAction: {
    form: ({ conversation, member }) => ({ conversationId: conversation, userId: member, from: "" }),
    refused: { ...anonymous, ...others },
  },
  blockVisitorAction: onChat(),
  unblockVisitorAction: onChat(),
  deleteChatAction: {
    form: ({ conversation }) => ({ conversationId: conversation }),
    refused: { ...ownersOnly, ...others },
  },
  replyToChatAction: onChat({ text: taken, key: "00000000-0000-4000-8000-000000000000" }),
  draftReplyAction: onChat(),
  addNoteAction: onChat({ text: taken, key: "00000000-0000-4000-8000-000000000000" }),
  changeNoteAction: onNobodysNote({ text: taken }),
  removeNoteAction: onNobodysNote(),
  addTagAction: onChat({ tag: taken }),
  removeTagAction: onChat({ tag: taken }),
  markAllReadAction: { form: () => ({ view: "all" }), refused: anonymous },
  setShortcutsAction: { form: () => ({ enabled: "false" }), refused: anonymous },
  saveCannedReplyAction: {
    form: () => ({ ...replyId, stage: "opening", name: taken, text: taken }),
    refused: anonymous,
  },
  removeCannedReplyAction: { form: () => replyId, refused: { ...anonymous, ...others } },
  updateTeamAction: { form: () => ({ name: taken, timeZone: "Europe/Berlin" }), refused: ownersOnly },
  createInviteAction: {
    form: () => ({ email: "taken@example.com", role: "owner" }),
    refused: ownersOnly,
  },
  revokeInviteAction: {
    form: ({ invite }) => ({ inviteId: invite }),
    refused: { ...ownersOnly, ...others },
  },
  createApiKeyAction: {
    form: () => ({ name: taken, scopes: "knowledge:write,bots:write", days: "" }),
    refused: ownersOnly,
  },
  revokeApiKeyAction: {
    form: () => ({ keyId: "00000000-0000-7000-8000-000000000000" }),
    refused: { ...ownersOnly, ...others },
  },
  retryJobAction: {
    form: () => ({ jobId: "00000000-0000-7000-8000-000000000000" }),
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
  updateAlertSettingsAction: { form: () => ({ alertsSound: "true" }), refused: anonymous },
  setBotAlertsAction: onBot(anonymous, { isOn: "false" }),
  changePasswordAction: {
    form: () => ({ currentPassword: "x", newPassword: "rain on the tin roof" }),
    refused: anonymous,
  },
  revokeSessionAction: {
    form: ({ session }) => ({ sessionId: session }),
    refused: { ...anonymous, editor: "not_found", ...others },
  },
  testMailAction: { form: () => ({}), refused: ownersOnly },
  testFilesAction: { form: () => ({}), refused: ownersOnly },
  removePictureAction: { form: () => ({}), refused: anonymous },
  revokeOtherSessionsAction: { form: () => ({}), refused: anonymous },
};

/** These are for everyone: who isn't signed in, and what each browser keeps for itself. */
const publicActions = [
  ...["signInAction", "signUpAction", "requestResetAction", "resetPasswordAction", "signOutAction"],
  ...["setLocale", "setTheme", "answerTextAction", "rewordAction"],
];

test("the table names every server action", () => {
  expect([...readActions().keys()].sort()).toEqual([...Object.keys(actions), ...publicActions].sort());
});

test("each action refuses whom it must with a typed refusal, and nothing has changed", async ({
  app,
  team,
  post,
}) => {
  test.setTimeout(240_000);
  const cookies: Record<Who, string> = {
    anonymous: "",
    owner: team.owner.cookie,
    editor: (await team.addMember("editor")).cookie,
    agent: (await team.addMember("agent")).cookie,
    other: (await createTeam(app.baseUrl)).owner.cookie,
  };
  const call = createCaller(app, await findIds(app, team, post));
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

test("no action runs for a page of another origin", async ({ app, team, post }) => {
  const { cookie } = team.owner;
  await team.addMember("agent");
  const call = createCaller(app, await findIds(app, team, post));
  const before = await readOwnersScreens(app, cookie, call.ids);
  for (const name of ["renameBotAction", "updateTeamAction", "updateProfileAction"]) {
    for (const headers of foreign) {
      const { status, code } = await call(name, cookie, headers);
      expect([status, code], `${name} ${JSON.stringify(headers)}`).toEqual([403, "forbidden"]);
    }
  }
  expect(await readOwnersScreens(app, cookie, call.ids)).toEqual(before);
});

/** Calls the table's actions with their forms. */
function createCaller({ baseUrl }: App, ids: Ids) {
  const call = (
    name: string,
    cookie: string,
    headers: Record<string, string> = {},
    form = actions[name]?.form(ids) ?? {},
  ) =>
    callAction(baseUrl, name, {
      form,
      headers: { cookie, ...headers },
      ids: { botId: ids.bot, documentId: ids.document, sourceId: ids.source },
    });
  return Object.assign(call, { ids });
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
    ...[`${bot}/knowledge/${ids.document}`, "/team", "/team/keys", "/account"],
  ];
  const screens: Record<string, string[]> = {};
  for (const path of paths) {
    const html = await readPage(baseUrl, path, cookie);
    const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "";
    const facts = main.match(
      /(?:value|href)="[^"]*"|checked=""|<textarea[^>]*>[^<]*|\b[0-9a-f]{32}\b|<h\d[^>]*>[^<]*/g,
    );
    screens[path] = (facts ?? []).map((fact) => fact.replace(/ id="[^"]*"/, ""));
    expect(screens[path].length, path).toBeGreaterThan(2);
  }
  return screens;
}

/**
 * Ids of a team with a further member; makes a document, a chat, another session of the owner's and an open invitation.
 */
async function findIds(app: App, team: Team, post: Post): Promise<Ids> {
  const { cookie, ...account } = team.owner;
  const find = async (path: string, field: string) => {
    const pattern = new RegExp(`name="${field}" value="([0-9a-f-]{36})"`);
    const found = pattern.exec(await readPage(app.baseUrl, path, cookie))?.[1];
    if (!found) throw new Error(`${path} has no field ${field}`);
    return found;
  };
  await signInByHttp(app.baseUrl, account);
  const sent = await addFile(app.baseUrl, {
    bot: team.bot,
    by: team.owner,
    name: "公告.txt",
    content: "公告",
  });
  const source: string = (await sent.json()).id;
  const file = `/bots/${team.bot.id}/knowledge/files/${source}`;
  await expect.poll(() => readPage(app.baseUrl, file, cookie), { timeout: 30_000 }).toContain("等你看過");
  const ids = {
    source,
    bot: team.bot.id,
    botName: team.bot.name,
    document: await team.addDocument("運費", "每筆訂單的運費是 80 元。"),
    member: await find("/team", "userId"),
    session: await find("/account", "sessionId"),
    invite: "",
    conversation: await startConversation(app, team, post),
    reply: "",
  };
  const findReply = async () => {
    const opened = await fetch(`${app.baseUrl}/api/chats/${ids.conversation}`, { headers: { cookie } });
    const { turns }: { turns: { id: string; author: string }[] } = await opened.json();
    return turns.find(({ author }) => author === "bot")?.id;
  };
  // Staff screens have it a moment after the visitor does.
  await expect.poll(findReply).toBeDefined();
  ids.reply = (await findReply()) ?? "";
  const invited = { email: "open-invite@example.com", role: "agent" };
  expect(await createCaller(app, ids)("createInviteAction", cookie, {}, invited)).toMatchObject({
    code: "done",
  });
  return { ...ids, invite: await find("/team", "inviteId") };
}

async function readPage(baseUrl: string, path: string, cookie: string): Promise<string> {
  const response = await fetch(`${baseUrl}${path}`, { headers: { cookie } });
  expect(response.status, path).toBe(200);
  return response.text();
}
