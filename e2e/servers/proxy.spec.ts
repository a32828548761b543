import { readFile } from "node:fs/promises";
import path from "node:path";
import { sendRaw } from "../api/raw-request";
import { expect, test } from "../support/servers/start-fixtures";

test("behind a trusted proxy, two addresses of one /64 are one client; a forged left part counts for nothing", async ({
  start,
  dataDir,
}) => {
  const baseUrl = await start({ TRUSTED_PROXY_HOPS: "1" }).ready;
  const { bots } = JSON.parse(await readFile(path.join(dataDir, "demo.json"), "utf8"));
  const send = (forwardedFor: string) =>
    sendRaw(baseUrl, {
      method: "POST",
      path: "/api/widget/message",
      body: JSON.stringify({ token: bots[0].token, message: "運費多少" }),
      headers: { "x-forwarded-for": forwardedFor },
    });
  for (let i = 1; i <= 20; i++) {
    expect((await send(`6.6.6.${i}, 2001:db8:1:2::${i.toString(16)}`)).status).toBe(200);
  }
  const refused = await send("2001:db8:1:2:ffff:ffff:ffff:ffff");
  expect(refused.status).toBe(429);
  expect(refused.headers["retry-after"]).toMatch(/^\d+$/);
  expect((await send("2001:db8:1:3::1")).status).toBe(200);

  const parallel = await Promise.all(
    Array.from({ length: 40 }, (_, i) => send(`2001:db8:9:9:${i.toString(16)}::${i.toString(16)}`)),
  );
  expect(parallel.filter(({ status }) => status === 200)).toHaveLength(20);
  expect(parallel.filter(({ status }) => status === 429)).toHaveLength(20);

  // One IPv4 address, however it is written.
  const spellings = ["203.0.113.7", "::ffff:203.0.113.7", "::ffff:cb00:7107", "[::ffff:203.0.113.7]:4711"];
  for (let i = 0; i < 20; i++) expect((await send(spellings[i % spellings.length] ?? "")).status).toBe(200);
  for (const spelling of spellings) expect((await send(spelling)).status).toBe(429);
  expect((await send("203.0.113.8")).status).toBe(200);
});

test("without a trusted proxy, nothing that a client says of its address counts", async ({
  start,
  dataDir,
}) => {
  const baseUrl = await start().ready;
  const { bots } = JSON.parse(await readFile(path.join(dataDir, "demo.json"), "utf8"));
  const send = (i: number) =>
    sendRaw(baseUrl, {
      method: "POST",
      path: "/api/widget/ping",
      body: JSON.stringify({ token: bots[0].token }),
      headers: {
        "x-forwarded-for": `203.0.113.${i}`,
        "x-real-ip": `203.0.113.${i}`,
        forwarded: `for=203.0.113.${i}`,
      },
    });
  for (let i = 0; i < 30; i++) expect((await send(i)).status).toBe(200);
  expect((await send(30)).status).toBe(429);
});
