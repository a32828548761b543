import { readFile } from "node:fs/promises";
import path from "node:path";
import { sendRaw } from "../api/raw-request";
import { expect, test } from "../support/servers/start-fixtures";
import { signInByHttp } from "../support/sign-in-by-http";

test("a bot past its ceiling answers 429 until there is room; its owner reads of it, other bots don't notice", async ({
  start,
  dataDir,
}) => {
  const baseUrl = await start({ TRUSTED_PROXY_HOPS: "1", LIMIT_BOT_PER_MINUTE: "5" }).ready;
  const demo = JSON.parse(await readFile(path.join(dataDir, "demo.json"), "utf8"));
  const [shop, other] = demo.bots;
  const send = (token: string, from: string, lang = "zh-TW") =>
    sendRaw(baseUrl, {
      method: "POST",
      path: "/api/widget/message",
      body: JSON.stringify({ token, message: "運費多少" }),
      headers: { "x-forwarded-for": from, "accept-language": lang },
    });
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, net) => send(shop.token, `2001:db8:${net.toString(16)}::1`)),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
  const [refused] = answers.filter(({ status }) => status === 429);
  expect(refused?.headers["retry-after"]).toMatch(/^\d+$/);
  expect(refused?.json).toEqual({ success: false, error: expect.stringContaining("現在訊息太多了") });
  expect((await send(other.token, "2001:db8:ffff::1")).status).toBe(200);
  // What is wrong is still told first.
  const empty = { token: shop.token, message: "" };
  const wrong = await sendRaw(baseUrl, {
    method: "POST",
    path: "/api/widget/message",
    body: JSON.stringify(empty),
  });
  expect(wrong.status).toBe(400);

  const cookie = await signInByHttp(baseUrl, demo.owner);
  const bots = await (await fetch(`${baseUrl}/bots`, { headers: { cookie } })).text();
  const id = /\/bots\/([0-9a-f-]{36})/.exec(bots)?.[1];
  await expect
    .poll(async () => (await fetch(`${baseUrl}/bots/${id}`, { headers: { cookie } })).text())
    .toContain("一分鐘 5 則");
});

test("requests with unknown tokens are 429 past 120 a minute, on every endpoint; a bot's own go on", async ({
  start,
  dataDir,
}) => {
  const baseUrl = await start({ TRUSTED_PROXY_HOPS: "1" }).ready;
  const { bots } = JSON.parse(await readFile(path.join(dataDir, "demo.json"), "utf8"));
  const headers = { "x-forwarded-for": "203.0.113.77" };
  const config = (token: string) =>
    sendRaw(baseUrl, { method: "GET", path: `/api/widget/config?token=${token}`, headers });
  expect((await config(bots[0].token)).status).toBe(200);
  const statuses: number[] = [];
  for (let at = 0; at < 200; at++) statuses.push((await config(at.toString(16).padStart(32, "0"))).status);
  expect(statuses.filter((status) => status === 404)).toHaveLength(120);
  expect(statuses.filter((status) => status === 429)).toHaveLength(80);
  for (const endpoint of ["ping", "message", "feedback"]) {
    const { status, headers: answered } = await sendRaw(baseUrl, {
      method: "POST",
      path: `/api/widget/${endpoint}`,
      body: JSON.stringify({ token: "f".repeat(32), message: "好" }),
      headers,
    });
    expect([status, answered["access-control-allow-origin"]]).toEqual([429, "*"]);
    expect(answered["retry-after"]).toMatch(/^([1-9]|[1-5]\d|60)$/);
  }
  expect((await config(bots[0].token)).status).toBe(200);
});

test("a browser that signed in before is not held up by strangers' guesses", async ({ start, dataDir }) => {
  const baseUrl = await start({ TRUSTED_PROXY_HOPS: "1" }).ready;
  const { owner } = JSON.parse(await readFile(path.join(dataDir, "demo.json"), "utf8"));
  const signIn = async (password: string, from: string, known = "") => {
    const csrf = await fetch(`${baseUrl}/api/auth/csrf`);
    const jar = csrf.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
    const { csrfToken } = await csrf.json();
    const answer = await fetch(`${baseUrl}/api/auth/callback/credentials`, {
      method: "POST",
      headers: { cookie: [...jar, known].join("; "), origin: baseUrl, "x-forwarded-for": from },
      body: new URLSearchParams({ csrfToken, email: owner.email, password, json: "true" }),
      redirect: "manual",
    });
    return answer.headers.getSetCookie();
  };
  const isIn = (cookies: string[]) => cookies.some((cookie) => cookie.includes("session-token="));
  const first = await signIn(owner.password, "203.0.113.1");
  expect(isIn(first)).toBe(true);
  const known = first.find((cookie) => cookie.startsWith("dawen.known."));
  expect(known).toMatch(/; HttpOnly/i);
  expect(known).toMatch(/; SameSite=lax/i);
  for (let guess = 0; guess < 30; guess++)
    expect(isIn(await signIn("not it", `203.0.113.${10 + (guess % 3)}`))).toBe(false);
  expect(isIn(await signIn(owner.password, "203.0.113.1"))).toBe(false);
  expect(isIn(await signIn(owner.password, "203.0.113.1", known?.split(";")[0]))).toBe(true);
});
