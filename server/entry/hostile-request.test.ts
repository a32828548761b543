import { once } from "node:events";
import { request as httpRequest, type IncomingMessage, type Server } from "node:http";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { maxPageBodyBytes, openCeilings } from "@/lib/kv/limits/limit-policies";
import { log } from "@/lib/log";
import { currentRequest, markReached } from "@/lib/request-context";
import { createHttpServer } from "@/server/connections/create-http-server";
import { listen } from "@/server/connections/listen";
import { createHealth } from "@/server/routes/health";
import { createRequestEntry, type PageHandler } from "./handle-request";

const servers: Server[] = [];
let logged: Record<string, unknown>[] = [];

beforeEach(() => {
  logged = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    logged.push(JSON.parse(String(text)));
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(pages: PageHandler, hops = 0): Promise<number> {
  const env = { TRUSTED_PROXY_HOPS: hops, BASE_URL: undefined };
  const options = { env, isDev: false, health: createHealth(), pages: Promise.resolve(pages) };
  const server = createHttpServer(createRequestEntry(options), { isDev: false, hasProxy: hops > 0 });
  servers.push(server);
  return listen(server, { HOST: "127.0.0.1", PORT: 0 });
}

type Sent = { method?: string; path?: string; headers?: Record<string, string | string[]>; body?: string };

async function send(port: number, { method = "GET", path = "/x", headers = {}, body }: Sent) {
  const sent = httpRequest({ port, host: "127.0.0.1", method, path, headers, agent: false });
  sent.end(body);
  const [answer]: IncomingMessage[] = await once(sent, "response");
  let text = "";
  for await (const chunk of answer ?? []) text += chunk;
  return { status: answer?.statusCode ?? 0, headers: answer?.headers ?? {}, text };
}

const echo: PageHandler = async (req, res) => {
  let body = "";
  for await (const chunk of req) body += chunk;
  log("info", "handled");
  res.end(JSON.stringify({ id: currentRequest()?.id, length: body.length, headers: req.headers }));
};

describe("a request's id", () => {
  it("is new for each, goes out, and stands in the log", async () => {
    const port = await serve(echo);
    const [first, second] = [
      await send(port, {}),
      await send(port, { headers: { "x-request-id": "forged-0001" } }),
    ];
    expect(first.headers["x-request-id"]).toMatch(/^[0-9a-f]{24}$/);
    expect(second.headers["x-request-id"]).toMatch(/^[0-9a-f]{24}$/);
    expect(first.headers["x-request-id"]).not.toBe(second.headers["x-request-id"]);
    expect(logged.map(({ requestId }) => requestId)).toEqual([
      first.headers["x-request-id"],
      second.headers["x-request-id"],
    ]);
    const refused = await send(port, { path: "/%ff" });
    expect([refused.status, refused.headers["x-request-id"]]).toEqual([400, expect.any(String)]);
  });

  it("is a trusted proxy's, when that is well formed", async () => {
    const port = await serve(echo, 1);
    const idFor = async (given: string | string[]) =>
      (await send(port, { headers: { "x-request-id": given, "x-forwarded-for": "192.0.2.1" } })).headers[
        "x-request-id"
      ];
    expect(await idFor("0af7651916cd43dd8448eb211c80319c")).toBe("0af7651916cd43dd8448eb211c80319c");
    for (const bad of ["short", 'a"}{"level":"error"', "a b c d e f", "é".repeat(9), "x".repeat(129)])
      expect(await idFor(bad)).toMatch(/^[0-9a-f]{24}$/);
    expect(await idFor(["first-id-0", "second-id-0"])).toMatch(/^[0-9a-f]{24}$/);
  });
});

describe("headers", () => {
  it.each(["Host", "Origin", "Authorization", "Content-Type", "Next-Action", "RSC", "Sec-Fetch-Site"])(
    "with one value are refused when %s comes twice",
    async (name) => {
      const port = await serve(echo);
      const value =
        name === "Host" || name === "Origin" ? ["http://a.example", "http://b.example"] : ["1", "1"];
      const socket = connect(port, "127.0.0.1");
      const host = name === "Host" ? "" : "Host: a.example\r\n";
      const bare = value.map((one) => `${name}: ${name === "Host" ? one.slice(7) : one}\r\n`).join("");
      for (const version of ["1.0", "1.1"]) {
        const again = connect(port, "127.0.0.1");
        again.write(`GET /x HTTP/${version}\r\n${host}${bare}Connection: close\r\n\r\n`);
        let answer = "";
        for await (const chunk of again) answer += chunk;
        expect(answer).toMatch(/^HTTP\/1.1 400 /);
      }
      socket.destroy();
    },
  );

  it("may come twice where a list is meant", async () => {
    const port = await serve(echo);
    for (const name of ["cookie", "accept", "accept-language", "x-forwarded-for"])
      expect((await send(port, { headers: { [name]: ["a", "b"] } })).status).toBe(200);
  });

  it.each([
    [400, { "next-router-state-tree": "%5B" }],
    [400, { "next-router-state-tree": "[]" }],
    [400, { "next-router-prefetch": "x" }],
    [400, { "next-router-segment-prefetch": "x" }],
    [400, { "next-url": "http://evil.example/" }],
    [400, { "next-action": "constructor" }],
    [400, { rsc: "yes" }],
    [200, { rsc: "1", "next-router-state-tree": encodeURIComponent('["",{"children":["bots",{}]}]') }],
    [200, { "next-url": "/bots", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" }],
  ])("of Next's own get a %i: %j", async (status, headers) => {
    const port = await serve(echo);
    expect((await send(port, { headers })).status).toBe(status);
  });

  it("that only Next's own layers say don't arrive", async () => {
    const port = await serve(echo);
    const forged = [
      "x-middleware-subrequest",
      "x-invoke-path",
      "x-nextjs-data",
      "x-matched-path",
      "next-resume",
    ];
    const { text } = await send(port, { headers: Object.fromEntries(forged.map((name) => [name, "1"])) });
    for (const name of forged) expect(JSON.parse(text).headers).not.toHaveProperty(name);
  });

  it.each(["/_next/image?url=x", "/_next/data/x.json", "/_error", "/_global-error", "/500", "/__nextjs_x"])(
    "or not, %s is nothing",
    async (path) => {
      const port = await serve(echo);
      expect((await send(port, { path })).status).toBe(404);
      expect((await send(port, { path: "/_next/static/x.js" })).status).toBe(200);
    },
  );
});

describe("a page's body", () => {
  it("arrives whole, up to its ceiling", async () => {
    const port = await serve(echo);
    const post = (body: string, headers = {}) => send(port, { method: "POST", body, headers });
    expect(JSON.parse((await post("a".repeat(maxPageBodyBytes))).text).length).toBe(maxPageBodyBytes);
    expect((await post("a".repeat(maxPageBodyBytes + 1))).status).toBe(413);
    const chunked = { "transfer-encoding": "chunked" };
    expect(JSON.parse((await post("abc", chunked)).text).length).toBe(3);
    expect((await post("a".repeat(maxPageBodyBytes + 1), chunked)).status).toBe(413);
    expect((await post("a", { "content-length": String(100 * maxPageBodyBytes) })).status).toBe(413);
  });

  it("waits for its end in bounded memory, which is free again afterwards", async () => {
    const port = await serve(echo);
    const half = "a".repeat(maxPageBodyBytes - 1);
    const most = openCeilings.bodyBytesOfAddress / maxPageBodyBytes;
    const waiting = Array.from({ length: most }, () => {
      const socket = connect(port, "127.0.0.1");
      socket.on("error", () => {});
      socket.write(`POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: ${maxPageBodyBytes}\r\n\r\n${half}`);
      return socket;
    });
    await vi.waitFor(
      async () => expect((await send(port, { method: "POST", body: "a".repeat(100) })).status).toBe(429),
      { timeout: 20_000 },
    );
    for (const socket of waiting) socket.destroy();
    await vi.waitFor(
      async () => expect((await send(port, { method: "POST", body: "a".repeat(100) })).status).toBe(200),
      { timeout: 20_000 },
    );
  });
});

describe("a write that fails", () => {
  const failing =
    (isReached: boolean): PageHandler =>
    async (_req, res) => {
      if (isReached) markReached();
      res.statusCode = 500;
      res.setHeader("Content-Type", "text/x-component");
      res.setHeader("Content-Encoding", "gzip");
      res.write("a secret");
      res.end(" of ours");
    };

  it("before code of ours was reached is the client's: 400, and one warning", async () => {
    const port = await serve(failing(false));
    const answer = await send(port, { method: "POST", body: "garbage" });
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain("secret");
    expect(answer.headers["content-encoding"]).toBeUndefined();
    expect(answer.headers["content-length"]).toBe(String(Buffer.byteLength(answer.text)));
    expect(logged).toMatchObject([{ level: "warn", requestId: answer.headers["x-request-id"] }]);
    expect((await send(port, { method: "POST" })).status).toBe(400);
    expect((await send(port, {})).status).toBe(500);
  });

  it("afterwards is ours", async () => {
    const port = await serve(failing(true));
    const answer = await send(port, { method: "POST", body: "a form" });
    expect([answer.status, answer.text]).toEqual([500, "a secret of ours"]);
  });

  it("is a 400 where code of ours found no form, whatever the status", async () => {
    const port = await serve(async (_req, res) => {
      const request = currentRequest();
      if (request) request.isMalformed = true;
      res.writeHead(200, { "Content-Type": "text/x-component" });
      res.end("done");
    });
    expect((await send(port, { method: "POST", body: "[]" })).status).toBe(400);
  });
});

it("behind a trusted proxy, requests under way are counted by the forwarded address", async () => {
  const waiting: (() => void)[] = [];
  const port = await serve(async (_req, res) => void waiting.push(() => res.end()), 1);
  const from = (address: string) => send(port, { headers: { "x-forwarded-for": address } });
  const open = Array.from({ length: openCeilings.requestsOfAddress }, () => from("192.0.2.1"));
  await vi.waitFor(() => expect(waiting).toHaveLength(open.length), { timeout: 20_000 });
  const refused = await from("192.0.2.1");
  expect([refused.status, refused.headers["retry-after"]]).toEqual([429, "10"]);
  const other = from("192.0.2.2");
  await vi.waitFor(() => expect(waiting).toHaveLength(open.length + 1), { timeout: 20_000 });
  for (const answer of waiting.splice(0)) answer();
  expect((await other).status).toBe(200);
  await Promise.all(open);
  const again = from("192.0.2.1");
  await vi.waitFor(() => expect(waiting).toHaveLength(1), { timeout: 20_000 });
  waiting[0]?.();
  expect((await again).status).toBe(200);
});
