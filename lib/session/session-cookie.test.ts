import { decode, encode } from "next-auth/jwt";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { uuidv7 } from "@/lib/db/uuidv7";
import { getAuthOptions } from "./options";
import { readSessionId, resealSessionCookie, sessionCookieName } from "./session-cookie";

const secret = "a secret that only this test knows";
const formerSecret = "a former secret that this test knows too";
const sid = uuidv7();

beforeAll(() => {
  vi.stubEnv("NEXTAUTH_SECRET", secret);
  vi.stubEnv("NEXTAUTH_SECRET_OLD", formerSecret);
  vi.stubEnv("BASE_URL", "https://chat.example.com");
});

describe("readSessionId", () => {
  it("reads what next-auth sealed with our secret", async () => {
    expect(await readSessionId(await encode({ token: { sid }, secret }))).toBe(sid);
  });

  it.each([
    ["nothing", async () => undefined],
    ["an empty cookie", async () => ""],
    ["noise", async () => "x".repeat(5_000)],
    ["another secret's", () => encode({ token: { sid }, secret: `${secret}.` })],
    ["an expired one", () => encode({ token: { sid }, secret, maxAge: -60 })],
    ["one without a session", () => encode({ token: { sub: "someone" }, secret })],
    ["an unsigned JWT", async () => `${toBase64({ alg: "none" })}.${toBase64({ sid })}.`],
  ])("takes %s for no session", async (_, cookie) => {
    expect(await readSessionId(await cookie())).toBeNull();
  });
});

describe("a former secret", () => {
  it("still opens its sessions, for us and for next-auth", async () => {
    const cookie = await encode({ token: { sid }, secret: formerSecret });
    expect(await readSessionId(cookie)).toBe(sid);
    const { jwt } = await getAuthOptions();
    expect(await jwt?.decode?.({ token: cookie, secret })).toMatchObject({ sid });
    expect(await jwt?.decode?.({ token: `${cookie}x`, secret })).toBeNull();
  });

  it("is replaced by the new one on a session that is used, and only there", async () => {
    const renewed = await resealSessionCookie(
      await encode({ token: { sid, sub: "x" }, secret: formerSecret }),
    );
    const [pair = "", ...attributes] = (renewed ?? "").split("; ");
    expect(attributes).toEqual(["Path=/", "Max-Age=31536000", "HttpOnly", "Secure", "SameSite=Lax"]);
    const token = pair.slice(`${sessionCookieName()}=`.length);
    expect(await decode({ token, secret })).toMatchObject({ sid });
    expect(await resealSessionCookie(token)).toBeNull();
    expect(await resealSessionCookie("noise")).toBeNull();
    expect(await resealSessionCookie(undefined)).toBeNull();
  });
});

it("names and marks the cookie for HTTPS when the site is reached by it", async () => {
  expect(sessionCookieName()).toBe("__Secure-next-auth.session-token");
  expect((await getAuthOptions()).useSecureCookies).toBe(true);
});

it("lets nothing of the client into the token", async () => {
  const { callbacks } = await getAuthOptions();
  const user = { id: "u", sessionId: sid, name: "n", email: "e" };
  const evil = { sid: "other", role: "owner", user: { name: "evil" } };
  const common = { account: null, user };
  expect(await callbacks?.jwt?.({ ...common, token: { sub: "u", name: "n" }, trigger: "signIn" })).toEqual({
    sid,
  });
  const { jwt } = callbacks ?? {};
  const update: unknown = await Reflect.apply(jwt ?? (() => null), null, [
    { token: { sid }, trigger: "update", session: evil },
  ]);
  expect(update).toEqual({ sid });
});

it("redirects to this site only", async () => {
  const { callbacks } = await getAuthOptions();
  const baseUrl = "https://chat.example.com";
  const go = (url: string) => callbacks?.redirect?.({ url, baseUrl });
  expect(await go("/chats")).toBe(`${baseUrl}/chats`);
  expect(await go(`${baseUrl}/team`)).toBe(`${baseUrl}/team`);
  for (const url of [
    "https://example.org",
    "//example.org",
    "/\\example.org",
    "javascript:alert(1)",
    "::::",
  ]) {
    expect(new URL((await go(url)) ?? "").origin).toBe(baseUrl);
  }
});

function toBase64(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}
