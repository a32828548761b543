import type { Server } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientIp } from "@/lib/request-context";
import { createHttpServer } from "@/server/connections/create-http-server";
import { listen } from "@/server/connections/listen";
import { createHealth } from "@/server/routes/health";
import { createRequestEntry, type PageHandler } from "./handle-request";

// What stands where Next would: it says what reached it.
const pages: PageHandler = async (req, res) => {
  if (req.url?.startsWith("/throws")) throw new Error("a secret of ours");
  let body = "";
  for await (const chunk of req) body += chunk;
  const { headers, method, url } = req;
  res.setHeader("Content-Type", "application/json");
  res.end(JSON.stringify({ method, url, headers, body, client: clientIp() }));
};

let server: Server;
let port = 0;

beforeAll(async () => {
  const entry = createRequestEntry({
    env: { TRUSTED_PROXY_HOPS: 0, BASE_URL: undefined },
    isDev: false,
    health: createHealth(),
    pages: Promise.resolve(pages),
  });
  server = createHttpServer(entry, { isDev: false, hasProxy: false });
  port = await listen(server, { HOST: "127.0.0.1", PORT: 0 });
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends bytes as they are and gives everything that comes back until the other side closes, or 15 s of silence. */
function exchange(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    socket.setTimeout(15_000, () => socket.destroy());
    socket.on("data", (chunk) => {
      answer += chunk.toString("utf8");
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(answer));
    socket.write(bytes, "latin1");
  });
}

async function send(head: string, body = "") {
  const answer = await exchange(`${head}\r\nConnection: close\r\n\r\n${body}`);
  const [headPart = "", ...rest] = answer.split("\r\n\r\n");
  const [statusLine = "", ...lines] = headPart.split("\r\n");
  const headers = new Headers(
    lines.map((line): [string, string] => [line.split(": ")[0] ?? "", line.split(": ").slice(1).join(": ")]),
  );
  return { status: Number(statusLine.split(" ")[1]), headers, body: rest.join("\r\n\r\n") };
}

const host = "Host: chat.example";

describe("a request that no route should see", () => {
  it.each([
    [405, `TRACE /api/widget/message HTTP/1.1\r\n${host}`],
    [405, `PROPFIND /api/widget/message HTTP/1.1\r\n${host}`],
    [405, `NONSENSE /api/widget/message HTTP/1.1\r\n${host}`],
    [405, `get /api/widget/config HTTP/1.1\r\n${host}`],
    [400, `GET /api/widget/%ff HTTP/1.1\r\n${host}`],
    [400, `GET /api/widget/a%00 HTTP/1.1\r\n${host}`],
    [400, "GET /api/widget/config HTTP/1.1"],
    [400, "GET /api/widget/config HTTP/1.1\r\nHost: a b"],
    [400, "GET /api/widget/config HTTP/1.1\r\nHost: a/b"],
    [400, `POST /api/widget/message HTTP/1.1\r\n${host}\r\nContent-Length: 99999999999999999999999`],
    [400, `POST /api/widget/message HTTP/1.1\r\n${host}\r\nContent-Length: -1`],
    [400, `POST /api/widget/message HTTP/1.1\r\n${host}\r\nContent-Length: 3\r\nTransfer-Encoding: chunked`],
    [400, `GET /api/widget/config HTTP/1.1\r\n${host}\r\nbad header`],
    [400, `GET /api/widget/config HTTP/9.9\r\n${host}`],
    [431, `GET /api/widget/config HTTP/1.1\r\n${host}\r\nX-Big: ${"x".repeat(20_000)}`],
  ])("gets a %i in the widget's envelope, with CORS (case %#)", async (status, head) => {
    const answer = await send(head);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(JSON.parse(answer.body)).toEqual({ success: false, error: expect.any(String) });
    if (status === 405) expect(answer.headers.get("allow")).toContain("OPTIONS");
  });

  it.each([
    [405, `TRACE / HTTP/1.1\r\n${host}`],
    [405, `NONSENSE / HTTP/1.1\r\n${host}`],
    [405, `CONNECT chat.example:443 HTTP/1.1\r\n${host}`],
    [400, `GET /%E0%A4%A HTTP/1.1\r\n${host}`],
    [400, "\u0016\u0003\u0001 HTTP/1.1"],
    [400, "garbage"],
  ])("gets a plain %i elsewhere (case %#)", async (status, head) => {
    const answer = await send(head);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });

  it.each([
    [`TRACE /api/widget/message HTTP/1.1\r\n${host}`, "This method isn't supported.", "不支援這種請求方法。"],
    [`TRACE / HTTP/1.1\r\n${host}`, "This method isn't supported.", "不支援這種請求方法。"],
    [`CONNECT a.example:443 HTTP/1.1\r\n${host}`, "This method isn't supported.", "不支援這種請求方法。"],
    [`GET /nowhere/%E0%A4%A HTTP/1.1\r\n${host}`, "The request can't be read.", "請求格式有誤。"],
    [`GET /api/widget/config HTTP/9.9\r\n${host}`, "The request can't be read.", "請求格式有誤。"],
    [`POST / HTTP/1.1\r\n${host}\r\nOrigin: https://b.example`, "comes from another site", "來自別的網站"],
  ])("is refused in its reader's language (case %#)", async (head, english, chinese) => {
    expect((await send(`${head}\r\nAccept-Language: en-GB,zh;q=0.8`)).body).toContain(english);
    expect((await send(`${head}\r\naccept-language: zh-TW,en;q=0.8`)).body).toContain(chinese);
    expect((await send(head)).body).toContain(chinese);
  });

  it("answers OPTIONS * itself", async () => {
    expect((await send(`OPTIONS * HTTP/1.1\r\n${host}`)).status).toBe(204);
  });
});

describe("a write", () => {
  it.each([
    [403, "/bots", "Origin: https://evil.example"],
    [403, "/bots", "Origin: null"],
    [403, "/bots", "Origin: http://chat.example:8080"],
    [403, "/bots", "Sec-Fetch-Site: cross-site"],
    [403, "/bots", "Sec-Fetch-Site: same-site\r\nOrigin: http://chat.example"],
    [403, "/bots", "X-Forwarded-Host: evil.example\r\nOrigin: https://evil.example"],
    [200, "/bots", "Sec-Fetch-Site: same-origin\r\nOrigin: http://chat.example"],
    [200, "/bots", "X-Nothing: said"],
    [200, "/api/widget/message", "Sec-Fetch-Site: cross-site\r\nOrigin: https://shop.example"],
  ])("gets a %i at %s with %j", async (status, path, header) => {
    for (const method of ["POST", "PUT", "DELETE"]) {
      const answer = await send(`${method} ${path} HTTP/1.1\r\n${host}\r\n${header}\r\nContent-Length: 0`);
      expect(answer.status).toBe(status);
    }
    const read = await send(`GET ${path} HTTP/1.1\r\n${host}\r\n${header}`);
    expect(read.status).toBe(200);
  });
});

describe("a request that reaches the routes", () => {
  const echo = async (head: string, body = "") => JSON.parse((await send(head, body)).body);

  it("has one form of path, and no redirect on the way there", async () => {
    const { url } = await echo(`GET //api/widget/../widget/config/?token=x HTTP/1.0\r\n${host}`);
    expect(url).toBe("/api/widget/config?token=x");
  });

  it("carries nothing a client says about where it comes from", async () => {
    const { headers, client } = await echo(
      `GET /api/widget/config HTTP/1.0\r\n${host}\r\nX-Forwarded-For: 1.2.3.4\r\nX-Forwarded-Host: evil.example\r\nForwarded: for=1.2.3.4`,
    );
    expect(headers).not.toHaveProperty("x-forwarded-for");
    expect(headers).not.toHaveProperty("x-forwarded-host");
    expect(headers).not.toHaveProperty("forwarded");
    expect(client).toBe("127.0.0.1");
  });

  it("ignores an Upgrade, and an expectation it doesn't know", async () => {
    const upgrade = `GET /x HTTP/1.0\r\n${host}\r\nUpgrade: websocket\r\nConnection: Upgrade`;
    expect((await echo(upgrade)).url).toBe("/x");
    const posted = `POST /x HTTP/1.0\r\n${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nContent-Length: 3`;
    expect((await echo(posted, "abc")).body).toBe("abc");
    expect((await echo(`GET /y HTTP/1.0\r\n${host}\r\nExpect: wonders`)).url).toBe("/y");
  });

  it("has its body, chunked or not", async () => {
    expect((await echo(`POST /x HTTP/1.0\r\n${host}\r\nContent-Length: 3`, "abc")).body).toBe("abc");
    const chunked = await send(
      `POST /x HTTP/1.1\r\n${host}\r\nTransfer-Encoding: chunked`,
      "3\r\nabc\r\n0\r\n\r\n",
    );
    expect(chunked.body).toContain('"body":"abc"');
  });

  it("may be pipelined: answers come in order", async () => {
    const answers = await exchange(
      `GET /first HTTP/1.1\r\n${host}\r\n\r\nGET /second HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`,
    );
    expect(answers.indexOf('"/first"')).toBeGreaterThan(0);
    expect(answers.indexOf('"/second"')).toBeGreaterThan(answers.indexOf('"/first"'));
  });

  it("is refused while its body is still coming, and the connection serves the next one", async () => {
    const foreign = `POST /x HTTP/1.1\r\n${host}\r\nOrigin: https://evil.example.com\r\nContent-Length: 100000`;
    const next = `GET /next HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`;
    const answers = await exchange(`${foreign}\r\n\r\n${"a".repeat(100_000)}${next}`);
    expect(answers).toMatch(/^HTTP\/1\.1 403 /);
    expect(answers).toContain('"/next"');
  });

  it("is told of a failure without a word of its cause", async () => {
    const answer = await send(`GET /throws HTTP/1.1\r\n${host}`);
    expect(answer.status).toBe(500);
    expect(answer.body).not.toContain("secret");
  });
});

describe("headers", () => {
  it("give each page a nonce of its own, which the routes learn too", async () => {
    const [first, second] = [
      await send(`GET /x HTTP/1.0\r\n${host}`),
      await send(`GET /x HTTP/1.0\r\n${host}`),
    ];
    const policy = first.headers.get("content-security-policy") ?? "";
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(JSON.parse(first.body).headers).toMatchObject({
      "x-nonce": nonce,
      "content-security-policy": policy,
    });
    expect(policy).toContain("frame-ancestors 'none'");
    expect(/script-src ([^;]+)/.exec(policy)?.[1]).not.toMatch(/unsafe/);
    expect(second.headers.get("content-security-policy")).not.toBe(policy);
  });

  it("let any site load the widget's script, and keep the pages' policy off the widget's API", async () => {
    const script = await send(`GET /widget.js HTTP/1.0\r\n${host}`);
    expect(script.headers.get("access-control-allow-origin")).toBe("*");
    const api = await send(`GET /api/widget/config HTTP/1.0\r\n${host}`);
    expect(api.headers.get("content-security-policy")).toBeNull();
    expect(api.headers.get("x-content-type-options")).toBe("nosniff");
  });
});
