import { readdirSync } from "node:fs";
import path from "node:path";
import { addFile } from "./support/add-file";
import { callAction } from "./support/call-action";
import { newClientAddress } from "./support/client-address";
import { expect, test } from "./support/fixtures";
import { askForPerson, drawPicture, postPicture, sentPicture } from "./support/send-picture";
import type { Role } from "./support/servers/app";
import { signInByHttp } from "./support/sign-in-by-http";
import { type Post, startConversation } from "./support/start-conversation";
import { createTeam, type Team } from "./support/team";

type Who = "anonymous" | Role;
type Expectation = Record<Who, number>;

const members: Expectation = { anonymous: 401, owner: 200, editor: 200, agent: 200, other: 404 };
const everyMember: Expectation = { anonymous: 401, owner: 200, editor: 200, agent: 200, other: 200 };
const writers: Expectation = { ...everyMember, agent: 403 };
const owners: Expectation = { ...writers, editor: 403 };
const writersOfTeam: Expectation = { ...members, agent: 403 };
const ownersOfTeam: Expectation = { ...writersOfTeam, editor: 403 };
const makersOfTeam: Expectation = { ...writersOfTeam, owner: 201, editor: 201 };

/**
 * Every page and route handler that is not public, and what each person gets; ids are those of the test's own team.
 * GET unless said.
 */
const routes: Record<string, Expectation> = {
  "/bots": everyMember,
  "/bots/new": writers,
  "/bots/bin": owners,
  "/bots/[botId]": members,
  "/bots/[botId]/appearance": members,
  "/bots/[botId]/install": members,
  "/bots/[botId]/knowledge": members,
  "/bots/[botId]/knowledge/check": members,
  "/bots/[botId]/knowledge/new": writersOfTeam,
  "/bots/[botId]/knowledge/answer": writersOfTeam,
  "/bots/[botId]/knowledge/bin": writersOfTeam,
  "/bots/[botId]/knowledge/[documentId]": members,
  "/bots/[botId]/knowledge/[documentId]/versions/[number]": members,
  "/bots/[botId]/knowledge/[documentId]/passages": members,
  "/bots/[botId]/knowledge/files/[sourceId]": members,
  "/bots/[botId]/knowledge/web/[sourceId]": members,
  "PUT /api/bots/[botId]/files": makersOfTeam,
  "/bots/[botId]/settings": writersOfTeam,
  "/bots/[botId]/try": members,
  "/chats/[[...chat]]": members,
  "/leads": everyMember,
  "/team": everyMember,
  "/team/keys": owners,
  "/team/jobs": owners,
  "/team/usage": owners,
  "/team/replies": everyMember,
  "/team/blocked": everyMember,
  "/account": everyMember,
  // What is no picture is a 400 to whoever is signed in.
  "POST /api/account/picture": { ...everyMember, owner: 400, editor: 400, agent: 400, other: 400 },
  "/api/chats": everyMember,
  "/api/chats/waiting": everyMember,
  "/api/chats/counts": everyMember,
  "/api/leads": everyMember,
  "/api/chats/[conversationId]": members,
  "/api/chats/[conversationId]/export": ownersOfTeam,
  "POST /api/chats/[conversationId]/read": members,
  "POST /api/chats/[conversationId]/presence": members,
  // What is no picture comes as far as whether the chat is the member's own.
  "POST /api/chats/[conversationId]/pictures": {
    ...{ anonymous: 401, owner: 409, editor: 409, agent: 409, other: 404 },
  },
  "/api/chats/[conversationId]/pictures/[fileId]": members,
  "/api/chats/[conversationId]/visitor": members,
  "/api/chats/[conversationId]/hits": members,
  "/api/live": everyMember,
};

/** Answered by the server entry, before Next: server/routes. */
const entryRoutes = ["/api/live", "/api/bots/[botId]/files"];

