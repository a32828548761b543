import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createHttpFetch } from "./http-fetch";

let server: Server;
let address: string;
let open = 0;
let sent = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    open++;
    sent = 0;
    response.on("close", () => open--);
    if (request.url === "/moved") return response.writeHead(302, { location: "/endless" }).end("moved");
    if (request.url === "/nothing") return response.writeHead(204).end();
    const write = () => {
      while (!response.destroyed) {
        sent += 100_000;
        if (!response.write("x".repeat(100_000))) return;
      }
    };
    response.on("drain", write);
    write();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const at = server.address();
  address = `http://127.0.0.1:${typeof at === "object" ? at?.port : ""}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

const fetch = createHttpFetch({ maxBytes: 1_000_000 });

it("reads no endless answer, and closes its connection", async () => {
  const answer = await fetch(`${address}/endless`);
  await expect(answer.text()).rejects.toMatchObject({ name: "ModelError", fault: "broken" });
  await expect.poll(() => open).toBe(0);
});

it("takes no more than its reader reads, and closes when the reader leaves", async () => {
  const answer = await fetch(`${address}/endless`);
  const reader = answer.body?.getReader();
  await reader?.read();
  let last = -1;
  await expect
    .poll(() => {
      const isStill = sent === last;
      last = sent;
      return isStill;
    })
    .toBe(true);
  expect(sent).toBeLessThan(50_000_000);
  await reader?.cancel();
  await expect.poll(() => open).toBe(0);
});

it("follows no redirect", async () => {
  const answer = await fetch(`${address}/moved`);
  expect([answer.status, answer.headers.get("location"), await answer.text()]).toEqual([
    302,
    "/endless",
    "moved",
  ]);
});

it("gives an answer without a body", async () => {
  const answer = await fetch(`${address}/nothing`);
  expect([answer.status, answer.body]).toEqual([204, null]);
});

it("outlives a signal that comes before anybody reads", async () => {
  const leaving = new AbortController();
  await fetch(`${address}/endless`, { signal: leaving.signal });
  leaving.abort(new Error("left"));
  await expect.poll(() => open).toBe(0);
});

it("ends with the signal's reason", async () => {
  const leaving = new AbortController();
  const answer = await fetch(`${address}/endless`, { signal: leaving.signal });
  leaving.abort(new Error("left"));
  await expect(answer.text()).rejects.toThrow("left");
  await expect.poll(() => open).toBe(0);
});
