import { once } from "node:events";
import type { Server } from "node:http";
import { connect } from "node:net";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { revokeSession } from "@/lib/accounts/sessions/revoke-session";
import type { Ctx } from "@/lib/context";
import { getFeedPosition } from "@/lib/conversations/feed/team-feed";
import { uuidv7 } from "@/lib/db/uuidv7";
import { env } from "@/lib/env";
import type { ActorCtx } from "@/lib/identity/actor";
import { getAuthSecret } from "@/lib/identity/secret";
import { createKv } from "@/lib/kv/client";
import { toJsonField } from "@/lib/kv/json-value";
import { feedKey } from "@/lib/kv/keys";
import { openCeilings } from "@/lib/kv/limits/limit-policies";
import { sessionCookieName } from "@/lib/session/session-cookie";
import { switchTeam } from "@/lib/teams/switch-team";
import { createHttpServer } from "@/server/connections/create-http-server";
import { listen } from "@/server/connections/listen";
import { createTestAccount, signInTestAccount, type TestAccount } from "@/test/fixtures/test-account";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { createLiveFeed, withLiveFeed } from "./live-feed";

const patience = { timeout: 20_000 };

let ctx: Ctx;
let closeStores: () => Promise<void>;
let server: Server;
let address = "";
let account: TestAccount;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "live-feed-".repeat(4);
  const test = await createTestDb();
  const kv = createKv({ KV_REST_API_URL: undefined, KV_REST_API_TOKEN: undefined, REDIS_URL: undefined });
  ctx = createTestContext({ db: test.db, kv });
  closeStores = async () => {
    await kv.close();
    await test.close();
  };
  account = await createTestAccount(ctx);
  const pages = withLiveFeed(async (_req, res) => void res.end("a page"), createLiveFeed(ctx));
  server = createHttpServer((req, res) => void pages(req, res), { isDev: false, hasProxy: false });
  address = `http://127.0.0.1:${await listen(server, { HOST: "127.0.0.1", PORT: 0 })}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await closeStores();
});

async function cookieOf({ actor }: ActorCtx): Promise<string> {
  const token = await encode({ token: { sid: actor.sessionId }, secret: await getAuthSecret(env()) });
  return `theme=dark; ${sessionCookieName()}=${token}`;
}

async function open(cookie: string, init: { method?: string; after?: string; lastEventId?: string } = {}) {
  const response = await fetch(`${address}/api/live?after=${init.after ?? ""}`, {
    method: init.method ?? "GET",
    headers: { cookie, ...(init.lastEventId ? { "last-event-id": init.lastEventId } : {}) },
  });
  let text = "";
  const ended = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk, { stream: true });
  })().catch(() => {});
  return {
    response,
    ended,
    text: () => text,
    ids: () => [...text.matchAll(/^id: (.*)$/gm)].map((found) => found[1]),
  };
}

async function append(teamId: string, text: string): Promise<string> {
  const id = await ctx.kv.redis.xadd(feedKey(teamId), "*", toJsonField({ type: "turn", text }));
  return String(id);
}

describe("the live feed", () => {
  it("is for signed-in members, by GET", async () => {
    const signedIn = await signInTestAccount(ctx, account);
    expect((await open("")).response.status).toBe(401);
    expect((await open(`${sessionCookieName()}=forged`)).response.status).toBe(401);
    const cookie = await cookieOf(signedIn);
    const post = await open(cookie, { method: "POST" });
    expect([post.response.status, post.response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    expect((await open(cookie, { method: "HEAD" })).response.status).toBe(200);
    expect(await (await fetch(`${address}/api/liveness`)).text()).toBe("a page");
    await ctx.db.membership.deleteMany({ where: { userId: account.userId } });
    expect((await open(cookie)).response.status).toBe(401);
    await ctx.db.membership.create({
      data: { teamId: account.teamId, userId: account.userId, role: "owner" },
    });
  });

  it("is refused to a session that has too many streams, until one of them ends", async () => {
    const [one, other] = [await signInTestAccount(ctx, account), await signInTestAccount(ctx, account)];
    const cookie = await cookieOf(one);
    const leaving = new AbortController();
    const url = `${address}/api/live`;
    const first = await fetch(url, { headers: { cookie }, signal: leaving.signal });
    const rest = openCeilings.liveStreamsOfSession - 1;
    const streams = await Promise.all(Array.from({ length: rest }, () => open(cookie)));
    expect(new Set(streams.map(({ response }) => response.status))).toEqual(new Set([200]));
    const refused = await open(cookie);
    expect([refused.response.status, refused.response.headers.get("retry-after")]).toEqual([429, "10"]);
    expect((await open(cookie, { method: "HEAD" })).response.status).toBe(200);
    expect((await open(await cookieOf(other))).response.status).toBe(200);
    // Kept until here: the stream of an answer that nobody holds any more is ended with it.
    expect([first.status, first.bodyUsed]).toEqual([200, false]);
    leaving.abort();
    await vi.waitFor(async () => expect((await open(cookie)).response.status).toBe(200), patience);
  });

  it("says that it lives each five seconds, and is refused to a screen of another team", async () => {
    const signedIn = await signInTestAccount(ctx, account);
    const cookie = await cookieOf(signedIn);
    const { teamId } = signedIn.actor;
    const own = await open(cookie, { after: `${await getFeedPosition(ctx, teamId)}&team=${teamId}` });
    expect(own.response.status).toBe(200);
    await vi.waitFor(() => expect(own.text()).toContain("event: alive"), patience);
    const foreign = await open(cookie, { after: `0-0&team=${uuidv7()}` });
    expect(foreign.response.status).toBe(403);
  });

  it("ends when its session goes to another team", { timeout: 20_000 }, async () => {
    const signedIn = await signInTestAccount(ctx, account);
    const other = await ctx.db.team.create({ data: { id: uuidv7(), name: "另一隊" } });
    await ctx.db.membership.create({
      data: { teamId: other.id, userId: account.userId, role: "agent" },
    });
    const { teamId } = signedIn.actor;
    const ends = await open(await cookieOf(signedIn), { after: await getFeedPosition(ctx, teamId) });
    await switchTeam(signedIn, { teamId: other.id });
    await ends.ended;
    const again = await open(await cookieOf(signedIn), { after: `0-0&team=${teamId}` });
    expect(again.response.status).toBe(403);
  });

  it("resumes by Last-Event-ID, which counts more than the address", async () => {
    const signedIn = await signInTestAccount(ctx, account);
    const cookie = await cookieOf(signedIn);
    const { teamId } = signedIn.actor;
    const start = await getFeedPosition(ctx, teamId);
    const sent = [await append(teamId, "一"), await append(teamId, "二"), await append(teamId, "三")];
    const whole = await open(cookie, { after: start });
    expect(whole.response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(whole.response.headers.get("cache-control")).toContain("no-store");
    const resumed = await open(cookie, { after: start, lastEventId: sent[1] });
    sent.push(await append(teamId, "四"));
    await vi.waitFor(() => expect(whole.ids()).toEqual(sent), patience);
    await vi.waitFor(() => expect(resumed.ids()).toEqual(sent.slice(2)), patience);
  });

  it("drops a screen that doesn't take what is sent; resumed, it has each event once", async () => {
    const signedIn = await signInTestAccount(ctx, account);
    const cookie = await cookieOf(signedIn);
    const { teamId } = signedIn.actor;
    const start = await getFeedPosition(ctx, teamId);
    const slow = connect(Number(new URL(address).port), "127.0.0.1");
    slow.write(
      `GET /api/live?after=${start} HTTP/1.1\r\nHost: ${new URL(address).host}\r\nCookie: ${cookie}\r\n\r\n`,
    );
    await once(slow, "readable");
    const sent: string[] = [];
    for (let i = 100; i < 250; i++) sent.push(await append(teamId, `${i}`.repeat(50_000)));
    let got = "";
    slow.setEncoding("utf8").on("data", (chunk: string) => {
      got += chunk;
    });
    // Only the server ends it, be it with a reset.
    slow.on("error", () => {});
    await new Promise((resolve) => slow.once("close", resolve));
    const whole = got.slice(0, got.lastIndexOf("\n\n"));
    const before = [...whole.matchAll(/^id: (.*)$/gm)].map((found) => found[1] ?? "");
    expect(before.length).toBeLessThan(sent.length);
    const resumed = await open(cookie, { lastEventId: before.at(-1) ?? start });
    await vi.waitFor(() => expect([...before, ...resumed.ids()]).toEqual(sent), patience);
  });

  // Well before every session is looked up again by itself.
  it("ends at once when its session does, and other sessions' streams go on", {
    timeout: 20_000,
  }, async () => {
    const [leaving, staying] = [await signInTestAccount(ctx, account), await signInTestAccount(ctx, account)];
    const { teamId } = leaving.actor;
    const start = await getFeedPosition(ctx, teamId);
    const [ends, goesOn] = [
      await open(await cookieOf(leaving), { after: start }),
      await open(await cookieOf(staying), { after: start }),
    ];
    await revokeSession(staying, { sessionId: leaving.actor.sessionId });
    await ends.ended;
    const id = await append(teamId, "之後");
    await vi.waitFor(() => expect(goesOn.ids()).toContain(id), patience);
    expect(ends.ids()).not.toContain(id);
  });
});