const publicRoutes = [
  "/",
  "/demo",
  "/features",
  "/how-it-works",
  "/pricing",
  "/questions",
  "/partners",
  "/tools",
  "/tools/characters",
  "/tools/wording",
  "/tools/contrast",
  "/tools/snippet",
  "/tools/answer",
  "/developers",
  "/developers/api",
  "/developers.md",
  "/developers/api.md",
  "/llms.txt",
  "/privacy",
  "/terms",
  "/sign-in",
  "/sign-up",
  "/invite/[token]",
  "/forgot",
  "/reset/[token]",
  // For whoever has the file's link: e2e/connections.spec.ts.
  "/api/files/[fileId]",
  // For whoever has a picture's address: e2e/api/own-picture.spec.ts.
  "/api/faces/[faceId]",
  // For a host's cron, with its secret.
  "/api/jobs/run",
  "/api/auth/[...nextauth]",
  // The widget's endpoints for machines: e2e/pages/developers.spec.ts.
  "/api/openapi.json",
  "/api/widget/config",
  "/api/widget/ping",
  "/api/widget/message",
  "/api/widget/events",
  "/api/widget/feedback",
  "/api/widget/contact",
  "/api/widget/typing",
  "/api/widget/files",
  "/api/widget/[[...path]]",
];

test("the table names every page and route handler", () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" });
  const found = files
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => `/${path.dirname(file).replaceAll(/\([^)]+\)\/?/g, "")}`.replace(/\/\.?$/, "") || "/");
  const named = Object.keys(routes).map((route) => route.replace(/^[A-Z]+ /, ""));
  expect([...found, ...entryRoutes].sort()).toEqual([...named, ...publicRoutes].sort());
});

test("the address for a host's cron does not exist while no secret is set", async ({ app }) => {
  for (const authorization of ["", "Bearer undefined", "Bearer "])
    expect((await fetch(`${app.baseUrl}/api/jobs/run`, { headers: { authorization } })).status).toBe(404);
});

test("each route answers each person as the table says; another team's things don't exist", async ({
  app,
  team,
  post,
}) => {
  test.setTimeout(180_000);
  const cookies: Record<Who, string> = {
    anonymous: "",
    owner: team.owner.cookie,
    editor: (await team.addMember("editor")).cookie,
    agent: (await team.addMember("agent")).cookie,
    other: (await createTeam(app.baseUrl)).owner.cookie,
  };
  const ids = {
    bot: team.bot.id,
    document: await team.addDocument("運費", "每筆訂單的運費是 80 元。"),
    source: (
      await (
        await addFile(app.baseUrl, { bot: team.bot, by: team.owner, name: "a.txt", content: "x" })
      ).json()
    ).id,
    web: await addAddress(app.baseUrl, team),
    conversation: await startConversation(app, team, post),
  };
  const pictured = await addPicture(app.baseUrl, team, post, ids.conversation);
  const reply = await findReply(app.baseUrl, ids.conversation, team.owner.cookie);
  const faults: string[] = [];
  for (const [pattern, expected] of Object.entries(routes)) {
    const method = /^[A-Z]+(?= )/.exec(pattern)?.[0] ?? "GET";
    const address = pattern
      .replace(/^[A-Z]+ /, "")
      .replace(/(?<=files)$/, "?name=a.txt")
      .replace(/(?<=pictures)$/, `?key=${crypto.randomUUID()}`)
      .replace("[conversationId]/pictures/[fileId]", pictured)
      .replace(/(?<=knowledge.answer)$/, `?chat=${ids.conversation}&turn=${reply}`)
      .replace("web/[sourceId]", `web/${ids.web}`)
      .replace("[sourceId]", ids.source)
      .replace("[botId]", ids.bot)
      .replace("[documentId]", ids.document)
      .replace("[number]", "1")
      .replace("[conversationId]", ids.conversation)
      .replace("[[...chat]]", ids.conversation);
    for (const who of Object.keys(expected).filter(isWho)) {
      const status = await statusOf(`${app.baseUrl}${address}`, cookies[who], method);
      if (status !== expected[who]) faults.push(`${who} ${pattern}: ${status}, expected ${expected[who]}`);
    }
  }
  expect(faults).toEqual([]);
});

