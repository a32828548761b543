import { afterAll, beforeAll, expect, it } from "vitest";
import { addNote } from "@/lib/conversations/notes/add-note";
import { recordBotTurn } from "@/lib/conversations/turns/record-bot-turn";
import { recordVisitorTurn } from "@/lib/conversations/turns/record-visitor-turn";
import { uuidv7 } from "@/lib/db/uuidv7";
import { type ApiServer, type Asked, startApiServer } from "@/test/fixtures/api-server";

let api: ApiServer;
let team: Awaited<ReturnType<ApiServer["newTeam"]>>;
const ids: string[] = [];
beforeAll(async () => {
  api = await startApiServer();
  team = await api.newTeam();
  for (let at = 0; at < 5; at++) ids.unshift(await talk(at));
});
afterAll(() => api.close());

const ask = (path: string, asked: Asked = {}) => api.ask(path, { key: team.key, ...asked });
const idsOf = (body: { data: { id: string }[] }) => body.data.map(({ id }) => id);

/** A chat of one question; every other one the bot couldn't answer. */
async function talk(at: number): Promise<string> {
  const { id: botId, teamId } = team.bot;
  const { turn, conversation } = await recordVisitorTurn(api.ctx, {
    ...{ bot: { id: botId, teamId }, chatId: `web_0000000${at}`, text: `第 ${at} 問 <b>` },
    ...{ domain: "shop.example.com", pageUrl: null, locale: null },
  });
  await recordBotTurn(api.ctx, {
    ...{ teamId, botName: "小茶", replyTo: turn, bubbles: ["答"], answered: at % 2 === 0 },
    ...{ sources: [], confidence: 0.4, answeredBy: "documents", durationMs: 1 },
  });
  return conversation.id;
}

it("lists a team's chats page by page, by what is asked for", async () => {
  const first = await ask("/conversations?limit=2");
  expect(idsOf(first.body)).toEqual(ids.slice(0, 2));
  expect(first.body.data[0]).toMatchObject({
    last_asked: "第 4 問 <b>",
    domain: "shop.example.com",
    state: "bot",
  });
  const second = await ask(`/conversations?limit=2&cursor=${first.body.next_cursor}`);
  const third = await ask(`/conversations?limit=2&cursor=${second.body.next_cursor}`);
  expect([...idsOf(second.body), ...idsOf(third.body)]).toEqual(ids.slice(2));
  expect(third.body.next_cursor).toBeNull();
  expect(idsOf((await ask("/conversations?view=unanswered")).body)).toEqual([ids[1], ids[3]]);
  expect(idsOf((await ask(`/conversations?bot_id=${team.bot.id}&from=2026-01-01`)).body)).toEqual(ids);
  expect(idsOf((await ask("/conversations?to=2001-01-01")).body)).toEqual([]);
  for (const bad of [
    "view=mine",
    "view=x",
    "bot_id=x",
    "from=2026-02-30",
    "to=0001-01-01",
    "site=%00",
    "tag=%00",
    "before=1",
    "cursor=1.x",
    `cursor=-1.${ids[0]}`,
    `cursor=9999999999999999.${ids[0]}`,
    "limit=1000",
  ]) {
    const { status, body } = await ask(`/conversations?${bad}`);
    expect([bad, status]).toEqual([bad, 400]);
    expect(body.errors ?? body.reason, bad).toBeDefined();
  }
});

it("reads one with its turns, and never what staff note among themselves", async () => {
  const id = ids[0] ?? "";
  const { userId } = team.owner.actor;
  await addNote(team.owner, { conversationId: id, text: "這位是老客人", key: uuidv7() });
  const { body } = await ask(`/conversations/${id}`);
  expect(body.turns.map(({ role, texts }: { role: string; texts: string[] }) => [role, texts])).toEqual([
    ["visitor", ["第 4 問 <b>"]],
    ["bot", ["答"]],
  ]);
  expect(JSON.stringify(body)).not.toContain("老客人");
  expect(JSON.stringify(body)).not.toContain(userId);
  const file = await ask(`/conversations/${id}/export`);
  expect(file.headers.get("content-disposition")).toContain("chat-web_00000004.txt");
  expect(file.body).toContain("第 4 問 <b>");
  expect(file.body).not.toContain("老客人");
  const [noted] = await api.db.auditEntry.findMany({ where: { action: "chat.export" } });
  expect(noted).toMatchObject({ actorKind: "api_key", actorId: team.keyId, targetId: id });
});

it("lets another team's key read, export and delete nothing", async () => {
  const other = await api.newTeam();
  const id = ids[0] ?? "";
  expect((await ask("/conversations", { key: other.key })).body.data).toEqual([]);
  expect((await ask(`/conversations?bot_id=${team.bot.id}`, { key: other.key })).body.data).toEqual([]);
  for (const [path, method] of [
    [`/conversations/${id}`, "GET"],
    [`/conversations/${id}/export`, "GET"],
    [`/conversations/${id}`, "DELETE"],
  ] as const)
    expect((await ask(path, { key: other.key, method })).status).toBe(404);
  expect((await ask(`/conversations/${id}`)).status).toBe(200);
});

it("deletes one for good", async () => {
  const id = ids[4] ?? "";
  expect((await ask(`/conversations/${id}`, { method: "DELETE" })).status).toBe(204);
  expect((await ask(`/conversations/${id}`)).status).toBe(404);
  expect((await ask(`/conversations/${id}`, { method: "DELETE" })).status).toBe(404);
  expect(await api.db.message.count({ where: { conversationId: id } })).toBe(0);
  for (const bad of ["x", "%2e%2e", "'; --", "00000000-0000-0000-0000-000000000000"])
    expect((await ask(`/conversations/${encodeURIComponent(bad)}`)).status).toBe(404);
});
