import { globSync, readFileSync } from "node:fs";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { apiRoute } from "./api-route";
import { apiWrite } from "./api-write";

// Next has headers while it answers a request only, and the session is another's matter.
const asked = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => asked.headers }));
vi.mock("@/lib/session/current-actor", () => ({ requireActorCtx: async () => ({}) }));

const own = {
  host: "dawen.example.com",
  origin: "https://dawen.example.com",
  "sec-fetch-site": "same-origin",
};
const foreign: Record<string, string>[] = [
  { host: "dawen.example.com", origin: "https://evil.example.com" },
  { host: "dawen.example.com", "sec-fetch-site": "cross-site" },
  { host: "dawen.example.com", origin: "https://dawen.example.com", "sec-fetch-site": "same-site" },
];
const writingMethods = ["POST", "PUT", "PATCH", "DELETE"];

const handle = vi.fn(async () => Response.json({ done: true }));
const input = z.object({ count: z.int() });
beforeEach(() => void handle.mockClear());

function ask(method: string, headers: Record<string, string>, body?: string): Request {
  asked.headers = new Headers(headers);
  return new Request("https://dawen.example.com/api/x", { method, headers, body });
}

async function said(response: Promise<Response>): Promise<[status: number, body: unknown]> {
  const { status, json } = await response.then(async (got) => ({
    status: got.status,
    json: await got.json(),
  }));
  return [status, json];
}

describe("a route", () => {
  it.each(writingMethods)("refuses %s of another origin's page before its handler", async (method) => {
    for (const headers of foreign) {
      const refused = [403, { error: "forbidden", reason: "origin" }];
      expect(await said(apiRoute(ask(method, headers), handle))).toEqual(refused);
      expect(await said(apiWrite(ask(method, headers, '{"count":1}'), input, handle))).toEqual(refused);
    }
    expect(handle).not.toHaveBeenCalled();
    expect(await said(apiRoute(ask(method, own), handle))).toEqual([200, { done: true }]);
  });

  it("lets others' pages read what they could read anyway", async () => {
    for (const headers of foreign)
      expect(await said(apiRoute(ask("GET", headers), handle))).toEqual([200, { done: true }]);
  });

  it("gives its handler what the schema takes, and refuses the rest", async () => {
    const write = (body: string) => said(apiWrite(ask("POST", own, body), input, handle));
    expect(await write('{"count":3,"more":1}')).toEqual([200, { done: true }]);
    expect(handle).toHaveBeenCalledWith({}, { count: 3 });
    handle.mockClear();
    for (const body of ["", "3", "[]", "{"])
      expect(await write(body)).toEqual([400, { error: "bad_request", reason: "not_json" }]);
    for (const body of ["{}", '{"count":"3"}'])
      expect(await write(body)).toEqual([400, { error: "invalid_input" }]);
    expect(handle).not.toHaveBeenCalled();
  });
});

describe("the routes under app/api", () => {
  const files = globSync("app/api/**/route.ts").map((file) => file.replaceAll("\\", "/"));
  const writing = new RegExp(`export (?:const|async function|function) (?:${writingMethods.join("|")})\\b`);
  /** Those have checks of their own: a visitor's page is another origin's, and next-auth has its token. */
  const others = /^app\/api\/(?:widget|auth)\//;

  /** What takes a picture's bytes: no JSON, but as each route the session and the origin first. */
  const pictures = ["app/api/chats/[conversationId]/pictures/route.ts", "app/api/account/picture/route.ts"];

  it("write by apiWrite only, but for pictures", () => {
    const own = files.filter((file) => !others.test(file) && !pictures.includes(file));
    for (const file of pictures) expect(readFileSync(file, "utf8")).toContain("=>\n  apiRoute(request,");
    const writers = own.filter((file) => writing.test(readFileSync(file, "utf8")));
    expect(writers.length).toBeGreaterThan(1);
    expect(writers.filter((file) => !readFileSync(file, "utf8").includes("=>\n  apiWrite(request,"))).toEqual(
      [],
    );
  });
});