/** Has another visitor send a picture: `<chat>/pictures/<file>`. */
async function addPicture(baseUrl: string, { bot, owner }: Team, post: Post, other: string): Promise<string> {
  const visitor = await askForPerson(bot.token, post);
  const from = { "x-forwarded-for": newClientAddress() };
  const { fileId } = await sentPicture(await postPicture(baseUrl, visitor, await drawPicture(), from));
  const find = async () => {
    const list = await fetch(`${baseUrl}/api/chats`, { headers: { cookie: owner.cookie } });
    const { chats }: { chats: { id: string }[] } = await list.json();
    return chats.find(({ id }) => id !== other)?.id;
  };
  await expect.poll(find).toBeDefined();
  return `${await find()}/pictures/${fileId}`;
}

/** The turn with which the bot answered. */
async function findReply(baseUrl: string, conversation: string, cookie: string): Promise<string> {
  const find = async () => {
    const opened = await fetch(`${baseUrl}/api/chats/${conversation}`, { headers: { cookie } });
    const { turns }: { turns: { id: string; author: string }[] } = await opened.json();
    return turns.find(({ author }) => author === "bot")?.id;
  };
  // Staff screens have it a moment after the visitor does.
  await expect.poll(find).toBeDefined();
  return (await find()) ?? "";
}

test("a page of another origin can't mark a chat as read", async ({ app, team, post }) => {
  const { cookie } = await team.addMember("agent");
  const conversation = await startConversation(app, team, post);
  const headers: [string, string][] = [
    ["origin", "https://evil.example.com"],
    ["sec-fetch-site", "cross-site"],
  ];
  for (const [name, value] of headers) {
    const response = await fetch(`${app.baseUrl}/api/chats/${conversation}/read`, {
      method: "POST",
      headers: { cookie, [name]: value },
      body: JSON.stringify({ seenTurns: 1 }),
    });
    expect(response.status).toBe(403);
  }
});

