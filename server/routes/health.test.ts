import type { Server } from "node:http";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import type { Ctx } from "@/lib/context";
import { listMigrations } from "@/lib/db/migrate";
import { createKv } from "@/lib/kv/client";
import { createHttpServer } from "@/server/connections/create-http-server";
import { listen } from "@/server/connections/listen";
import { createRequestEntry } from "@/server/entry/handle-request";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { createHealth, type Health } from "./health";

let ctx: Ctx;
let migrations: string[];
let closeStores: () => Promise<void>;
const servers: Server[] = [];

beforeAll(async () => {
  const test = await createTestDb();
  const kv = createKv({ KV_REST_API_URL: undefined, KV_REST_API_TOKEN: undefined, REDIS_URL: undefined });
  ctx = createTestContext({ db: test.db, kv });
  migrations = await listMigrations(process.cwd());
  await recordMigrations(test.db, migrations);
  closeStores = async () => {
    await kv.close();
    await test.close();
  };
});
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await closeStores();
});

/** As the start does, which a test's database goes without. */
async function recordMigrations(db: Ctx["db"], names: string[]): Promise<void> {
  await db.$executeRaw`
    CREATE TABLE IF NOT EXISTS _prisma_migrations (migration_name text, finished_at timestamptz, rolled_back_at timestamptz)`;
  for (const name of names)
    await db.$executeRaw`INSERT INTO _prisma_migrations (migration_name, finished_at) VALUES (${name}, now())`;
}

/** A server whose pages never become ready: health is answered before them. */
async function serve(): Promise<{
  health: Health;
  ask: (path: string, method?: string) => Promise<Response>;
}> {
  const health = createHealth();
  const env = { TRUSTED_PROXY_HOPS: 0, BASE_URL: undefined };
  const pages = new Promise<never>(() => {});
  const entry = createRequestEntry({ env, isDev: false, health, pages });
  const server = createHttpServer(entry, { isDev: false, hasProxy: false });
  servers.push(server);
  const port = await listen(server, { HOST: "127.0.0.1", PORT: 0 });
  return {
    health,
    ask: (path, method = "GET") => fetch(`http://127.0.0.1:${port}/api/health/${path}`, { method }),
  };
}

/** A database that answers nothing, or refuses, and counts how often it is asked. */
function brokenDb(answer: () => Promise<never>): { db: Ctx["db"]; asked: () => number } {
  let asked = 0;
  const db = new Proxy(ctx.db, {
    get: (target, name) => {
      if (name !== "$queryRaw") return Reflect.get(target, name);
      return () => {
        asked += 1;
        return answer();
      };
    },
  });
  return { db, asked: () => asked };
}

it("is live at once, ready when its stores answer, and not while it stops", async () => {
  const { health, ask } = await serve();
  expect([(await ask("live")).status, await (await ask("live")).json()]).toEqual([200, { status: "live" }]);
  const starting = await ask("ready");
  expect([starting.status, await starting.json()]).toMatchObject([503, { status: "starting" }]);

  health.setStores(ctx, migrations);
  const ready = await ask("ready");
  expect([ready.status, await ready.json()]).toEqual([
    200,
    { status: "ready", checks: { database: "ok", kv: "ok", migrations: "ok" } },
  ]);
  expect(ready.headers.get("cache-control")).toBe("no-store");
  expect(ready.headers.get("x-request-id")).toMatch(/^[0-9a-f]{24}$/);

  health.setDraining();
  const draining = await ask("ready");
  expect([draining.status, await draining.json()]).toMatchObject([503, { status: "draining" }]);
  expect((await ask("live")).status).toBe(200);
});

it("says which part fails, and nothing of why", async () => {
  const { health, ask } = await serve();
  const { db } = brokenDb(() => Promise.reject(new Error("password=secret host=db.internal")));
  health.setStores({ ...ctx, db }, migrations);
  const failed = await ask("ready");
  expect(failed.status).toBe(503);
  const text = await failed.text();
  expect(JSON.parse(text)).toEqual({
    status: "failed",
    checks: { database: "failed", kv: "ok", migrations: "failed" },
  });
  expect(text).not.toContain("secret");
  expect((await ask("ready?ignore=database&ignore=migrations")).status).toBe(200);
  expect((await ask("live")).status).toBe(200);
});

it("finds a migration that is missing", async () => {
  const { health, ask } = await serve();
  health.setStores(ctx, [...migrations, "99990101000000_to_come"]);
  expect(await (await ask("ready")).json()).toMatchObject({
    checks: { database: "ok", migrations: "failed" },
  });
});

it("waits for no store longer than its bound, and asks it once for all who ask meanwhile", async () => {
  const { health, ask } = await serve();
  const { db, asked } = brokenDb(() => new Promise<never>(() => {}));
  health.setStores({ ...ctx, db }, migrations);
  // What was found stays fresh, however long the last of them takes to ask.
  vi.useFakeTimers({ toFake: ["performance"] });
  const answers = await Promise.all(Array.from({ length: 50 }, () => ask("ready")));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
  // One question whether it answers, one for its migrations.
  expect(asked()).toBe(2);
});

it("is read only, and answers HEAD", async () => {
  const { health, ask } = await serve();
  health.setStores(ctx, migrations);
  for (const path of ["live", "ready"]) {
    expect((await ask(path, "HEAD")).status).toBe(200);
    const refused = await ask(path, "POST");
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  }
});
