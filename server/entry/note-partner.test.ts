import type { Server } from "node:http";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createHttpServer } from "@/server/connections/create-http-server";
import { listen } from "@/server/connections/listen";
import { createHealth } from "@/server/routes/health";
import { createRequestEntry } from "./handle-request";

const asked: string[] = [];
let server: Server;
let base = "";
let isHttps = false;

beforeAll(() => open());
afterAll(() => stop());

function stop() {
  server.closeAllConnections();
  server.close();
}

async function open() {
  const entry = createRequestEntry({
    env: { TRUSTED_PROXY_HOPS: 0, BASE_URL: isHttps ? "https://chat.example" : undefined },
    isDev: false,
    health: createHealth(),
    pages: Promise.resolve(async (_req, res) => {
      res.setHeader("Content-Type", "text/html");
      res.end("<p>page</p>");
    }),
    findPartner: async (code) => {
      asked.push(code);
      if (code === "broken") throw new Error("the database is away");
      return code === "lin-studio" ? code : null;
    },
  });
  server = createHttpServer(entry, { isDev: false, hasProxy: false });
  base = `http://127.0.0.1:${await listen(server, { HOST: "127.0.0.1", PORT: 0 })}`;
}

const cookieOf = async (path: string, method = "GET") => {
  const response = await fetch(base + path, { method, redirect: "manual" });
  return { status: response.status, cookie: response.headers.get("set-cookie") };
};

it("keeps the code of a partner's link for 60 days, on the pages that newcomers see, in any language", async () => {
  const cookie = "dawen.ref=lin-studio; Path=/; Max-Age=5184000; HttpOnly; SameSite=Lax";
  for (const path of [
    "/?ref=lin-studio",
    "/?a=1&ref=LIN-Studio",
    "/en/pricing?ref=lin-studio",
    "/sign-up?ref=lin-studio",
  ])
    expect(await cookieOf(path)).toEqual({ status: 200, cookie });
  isHttps = true;
  stop();
  await open();
  expect((await cookieOf("/?ref=lin-studio")).cookie).toBe(`${cookie}; Secure`);
});

it("does nothing for what is no code, for nobody's, elsewhere, or while nobody can say; the page comes", async () => {
  asked.length = 0;
  const quiet = [
    "/",
    "/?ref=",
    "/?ref=a%0D%0ASet-Cookie:x=1",
    `/?ref=${"a".repeat(5_000)}`,
    "/?ref=%E6%9E%97",
    "/?reference=lin-studio",
    "/chats?ref=lin-studio",
    "/api/chats?ref=lin-studio",
  ];
  for (const path of quiet) expect((await cookieOf(path)).cookie, path).toBeNull();
  expect((await cookieOf("/?ref=lin-studio", "HEAD")).cookie).toBeNull();
  expect(asked).toEqual([]);
  expect(await cookieOf("/?ref=nobody")).toEqual({ status: 200, cookie: null });
  expect(await cookieOf("/?ref=broken")).toEqual({ status: 200, cookie: null });
  expect(asked).toEqual(["nobody", "broken"]);
});
