import { Agent, type IncomingMessage, request, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { setDb } from "@/lib/db/client";
import { widgetHandlers } from "@/lib/http/widget/endpoints/widget-handlers";
import { createHttpServer } from "@/server/connections/create-http-server";
import { listen } from "@/server/connections/listen";
import { createRequestEntry } from "@/server/entry/handle-request";
import { contractFault } from "@/test/contract-fault";
import { createTestShop } from "@/test/fixtures/test-conversations";
import { createHealth } from "./health";
import { withWidgetRoutes } from "./widget-routes";

let shop: Awaited<ReturnType<typeof createTestShop>>;
let server: Server;
let port = 0;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

beforeAll(async () => {
  shop = await createTestShop();
  setDb(shop.ctx.db);
  const pages = withWidgetRoutes(
    async (_req, res) => void res.end("a page"),
    () => widgetHandlers,
  );
  const env = { TRUSTED_PROXY_HOPS: 0, BASE_URL: undefined };
  server = createHttpServer(
    createRequestEntry({ env, isDev: false, health: createHealth(), pages: Promise.resolve(pages) }),
    { isDev: false, hasProxy: false },
  );
  port = await listen(server, { HOST: "127.0.0.1", PORT: 0 });
});
afterAll(async () => {
  agent.destroy();
  server.closeAllConnections();
  server.close();
  await shop.close();
});

const begun = z.looseObject({
  chat_id: z.string(),
  turn_id: z.string(),
  visitor_key: z.string().optional(),
});

type Sent = { method?: string; headers?: Record<string, string>; body?: string };

async function send(path: string, { method = "GET", headers = {}, body }: Sent = {}) {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const asked = request({ port, host: "127.0.0.1", path, method, headers, agent }, resolve);
    asked.once("error", reject).end(body);
  });
  const answered = {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    socket: answer.socket,
    text: await text(answer),
  };
  const isJson = answered.headers["content-type"]?.startsWith("application/json") && answered.text;
  const json: unknown = isJson ? JSON.parse(answered.text) : undefined;
  expect(contractFault({ method, path }, { ...answered, json })).toBeNull();
  return answered;
}

describe("the widget's routes on Node's own request and response", () => {
  it("answer as JSON of a known length, for any page; HEAD the same without the body", async () => {
    const path = `/api/widget/config?token=${shop.botId.replaceAll("-", "")}`;
    const got = await send(path);
    expect(got).toMatchObject({ status: 200, headers: { "access-control-allow-origin": "*" } });
    expect(JSON.parse(got.text)).toMatchObject({ success: true });
    expect(got.headers["content-length"]).toBe(String(Buffer.byteLength(got.text)));
    const head = await send(path, { method: "HEAD" });
    expect(head.text).toBe("");
    expect(head.headers["content-length"]).toBe(got.headers["content-length"]);
  });

  it("answer preflights, and other methods with the one that is meant", async () => {
    const preflight = await send("/api/widget/message", { method: "OPTIONS" });
    expect(preflight).toMatchObject({ status: 204, text: "" });
    expect(preflight.headers["access-control-allow-methods"]).toBe("POST, OPTIONS");
    const allowed = async (asked: string) => {
      const headers = { "access-control-request-headers": asked };
      return (await send("/api/widget/message", { method: "OPTIONS", headers })).headers[
        "access-control-allow-headers"
      ];
    };
    expect(await allowed("content-type,sentry-trace,traceparent")).toMatch(
      /, content-type,sentry-trace,traceparent$/,
    );
    expect(await allowed("x".repeat(1001))).toBe(
      "Content-Type, Accept, Idempotency-Key, Last-Event-ID, Dawen-Visitor",
    );
    const wrong = await send("/api/widget/ping", { method: "DELETE" });
    expect(wrong).toMatchObject({ status: 405, headers: { allow: "POST, OPTIONS" } });
  });

  it("refuse a body over 64 KiB, and the connection serves the next request", async () => {
    const body = JSON.stringify({ token: "a".repeat(70 * 1024) });
    const refused = await send("/api/widget/ping", { method: "POST", body });
    expect(refused.status).toBe(400);
    expect(JSON.parse(refused.text)).toMatchObject({ success: false });
    const next = await send("/api/widget/ping", { method: "POST", body: "{}" });
    expect(next.status).toBe(404);
    expect(next.socket).toBe(refused.socket);
  });

  it("give first messages without a chat their own chat each, also under one key, in one moment and streamed", async () => {
    const token = shop.botId.replaceAll("-", "");
    const body = JSON.stringify({ token, message: "可以退貨嗎？" });
    const headers = { "idempotency-key": "the-same-for-all" };
    const say = async (more: Record<string, string> = {}) => {
      const { status, text } = await send("/api/widget/message", {
        ...{ method: "POST", body },
        headers: { ...headers, ...more },
      });
      expect(status).toBe(200);
      return begun.parse(JSON.parse(/^data: (.*"chat_id".*)$/m.exec(text)?.[1] ?? text));
    };
    const said = [
      ...(await Promise.all([say(), say(), say()])),
      await say(),
      await say({ accept: "text/event-stream" }),
    ];
    for (const name of ["chat_id", "turn_id", "visitor_key"] as const) {
      const given = said.map((response) => response[name]);
      expect(given).not.toContain(undefined);
      expect(new Set(given).size, name).toBe(said.length);
    }
    // A chat that the client names is how its resend is known.
    const named = JSON.stringify({ token, message: "可以退貨嗎？", chat_id: said[0]?.chat_id });
    const again = async () =>
      begun.parse(
        JSON.parse((await send("/api/widget/message", { method: "POST", headers, body: named })).text),
      );
    expect((await again()).turn_id).toBe((await again()).turn_id);
  });

  it("leave all other addresses to the pages", async () => {
    for (const path of ["/", "/api/widget", "/api/widget/constructor"])
      expect((await send(path)).text).toBe("a page");
  });
});
