import { beforeAll, expect, it, vi } from "vitest";
import { createKnownBrowserCookie, knownBrowserCookieName, readKnownBrowser } from "./known-browser-cookie";

const account = { email: "lin@example.com", userId: "u-1", passwordMark: "mark" };

beforeAll(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "a secret that only this test knows");
  vi.stubEnv("BASE_URL", "https://chat.example.com");
});

it("is kept from scripts and other sites, one cookie an account, and read back", async () => {
  const { value, ...cookie } = await createKnownBrowserCookie(account);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "lax", secure: true, path: "/" });
  expect(cookie.name).toMatch(/^__Secure-dawen\.known\.[0-9a-f]{16}$/);
  expect(knownBrowserCookieName("lin@example.com")).toBe(cookie.name);
  expect(knownBrowserCookieName("other@example.com")).not.toBe(cookie.name);
  const { email: _, ...said } = account;
  expect(await readKnownBrowser(value)).toEqual({ ...said, id: expect.stringMatching(/^[\w-]{16}$/) });
  expect((await createKnownBrowserCookie(account)).value).not.toBe(value);
});

it("is nothing when we didn't sign all of it", async () => {
  const { value } = await createKnownBrowserCookie(account);
  const [, ...rest] = value.split(".");
  for (const forged of [
    undefined,
    "",
    ".",
    "...",
    "x".repeat(5_000),
    `${value}x`,
    value.slice(0, -1),
    ["u-2", ...rest].join("."),
    value.slice(0, value.lastIndexOf(".")),
  ])
    expect(await readKnownBrowser(forged)).toBeNull();
});
