import {
  type HostilePageCase,
  hostileActions,
  hostileAddresses,
  hostileHeaders,
  hostilePosts,
} from "./api/hostile-page-cases";
import { type RawResponse, sendRaw } from "./api/raw-request";
import { readActions } from "./support/call-action";
import { expect, test } from "./support/start-fixtures";

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
  const errors = server
    .output()
    .split("\n")
    .filter((line) => line.includes('"level":"error"') || /^\s+at /.test(line));
  expect(errors).toEqual([]);
  expect((await fetch(`${baseUrl}/sign-in`)).status).toBe(200);
});

/** Next sends a request of its own pages on to the address that its headers hash to. */
async function send(baseUrl: string, hostile: HostilePageCase): Promise<RawResponse> {
  const response = await sendRaw(baseUrl, hostile);
  const location = String(response.headers.location ?? "");
  return response.status === 307 && location.includes("_rsc=")
    ? sendRaw(baseUrl, { ...hostile, path: location })
    : response;
}

function findFault({ statuses }: HostilePageCase, { status, text, headers }: RawResponse): string | null {
  if (!statuses.includes(status))
    return `status ${status}, expected ${statuses.join(" or ")}: ${text.slice(0, 80)}`;
  if (/node_modules|\.ts:\d|\.js:\d+:\d|\bat \w+ \(|ECONN/.test(text) && status >= 400)
    return `leaks: ${text.slice(0, 200)}`;
  return headers["x-request-id"] ? null : "no request id";
}
