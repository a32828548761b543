import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deleteBot } from "@/lib/bots/delete-bot";
import { setBotEnabled } from "@/lib/bots/settings/set-bot-enabled";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { type ApiServer, type Asked, startApiServer } from "@/test/fixtures/api-server";

let api: ApiServer;
let team: Awaited<ReturnType<ApiServer["newTeam"]>>;
beforeAll(async () => {
  api = await startApiServer();
});
afterAll(() => api.close());
beforeEach(async () => {
  team = await api.newTeam();
});

const ask = (path: string, asked: Asked = {}) => api.ask(path, { key: team.key, ...asked });
const doc = (id: string) => `/bots/${team.bot.id}/documents/${encodeURIComponent(id)}`;
const put = (id: string, json: unknown, asked: Asked = {}) => ask(doc(id), { method: "PUT", json, ...asked });
const text = { title: "運費", content: "每筆訂單的運費是 80 元。" };
const sha = (head: string, rest: string) => createHash("sha256").update(`${head}\n${rest}`).digest("hex");

describe("limits", () => {
  it("are said on every answer, and past them a key waits while another doesn't", async () => {
    const { headers } = await ask("/bots");
    expect(headers.get("ratelimit-limit")).toBe("600");
    expect(headers.get("ratelimit-remaining")).toBe("599");
    expect(Number(headers.get("ratelimit-reset"))).toBeLessThanOrEqual(60);
    const { limit } = limitPolicies.apiAnswers;
    const check = (key: string) =>
      ask(`/bots/${team.bot.id}/answers`, { key, method: "POST", json: { question: "運費？" } });
    let refused = await check(team.key);
    for (let count = 1; count <= 2 * limit && refused.status === 200; count++)
      refused = await check(team.key);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.body.detail).toMatch(/^Try again in \d+ seconds/);
    const { key } = await api.newKey(team.owner, ["answers:check"]);
    expect((await check(key)).status).toBe(200);
  });
});

describe("pairs", () => {
  it("are questions with their answers, and answer", async () => {
    const pair = { question: "可以用 Line Pay 嗎？", answer: "可以，結帳時選 LINE Pay。\n也可以刷卡。" };
    const path = `/bots/${team.bot.id}/pairs/pay`;
    const made = await ask(path, { method: "PUT", json: pair });
    expect(made).toMatchObject({
      status: 201,
      body: { result: "created", hash: sha(pair.question, pair.answer) },
    });
    expect((await ask(path, { method: "PUT", json: pair })).body.result).toBe("unchanged");
    expect((await ask(path)).body).toMatchObject({ ...pair, title: pair.question, state: "answering" });
    const { body } = await ask(`/bots/${team.bot.id}/answers`, {
      method: "POST",
      json: { question: "能用 LINE Pay 嗎" },
    });
    expect(body).toMatchObject({ state: "answered", sources: [{ external_id: "pay" }] });
    // The same id of a document is another thing.
    expect((await ask(doc("pay"))).status).toBe(404);
    const english = { question: "Do you ship abroad?", answer: "Yes, to Japan." };
    await ask(`/bots/${team.bot.id}/pairs/en`, { method: "PUT", json: english });
    expect((await ask(`/bots/${team.bot.id}/pairs/en`)).body).toMatchObject(english);
    expect((await ask(`/bots/${team.bot.id}/pairs`)).body.data).toHaveLength(2);
    expect((await ask(path, { method: "DELETE" })).status).toBe(204);
  });
});

describe("bots", () => {
  it("are read and changed by the dashboard's own rules, all of a change or nothing", async () => {
    const path = `/bots/${team.bot.id}`;
    const { body } = await ask("/bots");
    expect(body).toMatchObject({
      data: [{ id: team.bot.id, name: "茶行", enabled: true, sureness: "usual" }],
      next_cursor: null,
    });
    const changed = await ask(path, {
      method: "PATCH",
      json: {
        name: "門市",
        primary_color: "#0D5A5B",
        suggestions: ["運費？", "運費？"],
        sureness: "careful",
        person: false,
        offset: [1, 2],
      },
    });
    expect(changed).toMatchObject({
      status: 200,
      body: {
        name: "門市",
        primary_color: "#0d5a5b",
        suggestions: ["運費？"],
        sureness: "careful",
        person: false,
        offset: [1, 2],
      },
    });
    expect((await ask(path)).body).toEqual(changed.body);
    for (const [json, field] of [
      [{ name: "x", primary_color: "red" }, "primary_color"],
      [{ name: "x", retention_days: 30 }, "retention_days"],
      [{ name: "x", teamId: "y" }, "teamId"],
      [{ name: "x", sureness: "wild" }, "sureness"],
      [{ name: "x", avatar_url: "javascript:alert(1)" }, "avatar_url"],
      [{ name: "x", offset: [1] }, "offset"],
      [{ name: "x", answer_model: "gpt-none" }, "answer_model"],
    ] as const) {
      const refused = await ask(path, { method: "PATCH", json });
      expect([json, refused.status, refused.body.errors[0].field]).toEqual([json, 400, field]);
    }
    expect((await ask(path)).body.name).toBe("門市");
    await setBotEnabled(team.owner, { botId: team.bot.id, enabled: false });
    expect((await ask(path)).body.enabled).toBe(false);
    await deleteBot(team.owner, { botId: team.bot.id, confirmName: "門市" });
    expect((await ask(path)).status).toBe(404);
    expect((await put("a", text)).status).toBe(404);
    expect((await ask(`${path}/documents`)).status).toBe(404);
  });
});
