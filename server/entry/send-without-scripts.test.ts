import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { isForSitePage, sendWithoutScripts } from "./send-without-scripts";

const page = "<html><body><p>答問</p><script>1</script></body></html>";
const stripped = "<html><body><p>答問</p></body></html>";
const servers: ReturnType<typeof createServer>[] = [];

/** Where a server listens that sends what the handler answers without scripts. */
async function serve(handler: RequestListener): Promise<string> {
  const server = createServer((req, res) => {
    if (isForSitePage(req)) sendWithoutScripts(req, res);
    handler(req, res);
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address: AddressInfo | string | null = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

it("sends a document whole, without its scripts, however it was written", async () => {
  const bytes = Buffer.from(page);
  const address = await serve((_req, res) => {
    res.statusCode = 203;
    res.setHeader("Content-Type", "text/html; charset=utf-8");
    res.flushHeaders();
    if (!res.headersSent) res.writeHead(203);
    // In the middle of a character.
    res.write(bytes.subarray(0, 17));
    res.write(new Uint8Array(bytes.subarray(17, 30)), () => res.end(bytes.subarray(30)));
  });
  for (const encoding of ["gzip, br", "br", "gzip;q=0"]) {
    const response = await fetch(`${address}/features`, { headers: { "accept-encoding": encoding } });
    expect(response.status).toBe(203);
    expect(response.headers.get("content-encoding")).toBe(encoding === "gzip, br" ? "gzip" : null);
    expect(await response.text()).toBe(stripped);
  }
  // A step of the router, and what is no page of the site.
  expect(await (await fetch(`${address}/features`, { headers: { rsc: "1" } })).text()).toBe(page);
  expect(await (await fetch(`${address}/sign-in`)).text()).toBe(page);
});

it("leaves a redirect and what is no document as it is, and lets a refusal follow what was begun", async () => {
  const redirect = await serve((_req, res) =>
    res.writeHead(303, { Location: "/terms" }).end("x<script>1</script>"),
  );
  const redirected = await fetch(`${redirect}/`, { redirect: "manual" });
  expect([redirected.status, await redirected.text()]).toEqual([303, "x<script>1</script>"]);

  const step = await serve((_req, res) => {
    res.setHeader("Content-Type", "text/x-component");
    res.end("<script>1</script>");
  });
  expect(await (await fetch(`${step}/`)).text()).toBe("<script>1</script>");

  const failed = await serve((_req, res) => {
    res.setHeader("Content-Type", "text/html");
    res.write("<html>half");
    res.writeHead(500, { "Content-Type": "text/plain" }).end("no");
  });
  const refused = await fetch(`${failed}/`);
  expect([refused.status, await refused.text()]).toEqual([500, "no"]);
});
