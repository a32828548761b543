import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import { brotliCompressSync, constants, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { createGuardedFetch, type GuardOptions } from "./guarded-fetch";

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  }
});

/** A server on the loopback, reachable as `shop.test`, and what fetches it. */
async function serve(listener: RequestListener, options: Partial<GuardOptions> = {}) {
  const server = createServer(listener).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  const asked: string[] = [];
  const fetch = createGuardedFetch({
    allow: [`shop.test:${port}`],
    resolve: async (name) => {
      asked.push(name);
      return ["127.0.0.1"];
    },
    ...options,
  });
  return { fetch, asked, port, url: `http://shop.test:${port}` };
}

/** What a hostile address stands for once the URL parser has read it: never a public one. */
const hostileAddresses = [
  ...["http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f000001/", "http://0x7f.1/"],
  ...["http://017700000001/", "http://0177.0.0.1/", "http://127.0.0.1./", "http://１２７.０.０.１/"],
  ...["http://①②⑦.⓪.⓪.①/", "http://127。0。0。1/", "http://0/", "http://0.0.0.0/", "http://0.0.0.1/"],
  ...["http://10.0.0.1/", "http://10.255.255.255/", "http://172.16.0.1/", "http://172.31.255.255/"],
  ...["http://192.168.0.1/", "http://169.254.169.254/latest/meta-data/", "http://0xa9fea9fe/"],
  ...["http://2852039166/", "http://100.64.0.1/", "http://100.100.100.200/", "http://192.0.0.1/"],
  ...["http://192.0.0.192/", "http://192.0.2.1/", "http://198.18.0.1/", "http://198.19.255.255/"],
  ...["http://198.51.100.1/", "http://203.0.113.1/", "http://224.0.0.1/", "http://239.255.255.250/"],
  ...["http://240.0.0.1/", "http://255.255.255.255/", "http://[::]/", "http://[::1]/"],
  ...["http://[0:0:0:0:0:0:0:1]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/"],
  ...["http://[::127.0.0.1]/", "http://[::ffff:0:127.0.0.1]/", "http://[64:ff9b::7f00:1]/"],
  ...["http://[64:ff9b::a9fe:a9fe]/", "http://[64:ff9b:1::1]/", "http://[2002:7f00:1::]/"],
  ...["http://[2002:a9fe:a9fe::1]/", "http://[2001::7f00:1]/", "http://[2001:0:4136:e378::]/"],
  ...["http://[2001:db8::1]/", "http://[2001:10::1]/", "http://[2001:20::1]/", "http://[3fff::1]/"],
  ...["http://[fe80::1]/", "http://[fec0::1]/", "http://[fc00::1]/", "http://[fd00:ec2::254]/"],
  ...["http://[ff02::1]/", "http://[100::1]/", "http://[5f00::1]/", "http://[::ffff:10.0.0.1]/"],
];

const hostileNames: [name: string, addresses: string[]][] = [
  ["localhost", ["127.0.0.1"]],
  ["localhost.", ["::1"]],
  ["anything.localhost", ["127.0.0.1"]],
  ["metadata.google.internal", ["169.254.169.254"]],
  ["127.0.0.1.nip.example", ["127.0.0.1"]],
  ["both.example", ["93.184.216.34", "10.0.0.1"]],
  ["six.example", ["2606:4700::1111", "fd00::1"]],
  ["mapped.example", ["::ffff:192.168.1.1"]],
  ["nat64.example", ["64:ff9b::a00:1"]],
  ["zone.example", ["fe80::1%eth0"]],
  ["global-zone.example", ["2606:4700::1111%eth0"]],
  ["last-of-many.example", [...Array.from({ length: 200 }, () => "93.184.216.34"), "169.254.169.254"]],
  ["mapped-public-and-private.example", ["::ffff:93.184.216.34", "::ffff:100.64.0.1"]],
  ["nothing.example", ["not-an-address"]],
];

