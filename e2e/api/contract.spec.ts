import { createHash } from "node:crypto";
import { z } from "zod";
import { expect, test } from "@/e2e/support/fixtures";
import type { App } from "@/e2e/support/servers/app";
import { type HostileCase, hostileCases } from "./hostile-cases";
import { type RawRequest, type RawResponse, sendRaw } from "./raw-request";

const answer = z.object({ success: z.literal(true), message_id: z.string() });
const errorEnvelope = { success: false, error: expect.stringMatching(/\S/) };
/** Each source address stays well below the limits. */
const requestsFromOneAddress = 12;

/** An address of this machine that no other test sends from. */
function address(block: number, index: number): string {
  return `127.${block}.${index >> 8}.${(index & 0xff) + 1}`;
}

test.describe("hostile requests", () => {
  test("get the right status, CORS and envelope, never a 5xx, a hang or a stack trace", async ({
    app,
    team,
  }) => {
    test.setTimeout(300_000);
    const cases = hostileCases(team.bot.token);
    expect(cases.length).toBeGreaterThan(300);
    const faults: string[] = [];
    for (const [index, hostile] of cases.entries()) {
      const from = address(16, Math.floor(index / requestsFromOneAddress));
      const fault = await sendRaw(app.baseUrl, { ...hostile, from }).then(
        (response) => findFault(hostile, response),
        (error: unknown) => `no answer: ${String(error)}`,
      );
      if (fault) faults.push(`${hostile.name}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });

  test("a body that stops on its way is given up, with the envelope", async ({ app }) => {
    // At once: each takes the ten seconds that a body gets.
    const send = (path: string) =>
      sendRaw(app.baseUrl, {
        method: "POST",
        path,
        headers: { "content-length": "1000" },
        body: '{"token":"',
        from: address(19, 1),
      });
    for (const { status, headers, json } of await Promise.all(
      ["ping", "message"].map((name) => send(`/api/widget/${name}`)),
    )) {
      expect(status).toBe(400);
      expect(headers["access-control-allow-origin"]).toBe("*");
      expect(json).toEqual(errorEnvelope);
    }
  });

  test("are refused in the contract's order: body, token, fields, limit, paused", async ({ app }) => {
    const paused = app.demo.bots[2].token;
    const post = (body: unknown, index = 0) =>
      sendRaw(app.baseUrl, {
        method: "POST",
        path: "/api/widget/message",
        body: typeof body === "string" ? body : JSON.stringify(body),
        from: address(17, index),
      });
    expect((await post("[")).status).toBe(400);
    expect((await post({ token: "no", message: "", chat_id: "no" })).status).toBe(404);
    expect((await post({ token: paused, message: "" })).status).toBe(400);
    expect((await post({ token: paused, message: "好", chat_id: "no" })).status).toBe(400);
    const answer = await post({ token: paused, message: "好" });
    expect(answer.status).toBe(200);
    expect(answer.json).toEqual({ success: false, reply: "客服暫停服務中" });

    for (let i = 0; i < 20; i++) expect((await post({ token: paused, message: "好" }, 1)).status).toBe(200);
    expect((await post({ token: paused, message: "好" }, 1)).status).toBe(429);
    expect((await post({ token: paused, message: "" }, 1)).status).toBe(400);
    expect((await post({ token: "no", message: "好" }, 1)).status).toBe(404);
    expect((await post("[", 1)).status).toBe(400);
  });
});

test.describe("limits", () => {
  const message = (token: string, from: string): RawRequest => ({
    method: "POST",
    path: "/api/widget/message",
    body: JSON.stringify({ token, message: "運費多少" }),
    from,
  });
  const ping = (token: string, from: string): RawRequest => ({
    method: "POST",
    path: "/api/widget/ping",
    body: JSON.stringify({ token }),
    from,
  });
  const expectRefusal = (response: RawResponse | undefined) => {
    expect(response?.status).toBe(429);
    expect(response?.json).toEqual(errorEnvelope);
    expect(response?.headers["retry-after"]).toMatch(/^([1-9]|[1-5]\d|60)$/);
    expect(response?.headers["access-control-expose-headers"]).toContain("Retry-After");
  };

  test("let 20 messages a minute through from one address, over all bots, sent one by one", async ({
    app,
  }) => {
    const from = address(18, 0);
    for (let i = 0; i < 20; i++) {
      const { token } = i % 2 === 0 ? app.demo.bots[1] : app.demo.bots[2];
      expect((await sendRaw(app.baseUrl, message(token, from))).status).toBe(200);
    }
    expectRefusal(await sendRaw(app.baseUrl, message(app.demo.bots[1].token, from)));
    expect((await sendRaw(app.baseUrl, message(app.demo.bots[1].token, address(18, 1)))).status).toBe(200);
  });

  test("let exactly 20 of 40 parallel messages through", async ({ app }) => {
    const from = address(18, 2);
    const { token } = app.demo.bots[1];
    const responses = await Promise.all(
      Array.from({ length: 40 }, () => sendRaw(app.baseUrl, message(token, from))),
    );
    expect(responses.filter(({ status }) => status === 200)).toHaveLength(20);
    const refused = responses.filter(({ status }) => status !== 200);
    for (const response of refused) expectRefusal(response);
  });

  test("let 30 pings a minute through, whatever the client says of its address", async ({ app, team }) => {
    const from = address(18, 3);
    const { token } = team.bot;
    const forged = (i: number) => ({
      // The trusted proxy appends what it sees; what stands left of it is the client's word.
      "x-forwarded-for": `10.0.0.${i}, ${from}`,
      "x-real-ip": `10.0.1.${i}`,
      forwarded: `for=10.0.2.${i}`,
    });
    for (let i = 0; i < 30; i++) {
      const response = await sendRaw(app.baseUrl, { ...ping(token, from), headers: forged(i) });
      expect(response.status).toBe(200);
    }
    expectRefusal(await sendRaw(app.baseUrl, { ...ping(token, from), headers: forged(200) }));
  });
});

test.describe("what is added to the contract", () => {
  const post = (app: App, endpoint: string, body: object, index: number) =>
    sendRaw(app.baseUrl, {
      method: "POST",
      path: `/api/widget/${endpoint}`,
      body: JSON.stringify(body),
      from: address(20, index),
    });

  test("config says how a new bot's widget is to look and what it offers", async ({ app, team }) => {
    const { json } = await sendRaw(app.baseUrl, {
      method: "GET",
      path: `/api/widget/config?token=${team.bot.token}`,
    });
    expect(json).toEqual({
      success: true,
      config: {
        primary_color: "#00d4ff",
        position: "br",
        offset: [20, 20],
        bot_name: "AI 智能客服",
        avatar_url: "",
        welcome: "你好,有什麼可以幫你的嗎?",
        placeholder: "請輸入訊息...",
        enabled: true,
        locale: "",
        theme: "auto",
        suggestions: [],
        show_sources: true,
        person: true,
        retention_days: null,
        hours: null,
      },
    });
  });

  test("an answer can be rated by its id, in its own chat only, up to 30 times a minute", async ({
    app,
    team,
  }) => {
    const { token } = team.bot;
    const chat_id = "web_20202020aaaa0001";
    const sent = await post(app, "message", { token, message: "運費多少", chat_id }, 0);
    const { message_id } = answer.parse(sent.json);
    const rate = (fields: object, index = 0) =>
      post(app, "feedback", { token, chat_id, message_id, rating: "up", ...fields }, index);

    for (const rating of ["up", "up", "down", "none"]) {
      const response = await rate({ rating, reason: "說明" });
      expect([response.status, response.json]).toEqual([200, { success: true }]);
      expect(response.headers["access-control-allow-origin"]).toBe("*");
    }
    for (const fields of [
      { token: app.demo.bots[1].token },
      { chat_id: "web_20202020aaaa0002" },
      { message_id: "01900000-0000-7000-8000-000000000000" },
    ]) {
      const response = await rate(fields);
      expect([response.status, response.json]).toEqual([404, errorEnvelope]);
    }

    expect((await rate({ rating: "sideways" }, 1)).status).toBe(400);
    for (let i = 0; i < 30; i++) expect((await rate({}, 1)).status).toBe(200);
    const refused = await rate({}, 1);
    expect([refused.status, refused.json]).toEqual([429, errorEnvelope]);
    expect(refused.headers["retry-after"]).toMatch(/^\d+$/);
  });

  test("a visitor who wants a person is told in their language; the stream's end has the id too", async ({
    app,
    team,
  }) => {
    const { token } = team.bot;
    const body = { token, message: "Can I talk to someone?", wants_person: true, locale: "en" };
    const { json } = await post(app, "message", body, 2);
    expect(json).toEqual({
      success: true,
      reply: "Our staff have been told that you'd like to talk to a person.",
      extra_replies: [],
      chat_id: expect.stringMatching(/^web_[0-9a-f]{32}$/),
      turn_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      message_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      sources: [],
      answered: true,
      visitor_key: expect.stringMatching(/^[\w-]{64}$/),
      handoff: true,
    });
    const stream = await sendRaw(app.baseUrl, {
      method: "POST",
      path: "/api/widget/message",
      body: JSON.stringify({ token, message: "運費多少" }),
      headers: { accept: "text/event-stream" },
      from: address(20, 3),
    });
    const done = /event: done\ndata: (.*)\n/.exec(stream.text)?.[1] ?? "null";
    expect(answer.parse(JSON.parse(done)).message_id).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("the script keeps its address, its versions keep theirs", async ({ app, team, pageOf }) => {
    const script = await fetch(`${app.baseUrl}/widget.js`);
    expect(script.headers.get("cache-control")).toContain("max-age=300");
    const content = Buffer.from(await script.arrayBuffer());
    const again = await fetch(`${app.baseUrl}/widget.js`, {
      headers: { "if-none-match": script.headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);

    const page = await pageOf(team.owner);
    await page.goto(`/bots/${team.bot.id}/install`);
    const line = await page.getByText("integrity=").innerText();
    const [, src = "", integrity] =
      /src="([^"]+)" integrity="([^"]+)" crossorigin="anonymous"/.exec(line) ?? [];
    expect(integrity).toBe(`sha384-${createHash("sha384").update(content).digest("base64")}`);
    const pinned = await fetch(src);
    expect(pinned.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(pinned.headers.get("access-control-allow-origin")).toBe("*");
    expect(Buffer.from(await pinned.arrayBuffer())).toEqual(content);
  });
});

test("ping notes the time and the page's host; null and nonsense leave the host as it was", async ({
  team,
  post,
  pageOf,
}) => {
  const send = (origin: string) => post("ping", { token: team.bot.token }, { origin });
  await send("https://clinic.example.com");
  for (const origin of ["null", "nonsense", "file://"]) expect((await send(origin)).status).toBe(200);
  const page = await pageOf(team.owner);
  await page.goto("/bots");
  await expect(page.getByText("clinic.example.com")).toBeVisible();
});

function findFault(hostile: HostileCase, response: RawResponse): string | null {
  const { status, headers, text, json } = response;
  if (status !== hostile.status) return `status ${status}, expected ${hostile.status}: ${text.slice(0, 200)}`;
  if (headers["access-control-allow-origin"] !== "*") return "no CORS header";
  if (headers["access-control-allow-credentials"]) return "allows credentials";
  if (/node_modules|\.ts:\d|\.js:\d|\bat \w+ \(|prisma|ECONN/i.test(text))
    return `leaks: ${text.slice(0, 200)}`;
  if (status === 204)
    return headers["access-control-max-age"] && text === "" ? null : "not a preflight's answer";
  if (!String(headers["content-type"]).startsWith("application/json; charset=utf-8"))
    return "not JSON by its type";
  if (headers["cache-control"] !== "no-store") return `cache-control ${String(headers["cache-control"])}`;
  if (hostile.method === "HEAD") return text === "" ? null : "HEAD with a body";
  const envelope = status >= 400 ? errorEnvelope : expect.objectContaining({ success: true });
  return envelopeFault(json, envelope, text);
}

function envelopeFault(json: unknown, envelope: unknown, text: string): string | null {
  try {
    expect(json).toEqual(envelope);
    return null;
  } catch {
    return `envelope: ${text.slice(0, 200)}`;
  }
}
