import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createBot } from "@/lib/bots/create-bot";
import { recordBotTurn } from "@/lib/conversations/turns/record-bot-turn";
import { recordVisitorTurn } from "@/lib/conversations/turns/record-visitor-turn";
import { createDocument } from "@/lib/knowledge/documents/create-document";
import { revokeApiKey } from "@/lib/teams/keys/revoke-api-key";
import { type ApiServer, startApiServer } from "@/test/fixtures/api-server";

let api: ApiServer;
let team: Awaited<ReturnType<ApiServer["newTeam"]>>;
beforeAll(async () => {
  api = await startApiServer();
});
afterAll(() => api.close());
beforeEach(async () => {
  team = await api.newTeam(["knowledge:read", "conversations:read"]);
});

type Sent = { method?: string; body?: string; key?: string | null; headers?: Record<string, string> };

async function send({ method = "POST", body = "", key = team.key, headers = {} }: Sent) {
  const response = await fetch(`${api.address}/api/mcp`, {
    method,
    headers: {
      ...{ "content-type": "application/json", accept: "application/json, text/event-stream", ...headers },
      ...(key && { authorization: `Bearer ${key}` }),
    },
    ...(method === "POST" && { body }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? null : JSON.parse(text) };
}

const rpc = (method: string, params: object = {}, sent: Sent = {}) =>
  send({ body: JSON.stringify({ jsonrpc: "2.0", id: 7, method, params }), ...sent });
const call = async (name: string, given: object, sent: Sent = {}) => {
  const { status, body } = await rpc("tools/call", { name, arguments: given }, sent);
  expect([status, body.id]).toEqual([200, 7]);
  return body.result;
};
const namesOf = (body: { result: { tools: { name: string }[] } }) =>
  body.result.tools.map(({ name }) => name);

/** As the revision without a handshake has it: each request says what it is in its headers and in itself. */
const now = "2026-07-28";
const alone = (
  method: string,
  params: { name?: string } & object = {},
  headers: Record<string, string> = {},
) =>
  rpc(
    method,
    {
      ...params,
      _meta: {
        "io.modelcontextprotocol/protocolVersion": now,
        "io.modelcontextprotocol/clientCapabilities": {},
      },
    },
    {
      headers: {
        ...{
          "mcp-protocol-version": now,
          "mcp-method": method,
          ...(params.name && { "mcp-name": params.name }),
        },
        ...headers,
      },
    },
  );

async function ask(chatId: string, text: string, answered: boolean, of = team): Promise<void> {
  const { id, teamId } = of.bot;
  const { turn } = await recordVisitorTurn(api.ctx, {
    ...{ bot: { id, teamId }, chatId, text, domain: null, pageUrl: null, locale: null },
  });
  await recordBotTurn(api.ctx, {
    ...{ teamId, botName: "小茶", replyTo: turn, bubbles: ["答"], sources: [], answered },
    ...{ confidence: 0.4, answeredBy: "documents", durationMs: 1 },
  });
}

describe("the protocol", () => {
  it("shakes hands, and says its tools, for revisions that begin so", async () => {
    for (const [wanted, given] of [
      ["2025-06-18", "2025-06-18"],
      ["2024-01-01", "2025-11-25"],
      [undefined, "2025-11-25"],
    ]) {
      const { body } = await rpc("initialize", {
        protocolVersion: wanted,
        capabilities: {},
        clientInfo: { name: "t" },
      });
      expect(body).toMatchObject({
        ...{ jsonrpc: "2.0", id: 7 },
        result: { protocolVersion: given, capabilities: { tools: {} }, serverInfo: { name: "dawen" } },
      });
    }
    const noted = await send({
      body: JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" }),
    });
    expect([noted.status, noted.body]).toEqual([202, null]);
    expect((await rpc("ping")).body.result).toEqual({});
    const { body } = await rpc("tools/list", {}, { headers: { "mcp-protocol-version": "2025-06-18" } });
    expect(namesOf(body)).toEqual(["search_knowledge", "list_conversations", "list_unanswered"]);
    for (const tool of body.result.tools) {
      expect(tool.inputSchema).toMatchObject({ type: "object", additionalProperties: false });
      expect(tool.annotations.readOnlyHint).toBe(true);
    }
  });

  it("answers each request by itself, for the revision without a handshake", async () => {
    const { body } = await alone("server/discover");
    expect(body.result).toMatchObject({
      ...{ resultType: "complete", supportedVersions: expect.arrayContaining([now, "2025-11-25"]) },
      ...{ capabilities: { tools: {} }, ttlMs: expect.any(Number), cacheScope: "private" },
    });
    const listed = await alone("tools/list");
    expect(listed.body.result).toMatchObject({ resultType: "complete", cacheScope: "private" });
    const found = await alone("tools/call", { name: "list_unanswered" });
    expect(found.body.result).toMatchObject({ resultType: "complete", structuredContent: { data: [] } });
    const wrong: Record<string, string>[] = [
      { "mcp-method": "tools/list" },
      { "mcp-name": "search_knowledge" },
      { "mcp-protocol-version": "2025-11-25" },
    ];
    for (const headers of wrong) {
      const refused = await alone("tools/call", { name: "list_unanswered" }, headers);
      expect([refused.status, refused.body.error.code]).toEqual([400, -32020]);
    }
  });

  it("says what is no request of its, with the codes of JSON-RPC", async () => {
    const codeOf = async (sent: Sent) => {
      const { status, body } = await send(sent);
      return [status, body.error?.code];
    };
    expect(await codeOf({ body: "{" })).toEqual([400, -32700]);
    expect(await codeOf({ body: "[]" })).toEqual([400, -32700]);
    expect(await codeOf({ body: "{}" })).toEqual([400, -32600]);
    expect(await codeOf({ body: '{"jsonrpc":"1.0","id":1,"method":"ping"}' })).toEqual([400, -32600]);
    expect((await rpc("resources/list")).body.error.code).toBe(-32601);
    expect((await rpc("constructor")).body.error.code).toBe(-32601);
    expect((await rpc("tools/call", { name: "drop_everything" })).body.error.code).toBe(-32602);
    const odd = await rpc("ping", {}, { headers: { "mcp-protocol-version": "1999-01-01" } });
    expect(odd).toMatchObject({
      status: 400,
      body: {
        error: { code: -32022, data: { requested: "1999-01-01", supported: expect.arrayContaining([now]) } },
      },
    });
    const get = await send({ method: "GET" });
    expect([get.status, get.headers.get("allow")]).toEqual([405, "POST"]);
    expect((await send({ body: `"${"x".repeat(4 * 1024 * 1024)}"` })).status).toBe(413);
  });

  it("lets nobody in without a good key, and no other site's page", async () => {
    expect(await rpc("ping", {}, { key: null })).toMatchObject({
      status: 401,
      body: { reason: "key_missing" },
    });
    expect(await rpc("ping", {}, { key: "dwk_x" })).toMatchObject({
      status: 401,
      body: { reason: "key_unknown" },
    });
    expect((await rpc("ping", {}, { headers: { origin: "https://evil.example.com" } })).status).toBe(403);
    expect((await rpc("ping", {}, { headers: { origin: "null" } })).status).toBe(403);
    await revokeApiKey(team.owner, { keyId: team.keyId });
    const refused = await rpc("ping");
    expect([refused.status, refused.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="dawen"']);
  });
});

describe("the tools", () => {
  it("search a bot's documents, and nobody else's", async () => {
    const content = "每筆訂單的運費是 80 元。";
    await createDocument(team.owner, { botId: team.bot.id, title: "運費", content });
    const found = await call("search_knowledge", { query: "運費多少" });
    expect(found.structuredContent.passages[0]).toMatchObject({ title: "運費", text: content });
    expect(JSON.parse(found.content[0].text)).toEqual(found.structuredContent);
    const other = await api.newTeam(["knowledge:read"]);
    const foreign = await call(
      "search_knowledge",
      { query: "運費多少", bot_id: team.bot.id },
      { key: other.key },
    );
    expect(foreign).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining("Not found") }],
    });
    await createBot(team.owner, { name: "第二個" });
    const unsaid = await call("search_knowledge", { query: "運費" });
    expect(unsaid).toMatchObject({ isError: true, content: [{ text: expect.stringContaining("bot_id") }] });
    expect((await call("search_knowledge", { query: "運費", bot_id: team.bot.id })).isError).toBeUndefined();
  });

  it("list chats and what nobody answered, of the key's team alone", async () => {
    await ask("web_00000001", "有停車場嗎？", false);
    await ask("web_00000002", "幾點開門？", true);
    const other = await api.newTeam(["conversations:read"]);
    await ask("web_00000003", "別人的問題", false, other);
    const asked = (result: { structuredContent: { data: { last_asked: string }[] } }) =>
      result.structuredContent.data.map(({ last_asked }) => last_asked);
    expect(asked(await call("list_conversations", {}))).toEqual(["幾點開門？", "有停車場嗎？"]);
    const first = await call("list_conversations", { limit: 1 });
    const cursor = first.structuredContent.next_cursor;
    expect(asked(await call("list_conversations", { limit: 1, cursor }))).toEqual(["有停車場嗎？"]);
    expect(asked(await call("list_unanswered", {}))).toEqual(["有停車場嗎？"]);
    expect(asked(await call("list_unanswered", { bot_id: other.bot.id }))).toEqual([]);
    for (const given of [
      { limit: 0 },
      { limit: 51 },
      { view: "mine" },
      { cursor: "x" },
      { nope: 1 },
      { bot_id: "x" },
    ])
      expect([given, (await call("list_conversations", given)).isError]).toEqual([given, true]);
  });

  it("are those that the key's scopes allow, and change nothing", async () => {
    const { key } = await api.newKey(team.owner, ["conversations:read"]);
    expect(namesOf((await rpc("tools/list", {}, { key })).body)).toEqual([
      "list_conversations",
      "list_unanswered",
    ]);
    const refused = await rpc("tools/call", { name: "search_knowledge", arguments: { query: "x" } }, { key });
    expect(refused.body.error.code).toBe(-32602);
    const writer = await api.newKey(team.owner, ["conversations:delete", "bots:write"]);
    expect(namesOf((await rpc("tools/list", {}, { key: writer.key })).body)).toEqual([]);
  });
});