describe("an address that leads inside", () => {
  it("has sixty spellings here", () => {
    expect(hostileAddresses.length + hostileNames.length).toBeGreaterThanOrEqual(60);
  });

  it.each(hostileAddresses)("%s is refused, and no connection made", async (address) => {
    const { fetch, asked } = await serve(() => expect.unreachable());
    await expect(fetch(address)).rejects.toMatchObject({ name: "AppError", reason: "address_refused" });
    expect(asked).toEqual([]);
  });

  it.each(hostileNames)("%s, which resolves to %s, is refused", async (name, addresses) => {
    const fetch = createGuardedFetch({ resolve: async () => addresses });
    await expect(fetch(`https://${name}/`)).rejects.toMatchObject({ reason: "address_refused" });
  });

  it.each(hostileAddresses)("a redirect to %s is refused", async (address) => {
    const location = Buffer.from(address).toString("latin1");
    const { fetch, url } = await serve((_, response) => response.writeHead(302, { location }).end());
    await expect(fetch(url)).rejects.toMatchObject({ reason: "address_refused" });
  });

  it("is refused on other ports than 80 and 443, and with a password in it", async () => {
    const fetch = createGuardedFetch({ resolve: async () => ["93.184.216.34"] });
    for (const address of [
      "http://shop.example:6379/",
      "https://shop.example:8443/",
      "http://user:pass@shop.example/",
      "http://user@shop.example/",
    ])
      await expect(fetch(address)).rejects.toMatchObject({ reason: "address_refused" });
  });

  it.each([
    ...["", "shop", "//shop.example", "ftp://shop.example/", "file:///etc/passwd", "gopher://x/"],
    ...["javascript:alert(1)", "data:text/plain,x", "http://", "http://[::1", "http://a b/", "http://%00/"],
    `http://shop.example/${"a".repeat(2_000)}`,
  ])("%s is no address", async (address) => {
    const fetch = createGuardedFetch({ resolve: async () => ["93.184.216.34"] });
    await expect(fetch(address)).rejects.toMatchObject({ reason: "address_malformed" });
  });

  it("can't be named afterwards: each name is resolved once a hop, and that address is connected to", async () => {
    const answers = [["127.0.0.1"], ["127.0.0.2"]];
    let hops = 0;
    const site = await serve(
      (_, response) => {
        hops++;
        response.writeHead(302, { location: "/again" }).end();
      },
      { resolve: async () => answers.shift() ?? ["10.0.0.2"] },
    );
    // The exception covers the name, so the second answer is tried, and nothing listens there.
    await expect(site.fetch(site.url)).rejects.toMatchObject({ name: "AppError" });
    expect([hops, answers.length]).toEqual([1, 0]);
  });
});

