import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import os from "node:os";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { getPinnedWidget } from "@/lib/http/widget/pinned-widget";
import { createHttpServer } from "@/server/connections/create-http-server";
import { listen } from "@/server/connections/listen";
import { createRequestEntry } from "@/server/entry/handle-request";
import { createTestContext } from "@/test/fixtures/test-context";
import { createTestDb } from "@/test/fixtures/test-db";
import { archiveWidgetFiles } from "./archive-widget-files";
import { createHealth } from "./health";
import { integrityOf } from "./widget-file-name";
import { createWidgetFiles, withWidgetFiles } from "./widget-files";

const first = "\ufeff(()=>{console.log('第一版')})();".padEnd(2_000, " ");
const second = "\ufeff(()=>{console.log('第二版')})();".padEnd(2_000, " ");
const immutable = "public, max-age=31536000, immutable";

let publicDir = "";
let ctx: Ctx;
let close: () => Promise<void>;
let server: Server;
let address = "";

beforeAll(async () => {
  publicDir = await mkdtemp(path.join(os.tmpdir(), "dawen-widget-"));
  await mkdir(path.join(publicDir, "widget"));
  const test = await createTestDb();
  ctx = createTestContext({ db: test.db });
  close = test.close;
  const pages = withWidgetFiles(
    async (_req, res) => void res.end("a page"),
    createWidgetFiles(ctx, publicDir),
  );
  const entry = createRequestEntry({
    env: env(),
    isDev: false,
    health: createHealth(),
    pages: Promise.resolve(pages),
  });
  server = createHttpServer(entry, { isDev: false, hasProxy: false });
  address = `http://127.0.0.1:${await listen(server, { HOST: "127.0.0.1", PORT: 0 })}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await close();
  await rm(publicDir, { recursive: true });
});

async function build(start: string, chunk: string, content: string): Promise<string> {
  await rm(path.join(publicDir, "widget"), { recursive: true });
  await mkdir(path.join(publicDir, "widget"));
  await writeFile(path.join(publicDir, "widget.js"), start);
  await writeFile(path.join(publicDir, "widget", chunk), content);
  await archiveWidgetFiles(ctx, publicDir);
  return getPinnedWidget()?.name ?? "";
}

const get = (place: string, init?: RequestInit) => fetch(address + place, { redirect: "manual", ...init });

describe("the widget's files", () => {
  it("stay what they were through an upgrade, under their versioned names", async () => {
    const pinned = await build(first, "more-0123456789.js", "export const a = 1;");
    expect(pinned).toMatch(/^dawen-[0-9a-f]{10}\.js$/);
    const upgraded = await build(second, "more-abcdef0123.js", "export const a = 2;");
    expect(upgraded).not.toBe(pinned);

    for (const [place, content] of [
      [`/widget/${pinned}`, first],
      [`/widget/${upgraded}`, second],
      ["/widget/more-0123456789.js", "export const a = 1;"],
      ["/widget/more-abcdef0123.js", "export const a = 2;"],
    ] as const) {
      const response = await get(place);
      expect(response.status).toBe(200);
      expect(response.headers.get("cache-control")).toBe(immutable);
      expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
      expect(response.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes).toEqual(Buffer.from(content));
      if (place.endsWith(upgraded)) expect(integrityOf(bytes)).toBe(getPinnedWidget()?.integrity);
    }
  });

  it("are revalidated for nothing: a 304 by any encoding's tag, the new content after a change", async () => {
    await build(first, "more.js", "export {};");
    const fresh = await get("/widget.js");
    expect(fresh.headers.get("cache-control")).toBe("public, max-age=300, stale-while-revalidate=86400");
    expect(fresh.headers.get("vary")).toBe("Accept-Encoding");
    const tag = fresh.headers.get("etag") ?? "";
    for (const encoding of ["br", "gzip", "identity"]) {
      const again = await get("/widget.js", {
        headers: { "if-none-match": `"x", W/${tag}`, "accept-encoding": encoding },
      });
      expect([again.status, await again.text()]).toEqual([304, ""]);
      expect(again.headers.get("access-control-allow-origin")).toBe("*");
    }
    await writeFile(path.join(publicDir, "widget.js"), second);
    await utimes(path.join(publicDir, "widget.js"), new Date(), new Date(Date.now() + 5_000));
    const changed = await get("/widget.js", { headers: { "if-none-match": tag } });
    expect([changed.status, (await changed.text()).includes("第二版")]).toEqual([200, true]);
    // A name without a hash may change, so it isn't kept for long nor archived.
    expect((await get("/widget/more.js")).headers.get("cache-control")).toMatch(/max-age=300/);
    await rm(path.join(publicDir, "widget", "more.js"));
    expect((await get("/widget/more.js")).status).toBe(404);
  });

  it("come compressed as the client takes it", async () => {
    await build(first, "more.js", "export {};");
    const raw = async (encoding: string) => {
      const { request } = await import("node:http");
      return new Promise<{ encoding: string | undefined; body: Buffer }>((resolve, reject) => {
        request(`${address}/widget.js`, { headers: { "accept-encoding": encoding } }, (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("end", () =>
            resolve({ encoding: response.headers["content-encoding"], body: Buffer.concat(chunks) }),
          );
        })
          .on("error", reject)
          .end();
      });
    };
    const brotli = await raw("gzip, deflate, br;q=0.9");
    expect([brotli.encoding, brotliDecompressSync(brotli.body).toString()]).toEqual(["br", first]);
    const gzip = await raw("gzip, br;q=0");
    expect([gzip.encoding, gunzipSync(gzip.body).toString()]).toEqual(["gzip", first]);
    expect(await raw("identity")).toEqual({ encoding: undefined, body: Buffer.from(first) });
  });

  it("are nothing else than that", async () => {
    await build(first, "more.js", "export {};");
    for (const place of [
      "/widget/dawen-0000000000.js",
      "/widget/",
      "/widget/..%2fwidget.js",
      "/widget/%2e%2e%2fserver.js",
      "/widget/more.js.map",
      "/widget/a/b-0123456789.js",
      "/widget.d.ts",
      `/widget/${"a".repeat(3_000)}-0123456789.js`,
    ]) {
      const response = await get(place);
      expect([place, response.status]).toEqual([place, 404]);
      expect(response.headers.get("cache-control")).toBe("public, max-age=60");
    }
    expect((await get("/widget.js", { method: "POST", body: "x" })).status).toBe(405);
    const head = await get("/widget.js", { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
    expect(await (await get("/widgets")).text()).toBe("a page");
    await writeFile(path.join(publicDir, "widget.d.ts"), "export {};");
    expect((await get("/widget.d.ts")).headers.get("content-type")).toBe("text/plain; charset=utf-8");
  });
});
