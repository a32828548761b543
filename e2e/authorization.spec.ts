import { readdirSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Role } from "./app";
import { expect, test } from "./fixtures";
import { signInByHttp } from "./sign-in-by-http";

type Who = "anonymous" | Role;
type Expectation = Record<Who, number>;

const team: Expectation = { anonymous: 401, owner: 200, editor: 200, agent: 200, other: 404 };
const everyMember: Expectation = { anonymous: 401, owner: 200, editor: 200, agent: 200, other: 200 };
const writers: Expectation = { ...everyMember, agent: 403 };
const writersOfTeam: Expectation = { ...team, agent: 403 };

/** Every page and route handler that is not public, and what each person gets; ids are the shop team's. GET unless said. */
const routes: Record<string, Expectation> = {
  "/bots": everyMember,
  "/bots/new": writers,
  "/bots/[botId]": team,
  "/bots/[botId]/appearance": team,
  "/bots/[botId]/install": team,
  "/bots/[botId]/knowledge": team,
  "/bots/[botId]/knowledge/new": writersOfTeam,
  "/bots/[botId]/knowledge/[documentId]": team,
  "/bots/[botId]/settings": team,
  "/bots/[botId]/try": team,
  "/chats/[[...chat]]": team,
  "/team": everyMember,
  "/account": everyMember,
  "/api/chats": everyMember,
  "/api/chats/[conversationId]": team,
  "POST /api/chats/[conversationId]/read": team,
  "POST /api/chats/[conversationId]/handled": team,
  "/api/chats/[conversationId]/visitor": team,
  "/api/live": everyMember,
};

/** Answered by the server entry, before Next: server/live-feed.ts. */
const entryRoutes = ["/api/live"];

const publicRoutes = [
  "/",
  "/demo",
  "/sign-in",
  "/sign-up",
  "/invite/[token]",
  "/reset/[token]",
  "/api/auth/[...nextauth]",
  "/api/widget/config",
  "/api/widget/ping",
  "/api/widget/message",
  "/api/widget/feedback",
  "/api/widget/[[...path]]",
];

test("the table names every page and route handler", () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" });
  const found = files
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => `/${path.dirname(file).replaceAll(/\([^)]+\)\/?/g, "")}`.replace(/\/\.?$/, "") || "/");
  const named = Object.keys(routes).map((route) => route.replace("POST ", ""));
  expect([...found, ...entryRoutes].sort()).toEqual([...named, ...publicRoutes].sort());
});

test("each route answers each person as the table says; another team's things don't exist", async ({
  app,
}) => {
  test.setTimeout(180_000);
  const cookies: Record<Who, string> = {
    anonymous: "",
    owner: await signInByHttp(app.baseUrl, app.demo.owner),
    editor: await signInByHttp(app.baseUrl, app.demo.editor),
    agent: await signInByHttp(app.baseUrl, app.demo.agent),
    other: await signInByHttp(app.baseUrl, app.demo.other),
  };
  const ids = await findIds(app.baseUrl, cookies.owner, app.demo.bots[0].token);
  const faults: string[] = [];
  for (const [pattern, expected] of Object.entries(routes)) {
    const method = pattern.startsWith("POST ") ? "POST" : "GET";
    const address = pattern
      .replace("POST ", "")
      .replace("[botId]", ids.bot)
      .replace("[documentId]", ids.document)
      .replace("[conversationId]", ids.conversation)
      .replace("[[...chat]]", ids.conversation);
    for (const who of Object.keys(expected).filter(isWho)) {
      const status = await statusOf(`${app.baseUrl}${address}`, cookies[who], method);
      if (status !== expected[who]) faults.push(`${who} ${pattern}: ${status}, expected ${expected[who]}`);
    }
  }
  expect(faults).toEqual([]);
});

test("a page of another origin can't mark a chat as read or handled", async ({ app }) => {
  const cookie = await signInByHttp(app.baseUrl, app.demo.agent);
  const { conversation } = await findIds(app.baseUrl, cookie, app.demo.bots[0].token);
  const headers: [string, string][] = [
    ["origin", "https://evil.example.com"],
    ["sec-fetch-site", "cross-site"],
  ];
  const attempts = headers.flatMap(([name, value]) =>
    ["read", "handled"].map((verb) => [name, value, verb] as const),
  );
  for (const [name, value, verb] of attempts) {
    const response = await fetch(`${app.baseUrl}/api/chats/${conversation}/${verb}`, {
      method: "POST",
      headers: { cookie, [name]: value },
      body: JSON.stringify({ seenTurns: 1 }),
    });
    expect(response.status).toBe(403);
  }
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
    ...(method === "POST" ? { body: JSON.stringify({ seenTurns: 0 }) } : {}),
  });
  stop.abort();
  return response.status;
}

async function findIds(baseUrl: string, cookie: string, token: string) {
  const message = await fetch(`${baseUrl}/api/widget/message`, {
    method: "POST",
    body: JSON.stringify({ token, message: "運費多少？", chat_id: "web_bbbbbbbb00000002" }),
  });
  expect(message.status).toBe(200);
  const chats = await fetch(`${baseUrl}/api/chats`, { headers: { cookie } });
  const found = z
    .object({ chats: z.array(z.object({ id: z.string(), chatId: z.string(), botId: z.string() })) })
    .parse(await chats.json())
    .chats.find((chat) => chat.chatId === "web_bbbbbbbb00000002");
  if (!found) throw new Error("the chat isn't listed");
  const knowledge = await fetch(`${baseUrl}/bots/${found.botId}/knowledge`, { headers: { cookie } });
  const document = new RegExp(`/bots/${found.botId}/knowledge/([0-9a-f-]{36})`).exec(await knowledge.text());
  if (!document?.[1]) throw new Error("no document is listed");
  return { bot: found.botId, conversation: found.id, document: document[1] };
}
