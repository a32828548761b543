import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { scopesOf, type V1Endpoint, v1Endpoints, v1Names } from "@/lib/http/v1/endpoints";
import { updateDocument } from "@/lib/knowledge/documents/update-document";
import { scopeNames } from "@/lib/scopes";
import { revokeApiKey } from "@/lib/teams/keys/revoke-api-key";
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

describe("keys", () => {
  it("are wanted, and told apart by what to do", async () => {
    expect(await ask("/bots", { key: null })).toMatchObject({ status: 401, body: { reason: "key_missing" } });
    for (const authorization of [
      "Bearer",
      "Bearer x",
      "Basic abc",
      `Bearer dwk_${"A".repeat(43)}`,
      `Bearer ${"x".repeat(5_000)}`,
    ])
      expect(await ask("/bots", { key: null, headers: { authorization } })).toMatchObject({
        status: 401,
        body: { reason: "key_unknown" },
      });
    const refused = await ask("/bots", { key: `${team.key.slice(0, -1)}!` });
    expect(refused.headers.get("www-authenticate")).toBe('Bearer realm="dawen"');
    await api.db.apiKey.update({ where: { id: team.keyId }, data: { expiresAt: new Date() } });
    expect(await ask("/bots")).toMatchObject({ status: 401, body: { reason: "key_expired" } });
    await revokeApiKey(team.owner, { keyId: team.keyId });
    expect(await ask("/bots")).toMatchObject({ status: 401, body: { reason: "key_revoked" } });
  });

  it("note their use at most once a minute", async () => {
    const used = async () =>
      (await api.db.apiKey.findUniqueOrThrow({ where: { id: team.keyId } })).lastUsedAt;
    await ask("/bots");
    const first = await used();
    expect(first).not.toBeNull();
    await ask("/bots");
    expect(await used()).toEqual(first);
    await api.db.apiKey.update({
      where: { id: team.keyId },
      data: { lastUsedAt: new Date(Date.now() - 61_000) },
    });
    await ask("/bots");
    expect((await used())?.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  it("do what their scopes name and nothing else, at every endpoint", async () => {
    const faults: string[] = [];
    for (const scope of scopeNames) {
      const { key } = await api.newKey(team.owner, [scope]);
      for (const name of v1Names) {
        const endpoint: V1Endpoint = v1Endpoints[name];
        const path = endpoint.path
          .replace("{bot_id}", team.bot.id)
          .replace("{external_id}", "none")
          .replace("{conversation_id}", team.bot.id);
        const { status, body } = await ask(path, {
          key,
          method: endpoint.method,
          ...(endpoint.body && { json: { no: 1 } }),
        });
        const isRefused = status === 403 && body.reason === "scope_missing";
        if (isRefused === scopesOf(endpoint).includes(scope)) faults.push(`${scope} ${name}: ${status}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it("reach nothing of another team", async () => {
    await put("a.md", text);
    const { key } = await api.newTeam();
    for (const [path, method] of [
      [`/bots/${team.bot.id}`, "GET"],
      [`/bots/${team.bot.id}/documents`, "GET"],
      [doc("a.md"), "GET"],
      [doc("a.md"), "DELETE"],
    ])
      expect([path, (await ask(path ?? "", { key, method: method ?? "" })).status]).toEqual([path, 404]);
    expect((await put("a.md", { title: "x", content: "x" }, { key })).status).toBe(404);
    expect((await put("b.md", text, { key })).status).toBe(404);
    expect((await ask(`/bots/${team.bot.id}`, { key, method: "PATCH", json: { name: "x" } })).status).toBe(
      404,
    );
    expect(
      (await ask(`/bots/${team.bot.id}/answers`, { key, method: "POST", json: { question: "x" } })).status,
    ).toBe(404);
    expect((await ask(doc("a.md"))).body).toMatchObject(text);
  });
});

describe("documents", () => {
  it("are made, changed, left alone, deleted and brought back, and answer at once", async () => {
    const made = await put("運費/一般.md", text);
    expect([made.status, made.body]).toMatchObject([
      201,
      {
        result: "created",
        external_id: "運費/一般.md",
        version: 1,
        state: "answering",
        hash: sha(text.title, text.content),
      },
    ]);
    expect(await put("運費/一般.md", text)).toMatchObject({
      status: 200,
      body: { result: "unchanged", version: 1 },
    });
    const check = () =>
      ask(`/bots/${team.bot.id}/answers`, { method: "POST", json: { question: "運費多少？" } });
    expect((await check()).body).toMatchObject({
      ...{ state: "answered", answered: true },
      sources: [{ title: "運費", quote: text.content, external_id: "運費/一般.md" }],
    });
    const changed = await put("運費/一般.md", { ...text, content: "每筆訂單的運費是 95 元。" });
    expect(changed).toMatchObject({ status: 200, body: { result: "updated", version: 2 } });
    expect(JSON.stringify((await check()).body)).toContain("95");
    expect(await ask(doc("運費/一般.md"), { method: "DELETE" })).toMatchObject({ status: 204, body: "" });
    expect((await ask(doc("運費/一般.md"), { method: "DELETE" })).status).toBe(404);
    expect((await ask(doc("運費/一般.md"))).status).toBe(404);
    expect((await check()).body).toMatchObject({ state: "unanswered", sources: [] });
    expect(await put("運費/一般.md", text)).toMatchObject({
      status: 200,
      body: { result: "restored", version: 3 },
    });
    expect((await check()).body.answered).toBe(true);
    const audit = await api.db.auditEntry.findMany({
      where: { teamId: team.owner.actor.teamId, actorKind: "api_key" },
      orderBy: { id: "asc" },
    });
    expect(audit.map(({ action, actorId, actorName }) => [action, actorId, actorName])).toEqual(
      ["document.create", "document.update", "document.delete", "document.update"].map((action) => [
        action,
        team.keyId,
        "同步",
      ]),
    );
    // Nothing of the checks was recorded.
    expect(await api.db.message.count()).toBe(0);
    expect(await api.db.conversation.count()).toBe(0);
  });

  it("lose their hash when somebody writes another version, so that a program sends its own again", async () => {
    await put("a", text);
    const { id: documentId } = await api.db.document.findFirstOrThrow({ where: { botId: team.bot.id } });
    await updateDocument(team.owner, {
      botId: team.bot.id,
      documentId,
      title: "運費",
      content: "改過。",
      baseVersion: 1,
    });
    expect((await ask(doc("a"))).body).toMatchObject({ version: 2, hash: null, content: "改過。" });
    expect((await put("a", text)).body).toMatchObject({
      result: "updated",
      version: 3,
      hash: sha(text.title, text.content),
    });
  });

  it("are listed page by page, each once, while others come and go", async () => {
    for (let at = 0; at < 7; at++) await put(`d${at}`, { title: `第 ${at}`, content: "內容" });
    await ask(`/bots/${team.bot.id}/pairs/q`, {
      method: "PUT",
      json: { question: "幾點開？", answer: "十點。" },
    });
    const seen: string[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const { body } = await ask(`/bots/${team.bot.id}/documents?limit=3${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.data.map((one: { external_id: string }) => one.external_id));
      if (seen.length === 3) await ask(doc("d0"), { method: "DELETE" });
      cursor = body.next_cursor;
    }
    expect(seen).toEqual(["d0", "d1", "d2", "d3", "d4", "d5", "d6"]);
    const other = await api.newTeam();
    const { body } = await ask(
      `/bots/${other.bot.id}/documents?cursor=${(await api.db.document.findFirstOrThrow()).id}`,
      { key: other.key },
    );
    expect(body).toEqual({ data: [], next_cursor: null });
    for (const bad of ["x", "%00", "' OR 1=1 --", "../..", "1.2", "a".repeat(2_000)]) {
      const refused = await ask(
        `/bots/${team.bot.id}/documents?cursor=${bad === "%00" ? bad : encodeURIComponent(bad)}`,
      );
      expect([bad, refused.status, refused.body.reason]).toEqual([bad, 400, "cursor_malformed"]);
    }
    for (const bad of ["limit=0", "limit=201", "limit=x", "limit=1e9", "nope=1"])
      expect([bad, (await ask(`/bots/${team.bot.id}/documents?${bad}`)).status]).toEqual([bad, 400]);
  });

  it("take ids of any visible characters as they are meant", async () => {
    const odd = [
      "a b",
      "a%2Fb",
      "a/b/../c",
      "?x=1#y",
      "運費.md",
      "😀",
      "'; DROP TABLE documents; --",
      "__proto__",
      "constructor",
      "%",
      "\\",
      "a".repeat(200),
      "..a",
      "api:d:x",
    ];
    for (const id of odd) {
      const { status, body } = await put(id, { title: "題", content: `內容 ${id}` });
      expect([id, status, body.external_id]).toEqual([id, 201, id]);
    }
    const { body } = await ask(`/bots/${team.bot.id}/documents?limit=200`);
    expect(body.data.map((one: { external_id: string }) => one.external_id)).toEqual(odd);
    for (const id of odd) expect((await ask(doc(id))).body.content).toBe(`內容 ${id.trim()}`);
    // Two spellings that look the same are one.
    expect((await put("caf\u00e9", text)).status).toBe(201);
    expect((await put("cafe\u0301", text)).body).toMatchObject({
      result: "unchanged",
      external_id: "caf\u00e9",
    });
    for (const id of [" a", "a\n", "a\tb", "a".repeat(201), "\u0085", "é".repeat(400)]) {
      const refused = await put(id, text);
      expect([id, refused.status, refused.body.reason]).toEqual([id, 400, "external_id_malformed"]);
    }
    // Whatever an address of these means, it isn't a fault of ours.
    for (const raw of [".", "..", "%2e%2e", "%00", "%E0%A4%A", "%ED%A0%80", "", "a/b"]) {
      const response = await fetch(`${api.address}/api/v1/bots/${team.bot.id}/documents/${raw}`, {
        ...{ method: "PUT", headers: { authorization: `Bearer ${team.key}` }, body: JSON.stringify(text) },
      });
      expect([400, 404, 405], raw).toContain(response.status);
    }
  });

  it("are refused with what to do, and nothing is done", async () => {
    const faults: [unknown, number, string, string][] = [
      [{ ...text, titel: "x" }, 400, "unknown_field", "Known here: title, content"],
      [{ title: "x" }, 400, "", "errors"],
      [{ title: " ", content: "x" }, 400, "", "errors"],
      [{ title: "x".repeat(121), content: "x" }, 400, "", "errors"],
      [{ title: "x", content: "x".repeat(200_001) }, 400, "", "errors"],
      [{ title: 1, content: ["x"] }, 400, "", "errors"],
      [[text], 400, "body_not_json", "JSON"],
      ["x", 400, "body_not_json", "JSON"],
      [{ title: "x", content: "x".repeat(10 * 1024 * 1024) }, 413, "body_too_large", "split"],
    ];
    for (const [json, status, reason, said] of faults) {
      const { status: is, body } = await put("refused", json);
      expect([is, body.reason ?? ""]).toEqual([status, reason]);
      expect(body.detail).toContain(said);
      if (status === 400 && reason !== "body_not_json") expect(body.errors.length).toBeGreaterThan(0);
    }
    for (const body of [
      "{",
      "",
      "null",
      "[".repeat(1_000_000),
      '{"title":"a","content":"\\ud800"',
      Buffer.from([0xff, 0xfe]),
    ])
      expect((await ask(doc("refused"), { method: "PUT", body })).body.reason).toBe("body_not_json");
    const many = await put(
      "refused",
      Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`f${at}`, 1])),
    );
    expect(many.body.errors).toHaveLength(20);
    const zh = await put("refused", { ...text, titel: "x" }, { headers: { "accept-language": "zh-TW" } });
    expect(zh.body.detail).toContain("可以用的：title, content");
    expect((await ask(doc("refused"))).status).toBe(404);
    // A lone surrogate and NUL are stored as what a database can hold.
    expect((await put("odd", { title: "a\0b", content: "x\ud800\0y" })).status).toBe(201);
    expect((await ask(doc("odd"))).body.content).toBe("x\ufffdy");
  });

  it("put at once under one id are one, and never half of one", async () => {
    const all = await Promise.all(
      Array.from({ length: 12 }, (_, at) => put("same", { title: "同一份", content: `內容 ${at % 3}` })),
    );
    expect(all.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(all.every(({ status }) => status < 300)).toBe(true);
    expect(await api.db.document.count({ where: { botId: team.bot.id } })).toBe(1);
    const versions = await api.db.documentVersion.findMany({
      where: { teamId: team.owner.actor.teamId },
      orderBy: { number: "asc" },
    });
    expect(versions.map(({ number }) => number)).toEqual(versions.map((_, at) => at + 1));
  });

  it("1,000 at once: those with room are done, the others are told when to try again", async () => {
    const all = await Promise.all(
      Array.from({ length: 1_000 }, (_, at) => put(`many-${at}`, { title: `第 ${at}`, content: "內容" })),
    );
    const done = all.filter(({ status }) => status === 201);
    const refused = all.filter(({ status }) => status === 429);
    expect(done.length + refused.length).toBe(1_000);
    expect(refused.length).toBeGreaterThan(0);
    expect(done.length).toBeGreaterThan(0);
    for (const { headers, body } of refused) {
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
      expect(["too_many_at_once", undefined]).toContain(body.reason);
    }
    const stored = await api.db.document.findMany({
      where: { botId: team.bot.id },
      include: { versions: true },
    });
    expect(stored.length).toBe(done.length);
    expect(stored.every(({ publishedVersionId, versions }) => versions[0]?.id === publishedVersionId)).toBe(
      true,
    );
  }, 120_000);
});

describe("addresses", () => {
  it("that are none are 404, other methods 405 with those that work", async () => {
    expect((await ask("/nothing")).status).toBe(404);
    expect((await ask("")).status).toBe(404);
    const refused = await ask("/bots", { method: "POST", json: {} });
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET"]);
    for (const id of ["x", "%00", "'; --", "00000000-0000-0000-0000-000000000000", "a".repeat(3_000)])
      expect([400, 404], id).toContain(
        (await ask(`/bots/${id === "%00" ? id : encodeURIComponent(id)}`)).status,
      );
  });
});
