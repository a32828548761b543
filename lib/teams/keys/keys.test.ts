import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ActorCtx } from "@/lib/identity/actor";
import { createTestActor } from "@/test/fixtures/test-actor";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb, type TestDb } from "@/test/fixtures/test-db";
import { createApiKey, createApiKeyInput } from "./create-api-key";
import { listApiKeys } from "./list-api-keys";
import { purgeApiKeys } from "./purge-api-keys";
import { revokeApiKey } from "./revoke-api-key";

const day = 24 * 60 * 60_000;

let test: TestDb;
let owner: ActorCtx;
let editor: ActorCtx;
let stranger: ActorCtx;
let now = Date.parse("2026-12-01T00:00:00Z");

beforeAll(async () => {
  test = await createTestDb();
  const ctx = createTestContext({ db: test.db, now: () => now });
  const actor = await createTestActor(test.db);
  owner = { ...ctx, actor };
  editor = { ...ctx, actor: await createTestActor(test.db, "editor", actor) };
  stranger = { ...ctx, actor: await createTestActor(test.db) };
});
afterAll(() => test.close());

const form = (fields: Record<string, unknown> = {}) =>
  createApiKeyInput.parse({ name: "同步", scopes: "knowledge:write", days: "30", ...fields });

describe("a team's keys", () => {
  it("keeps the hash of a secret, and the secret nowhere", async () => {
    const { id, secret } = await createApiKey(owner, form({ scopes: "knowledge:write,bots:read" }));
    expect(secret).toMatch(/^dwk_[\w-]{43}$/);
    const row = await test.db.apiKey.findUniqueOrThrow({ where: { id } });
    expect(Buffer.from(row.secretHash)).toEqual(createHash("sha256").update(secret).digest());
    const kept = JSON.stringify([
      { ...row, secretHash: "" },
      await test.db.auditEntry.findMany({ where: { targetId: id } }),
      await listApiKeys(owner),
    ]);
    expect(kept).toContain(secret.slice(0, 12));
    expect(kept).not.toContain(secret.slice(0, 13));
    const audit = await test.db.auditEntry.findFirstOrThrow({ where: { targetId: id } });
    expect(audit).toMatchObject({
      ...{ action: "key.create", actorKind: "member", actorId: owner.actor.userId },
      after: {
        name: "同步",
        scopes: ["bots:read", "knowledge:write"],
        expiresAt: "2026-12-31T00:00:00.000Z",
      },
    });
  });

  it("only owners make, see and revoke, and those of another team don't exist", async () => {
    const { id } = await createApiKey(owner, form());
    const forbidden = { code: "forbidden" };
    await expect(createApiKey(editor, form())).rejects.toMatchObject(forbidden);
    await expect(listApiKeys(editor)).rejects.toMatchObject(forbidden);
    await expect(revokeApiKey(editor, { keyId: id })).rejects.toMatchObject(forbidden);
    await expect(revokeApiKey(stranger, { keyId: id })).rejects.toMatchObject({ code: "not_found" });
    expect(await listApiKeys(stranger)).toEqual([]);
    await revokeApiKey(owner, { keyId: id });
    await expect(revokeApiKey(owner, { keyId: id })).rejects.toMatchObject({ code: "not_found" });
    expect((await listApiKeys(owner)).find((key) => key.id === id)).toMatchObject({ isGood: false });
    const actions = await test.db.auditEntry.findMany({ where: { targetId: id }, orderBy: { id: "asc" } });
    expect(actions.map(({ action }) => action)).toEqual(["key.create", "key.revoke"]);
  });

  it("takes no scope that isn't one, and no key without any", () => {
    const faultOf = (fields: Record<string, unknown>) =>
      createApiKeyInput
        .safeParse({ name: "a", scopes: "bots:read", days: "30", ...fields })
        .error?.issues.map(({ path, message }) => `${String(path[0])}:${message}`);
    expect(faultOf({ scopes: "" })).toEqual(["scopes:required"]);
    expect(faultOf({ scopes: "," })).toEqual(["scopes:required"]);
    expect(faultOf({ scopes: "team:manage" })).toEqual(["scopes:invalid"]);
    expect(faultOf({ scopes: "__proto__" })).toEqual(["scopes:invalid"]);
    expect(faultOf({ days: "31" })).toEqual(["days:invalid"]);
    expect(faultOf({ name: " " })).toEqual(["name:required"]);
    expect(form({ scopes: "bots:write,bots:read,bots:write" }).scopes).toEqual(["bots:read", "bots:write"]);
    expect(form({ days: "" }).days).toBe("");
  });

  it("lets 50 be good at once, and no more made at the same moment", async () => {
    const good = (await listApiKeys(owner)).filter(({ isGood }) => isGood).length;
    const made = await Promise.allSettled(
      Array.from({ length: 52 - good }, () => createApiKey(owner, form({ days: "365" }))),
    );
    const refused = made.filter(({ status }) => status === "rejected");
    expect(refused).toEqual(
      Array(2).fill(
        expect.objectContaining({ reason: expect.objectContaining({ reason: "too_many_keys" }) }),
      ),
    );
  });

  it("forgets a key 30 days after it ended", async () => {
    const { id } = await createApiKey(stranger, form({ days: "30" }));
    const { id: lasting } = await createApiKey(stranger, form({ days: "" }));
    now += 59 * day;
    await purgeApiKeys(stranger, 500);
    expect((await listApiKeys(stranger)).map((key) => [key.id, key.isGood])).toEqual([
      [lasting, true],
      [id, false],
    ]);
    now += 2 * day;
    expect(await purgeApiKeys(stranger, 500)).toBeGreaterThan(0);
    expect((await listApiKeys(stranger)).map((key) => key.id)).toEqual([lasting]);
  });
});