test("a sign-in over a session ends that one; one that fails doesn't", async ({ app, page }) => {
  const statusFor = async (cookie: string) =>
    (await fetch(`${app.baseUrl}/api/chats`, { headers: { cookie } })).status;
  const { email, password } = app.demo.other;
  const sessionOf = (cookie: string) => /[\w.-]*session-token=[^;]+/.exec(cookie)?.[0] ?? "";
  const first = sessionOf(await signInByHttp(app.baseUrl, { email, password }));
  await expect(signInByHttp(app.baseUrl, { email, password: "wrong" }, first)).rejects.toThrow();
  expect(await statusFor(first)).toBe(200);
  const second = sessionOf(await signInByHttp(app.baseUrl, { email, password }, first));
  expect([await statusFor(first), await statusFor(second)]).toEqual([401, 200]);

  const [name = "", value = ""] = second.split("=");
  await page.goto("/sign-in");
  await page.getByLabel("電子郵件").fill(email);
  await page.getByLabel("密碼", { exact: true }).fill(password);
  await page.context().addCookies([{ name, value, url: app.baseUrl }]);
  await page.getByRole("button", { name: "登入" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  const third = (await page.context().cookies()).find((cookie) => cookie.name === name)?.value;
  expect(third).not.toBe(value);
  expect(await statusFor(second)).toBe(401);
});

test("ids that are none get 404, never a 5xx", async ({ app }) => {
  const cookie = await signInByHttp(app.baseUrl, app.demo.owner);
  const nonsense = [
    "x",
    "%00",
    "..%2f..%2fetc",
    "0",
    `${"a".repeat(5_000)}`,
    "%E0%A4%A",
    "'; --",
    "00000000-0000-0000-0000-000000000000",
  ];
  for (const id of nonsense) {
    for (const prefix of ["/bots/", "/chats/", "/api/chats/"]) {
      const status = await statusOf(`${app.baseUrl}${prefix}${id}`, cookie);
      expect([400, 404, 414, 431], `${prefix}${id.slice(0, 40)} → ${status}`).toContain(status);
    }
  }
});

test("a query that can't be read is 400, never a 5xx", async ({ app, team }) => {
  test.setTimeout(120_000);
  const { cookie } = team.owner;
  const uuid = "01900000-0000-7000-8000-000000000000";
  const queries: [query: string, status: number][] = [
    ["search=%00", 400],
    ["search=a%00b", 400],
    ["search=", 400],
    ["search=%E2%80%AE", 400],
    [`search=${"a".repeat(101)}`, 400],
    ["search=%ED%A0%80", 200],
    ["search=%25_%5C", 200],
    ["search=%E8%8C%B6&bot=%00", 400],
    ["search=%E8%8C%B6&bot=x", 400],
    [`search=%E8%8C%B6&bot=${uuid}`, 200],
    [`before=${Date.now()}.${uuid}`, 200],
    ["before=", 400],
    ["before=.", 400],
    ["before=1", 400],
    [`before=-1.${uuid}`, 400],
    [`before=1e3.${uuid}`, 400],
    [`before=9999999999999999.${uuid}`, 400],
    ["before=1.%00", 400],
    ["bot=%00", 400],
    ["view=waiting&site=shop.example.com&rating=down&from=2026-11-01&to=2026-11-30", 200],
    ["view=nowhere", 400],
    ["rating=sideways", 400],
    ["from=2026-02-30", 400],
    ["to=tomorrow", 400],
    ["site=", 400],
    ["unknown=%00", 200],
  ];
  for (const [query, expected] of queries)
    expect([query, await statusOf(`${app.baseUrl}/api/chats?${query}`, cookie)]).toEqual([query, expected]);
  const leadQueries: [string, number][] = [
    ["", 200],
    [`q=%F0%9F%8D%B5&state=open&bot=${uuid}&from=2026-11-01&to=2026-11-30`, 200],
    ["q=&state=&bot=&from=&to=", 200],
    ["state=won", 400],
    ["bot=mine", 400],
    ["from=2026-02-30", 400],
    ["q=%00", 400],
    [`q=${"x".repeat(500)}`, 400],
  ];
  for (const [query, expected] of leadQueries)
    expect([query, await statusOf(`${app.baseUrl}/api/leads?${query}`, cookie)]).toEqual([query, expected]);
  const bot = team.bot.id;
  const document = await team.addDocument("運費", "每筆訂單的運費是 80 元。");
  const pages = [
    ...[
      "/sign-in",
      "/sign-up",
      "/bots",
      "/chats",
      "/leads?before=1.x&state=won&from=0",
      "/leads",
      "/team",
      "/account",
      `/bots/${bot}`,
    ],
    ...[`/bots/${bot}/knowledge`, `/bots/${bot}/knowledge/new`, `/bots/${bot}/knowledge/${document}`],
    `/bots/${bot}/knowledge/answer`,
  ];
  const params = [
    "q",
    "page",
    "title",
    "created",
    "restored",
    "answer",
    "chat",
    "turn",
    "invite",
    "error",
    "notice",
    "callbackUrl",
    "bot",
  ];
  for (const page of pages) {
    for (const value of ["%00", "a%00b", "%ED%A0%80", "1e999", "-1", "a".repeat(3_000)]) {
      const query = params.map((name) => `${name}=${value}`).join("&");
      const status = await statusOf(`${app.baseUrl}${page}?${query}`, cookie);
      expect(status, `${page} ${value.slice(0, 10)}`).toBeLessThan(500);
    }
  }
  for (const token of ["%00", "a%00b", "%ED%A0%80", "a".repeat(3_000)])
    for (const page of ["/invite/", "/reset/"])
      expect(await statusOf(`${app.baseUrl}${page}${token}`, cookie), page + token).toBeLessThan(500);
});

function isWho(name: string): name is Who {
  return ["anonymous", "owner", "editor", "agent", "other"].includes(name);
}

async function statusOf(url: string, cookie: string, method = "GET"): Promise<number> {
  const stop = new AbortController();
  const response = await fetch(url, {
    method,
    headers: { cookie },
    redirect: "manual",
    signal: stop.signal,
    ...(method === "POST" ? { body: JSON.stringify({ seenTurns: 0, doing: "reading" }) } : {}),
  });
  stop.abort();
  return response.status;
}

/** A page of the web that nobody can fetch. */
async function addAddress(baseUrl: string, { bot, owner }: Team): Promise<string> {
  const { location } = await callAction(baseUrl, "addAddressAction", {
    form: { botId: bot.id, address: "http://10.0.0.1/", origin: "page" },
    headers: { cookie: owner.cookie },
    ids: { botId: bot.id },
  });
  return location?.split("/").at(-1) ?? "";
}
