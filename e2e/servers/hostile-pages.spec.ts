import { hostileFields } from "../api/hostile-fields";
import {
  type HostilePageCase,
  hostileActions,
  hostileAddresses,
  hostileHeaders,
  hostilePosts,
} from "../api/hostile-page-cases";
import { type RawResponse, sendRaw } from "../api/raw-request";
import { callAction, readActions } from "../support/call-action";
import { newClientAddress } from "../support/client-address";
import type { ServerProcess } from "../support/servers/server-process";
import { expect, test } from "../support/servers/start-fixtures";
import { createTeam } from "../support/team";

test("what no browser sends gets a 4xx, and no error stands in the log", async ({ start }) => {
  const server = start();
  const baseUrl = await server.ready;
  const actions = readActions();
  const signIn = actions.get("signInAction")?.id ?? "";
  const unknownId = "01900000-0000-7000-8000-000000000000";
  const addressOf = (page: string) =>
    page
      .replaceAll(/^app|\/\([^)]+\)|\/page$/g, "")
      .replace("[[...chat]]", "")
      .replaceAll(/\[\w+\]/g, unknownId) || "/";
  const cases = [
    ...hostileHeaders(),
    ...hostileActions(actions, addressOf),
    ...hostilePosts(signIn),
    ...hostileAddresses,
  ];
  expect(cases.length).toBeGreaterThan(2_000);
  const faults: string[] = [];
  for (const hostile of cases) {
    const fault = await send(baseUrl, hostile).then(
      (response) => findFault(hostile, response),
      (error: unknown) => `no answer: ${String(error)}`,
    );
    if (fault) faults.push(`${hostile.name}: ${fault}`);
  }
  expect(faults).toEqual([]);
  expect(errorsOf(server)).toEqual([]);
  expect((await fetch(`${baseUrl}/sign-in`)).status).toBe(200);
});

test("what an owner's form never holds is refused by name, and no error stands in the log", async ({
  start,
}) => {
  const server = start({ TRUSTED_PROXY_HOPS: "1" });
  const baseUrl = await server.ready;
  const { owner, bot, addDocument } = await createTeam(baseUrl);
  const documentId = await addDocument("退貨", "七天內可以退。");
  const good = { botId: bot.id, documentId, baseVersion: "1", number: "1", "base.name": bot.name };
  const cases = hostileFields(readActions(), good);
  expect(cases.length).toBeGreaterThan(2_000);
  const faults: string[] = [];
  for (const { action, name, form } of cases) {
    // Who signs in or up is nobody yet.
    const cookie = /^sign|^re(quest|set)/.test(action) ? "" : owner.cookie;
    const headers = { cookie, "x-forwarded-for": newClientAddress() };
    const { status, code } = await callAction(baseUrl, action, {
      form,
      headers,
      ids: { botId: bot.id, documentId },
    });
    if (status >= 500 || code === "internal") faults.push(`${name}: ${status} ${code}`);
  }
  expect(faults).toEqual([]);
  expect(errorsOf(server)).toEqual([]);
});

/** Next sends a request of its own pages on to the address that its headers hash to. */
async function send(baseUrl: string, hostile: HostilePageCase): Promise<RawResponse> {
  const response = await sendRaw(baseUrl, hostile);
  const location = String(response.headers.location ?? "");
  return response.status === 307 && location.includes("_rsc=")
    ? sendRaw(baseUrl, { ...hostile, path: location })
    : response;
}

function errorsOf(server: ServerProcess): string[] {
  return server
    .output()
    .split("\n")
    .filter((line) => line.includes('"level":"error"') || /^\s+at /.test(line));
}

function findFault({ statuses }: HostilePageCase, { status, text, headers }: RawResponse): string | null {
  if (!statuses.includes(status))
    return `status ${status}, expected ${statuses.join(" or ")}: ${text.slice(0, 80)}`;
  if (/node_modules|\.ts:\d|\.js:\d+:\d|\bat \w+ \(|ECONN/.test(text) && status >= 400)
    return `leaks: ${text.slice(0, 200)}`;
  return headers["x-request-id"] ? null : "no request id";
}
