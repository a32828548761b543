import { createServer, type RequestListener } from "node:http";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createKv } from "@/lib/kv/client";
import { isKvDown } from "@/lib/kv/kv-down";
import { listenOnLoopback } from "@/test/servers/listen-on-loopback";
import { maxRestBytes } from "./rest-link";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A store's address where something answers as it likes. */
async function openKv(answer: RequestListener) {
  const server = createServer(answer);
  const port = await listenOnLoopback(server);
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const options = { timeoutMs: 20_000, pollMs: 3_600_000 };
  const kv = createKv({ KV_REST_API_URL: `http://127.0.0.1:${port}`, KV_REST_API_TOKEN: "token" }, options);
  closing.push(() => kv.close());
  return kv;
}

describe("an answer over REST", () => {
  it("is read up to its bound, and its connection is cut there", async () => {
    // Bytes of each request's answer: probes follow the first.
    const sent: number[] = [];
    let cuts = 0;
    const piece = Buffer.alloc(1_000_000, "a");
    const kv = await openKv((request, response) => {
      const at = sent.push(0) - 1;
      request.resume();
      response.once("close", () => {
        cuts += 1;
      });
      response.writeHead(200).write('{"result":"');
      const more = () => {
        do sent[at] = (sent[at] ?? 0) + piece.length;
        while (response.write(piece));
        response.once("drain", more);
      };
      more();
    });
    const failed = await kv.redis.incr("a").catch((error: unknown) => error);
    expect(isKvDown(failed)).toBe(true);
    await vi.waitFor(() => expect(cuts).toBe(sent.length), { timeout: 20_000 });
    expect(sent[0]).toBeGreaterThan(maxRestBytes);
    expect(sent[0]).toBeLessThan(2 * maxRestBytes);
  });

  it("just under its bound comes whole", async () => {
    const text = "字".repeat(Math.floor((maxRestBytes - 100) / 3));
    const kv = await openKv((request, response) => {
      request.resume();
      response.end(JSON.stringify({ result: text }));
    });
    expect((await kv.redis.get<string>("a"))?.length).toBe(text.length);
  });

  it.each([
    ["no JSON", 200, "<html>"],
    ["no outcome", 200, '"OK"'],
    ["one outcome for two commands", 200, '[{"result":1}]'],
    ["a list that holds something else", 200, '[{"result":1},null]'],
    ["a proxy's own refusal", 403, '{"message":"no"}'],
    ["a redirect", 307, ""],
    ["a server that starts", 400, '{"error":"LOADING Redis is loading the dataset in memory"}'],
  ])("that is %s means that the store is away", async (_, status, body) => {
    const kv = await openKv((request, response) => {
      request.resume();
      response.writeHead(status, { location: "/elsewhere" }).end(body);
    });
    const failed = await kv.redis
      .pipeline()
      .incr("a")
      .incr("b")
      .exec()
      .catch((error: unknown) => error);
    expect(isKvDown(failed)).toBe(true);
    expect(String(failed)).not.toContain("token");
  });

  it("that refuses a command is Redis's own words, and the store is there", async () => {
    const kv = await openKv((request, response) => {
      request.resume();
      response.writeHead(400).end('{"error":"WRONGTYPE Operation against a key"}');
    });
    await expect(kv.redis.get("a")).rejects.toThrow("WRONGTYPE Operation against a key");
    expect(kv.isUp()).toBe(true);
  });

  it("gives what a replica needs to show our own writes, and the next request says it", async () => {
    const seen: unknown[] = [];
    const kv = await openKv((request, response) => {
      request.resume();
      seen.push(request.headers["upstash-sync-token"]);
      response.setHeader("upstash-sync-token", `after-${seen.length}`);
      response.end('{"result":1}');
    });
    for (let at = 0; at < 3; at++) await kv.redis.incr("a");
    expect(seen).toEqual(["", "after-1", "after-2"]);
  });
});

describe("a request over REST", () => {
  it("over its bound is refused here, and others go on", async () => {
    let requests = 0;
    const kv = await openKv((request, response) => {
      requests += 1;
      request.resume();
      response.end('{"result":1}');
    });
    await expect(kv.redis.set("a", "字".repeat(maxRestBytes / 3))).rejects.toThrow("the request is too long");
    expect([requests, kv.isUp()]).toEqual([0, true]);
    expect(await kv.redis.incr("a")).toBe(1);
  });
});