describe("what is allowed", () => {
  it("comes whole, with status, headers and the address after redirects", async () => {
    const { fetch, url, asked } = await serve((request, response) =>
      request.url === "/a"
        ? response.writeHead(301, { location: "/b" }).end()
        : response
            .writeHead(200, { "content-type": "text/plain", etag: '"1"', "content-encoding": "gzip" })
            .end(gzipSync("茶")),
    );
    const { body, status, headers, url: last } = await fetch(`${url}/a#part`);
    expect([body.toString(), status, headers.etag, last]).toEqual(["茶", 200, '"1"', `${url}/b`]);
    expect(asked).toEqual(["shop.test", "shop.test"]);
  });

  it("is counted after decompression and cut off", async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    const { fetch, url } = await serve((_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(bomb),
    );
    await expect(fetch(url)).rejects.toMatchObject({ reason: "fetch_too_large" });
  });

  const zeros = Buffer.alloc(50_000_000);
  it.each<[string, string, () => Buffer, string]>([
    [
      "br",
      "br",
      () => brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
      "fetch_too_large",
    ],
    ["gzip in gzip", "gzip, gzip", () => gzipSync(gzipSync(zeros)), "fetch_failed"],
    ["gzip in br", "br, gzip", () => gzipSync(brotliCompressSync("x")), "fetch_failed"],
    ["zstd, which was not offered", "zstd", () => zstdCompressSync(zeros), "fetch_failed"],
    ["deflate, which was not offered", "deflate", () => deflateSync(zeros), "fetch_failed"],
    ["gzip that breaks off", "gzip", () => gzipSync("茶葉蛋".repeat(99)).subarray(0, 30), "fetch_failed"],
    ["no gzip at all", "gzip", () => Buffer.from("茶葉蛋"), "fetch_failed"],
    ["an unknown coding", "gzip;q=1", () => gzipSync("x"), "fetch_failed"],
  ])("is not undone when it is %s and too much", async (_, coding, makeBody, reason) => {
    const content = makeBody();
    const { fetch, url } = await serve((_request, response) =>
      response.writeHead(200, { "content-encoding": coding }).end(content),
    );
    await expect(fetch(url)).rejects.toMatchObject({ name: "AppError", reason });
  });

  it("is counted on the wire too: parts of gzip without a byte in them have an end", async () => {
    const nothing = gzipSync("");
    const { fetch, url } = await serve((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" });
      const many = Buffer.concat(Array.from({ length: 1_000 }, () => nothing));
      const more = () => {
        while (!response.destroyed && response.write(many));
      };
      response.on("drain", more);
      more();
    });
    await expect(fetch(url, { maxBytes: 100_000 })).rejects.toMatchObject({ reason: "fetch_too_large" });
  });

  it("is taken as br, as x-gzip and as it is; a HEAD has none", async () => {
    const { fetch, url } = await serve((request, response) => {
      const coding = request.url?.slice(1) ?? "";
      const text = Buffer.from("茶");
      const bodies: Record<string, Buffer> = { br: brotliCompressSync(text), "x-gzip": gzipSync(text) };
      expect(request.headers["accept-encoding"]).toBe("gzip, br");
      response.writeHead(200, { "content-encoding": coding }).end(bodies[coding] ?? text);
    });
    for (const coding of ["br", "x-gzip", "identity"])
      expect((await fetch(`${url}/${coding}`)).body.toString()).toBe("茶");
    expect((await fetch(`${url}/br`, { method: "HEAD" })).body).toHaveLength(0);
  });

  it("has a head of 16 KiB at most, and none that never ends", async () => {
    const { fetch, url } = await serve((request, response) => {
      if (request.url === "/large") response.writeHead(200, { "x-large": "x".repeat(20_000) }).end();
      else {
        const { socket } = response;
        socket?.write("HTTP/1.1 200 OK\r\n");
        const dripping = setInterval(() => socket?.write("x-a: b\r\n"), 20);
        socket?.once("close", () => clearInterval(dripping));
      }
    });
    await expect(fetch(`${url}/large`)).rejects.toMatchObject({ reason: "fetch_failed" });
    await expect(fetch(url, { timeoutMs: 300 })).rejects.toMatchObject({ name: "AppError" });
  });

  it.each([
    "ftp://shop.test/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "data:text/plain,x",
    "//[::1",
    "http://",
  ])("isn't looked for at %s, where a redirect leads", async (location) => {
    const { fetch, url } = await serve((_, response) => response.writeHead(302, { location }).end());
    await expect(fetch(url)).rejects.toMatchObject({ reason: "address_malformed" });
  });

  it("isn't fetched with a password that a redirect brings", async () => {
    const { fetch, url, port } = await serve((_, response) =>
      response.writeHead(302, { location: `http://user:pass@shop.test:${port}/` }).end(),
    );
    await expect(fetch(url)).rejects.toMatchObject({ reason: "address_refused" });
  });

  it("has its time, redirects and slow bodies included", async () => {
    const { fetch, url } = await serve((_, response) => {
      response.writeHead(200).write("a");
    });
    await expect(fetch(url, { timeoutMs: 300 })).rejects.toMatchObject({ reason: "fetch_timed_out" });
    const silent = createGuardedFetch({ resolve: () => new Promise(() => {}) });
    await expect(silent("https://shop.example/", { timeoutMs: 100 })).rejects.toMatchObject({
      reason: "fetch_timed_out",
    });
  });

  it("is redirected three times at most", async () => {
    const { fetch, url } = await serve((request, response) => {
      const hop = Number(request.url?.slice(1));
      if (hop === 3) response.end("here");
      else response.writeHead(302, { location: `/${hop + 1}` }).end();
    });
    expect((await fetch(`${url}/0`)).body.toString()).toBe("here");
    await expect(fetch(`${url}/-1`)).rejects.toMatchObject({ reason: "redirected_too_often" });
  });

  it("keeps secrets from another origin, and a body from a page that was only pointed at", async () => {
    const seen: unknown[] = [];
    const other = await serve((request, response) => {
      seen.push([request.method, request.headers.authorization, request.headers["x-kind"]]);
      response.end();
    });
    const site = await serve((_, response) => response.writeHead(302, { location: other.url }).end());
    const fetch = createGuardedFetch({
      allow: [`shop.test:${site.port}`, `shop.test:${other.port}`],
      resolve: async () => ["127.0.0.1"],
    });
    await fetch(site.url, {
      method: "POST",
      body: "{}",
      headers: { authorization: "Bearer secret", "x-kind": "a key by another name" },
    });
    expect(seen).toEqual([["GET", undefined, undefined]]);
  });

  it("says when nothing answers, and ends with its caller", async () => {
    const gone = createGuardedFetch({ resolve: () => Promise.reject(new Error("ENOTFOUND")) });
    await expect(gone("https://shop.example/")).rejects.toMatchObject({ reason: "fetch_failed" });
    const { fetch, url } = await serve(() => {});
    const stop = new AbortController();
    const fetching = fetch(url, { signal: stop.signal });
    stop.abort(new Error("left"));
    await expect(fetching).rejects.toThrow("left");
  });
});
