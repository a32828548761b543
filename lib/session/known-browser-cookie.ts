import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import type { KnownBrowser } from "@/lib/identity/known-browser";
import { getAuthSecret, getAuthSecrets } from "@/lib/identity/secret";
import { hasSecureCookies } from "./session-cookie";

const lifetimeSeconds = 180 * 24 * 3600;

/** The name of the cookie by which a browser is known to the account of a normalised address: one an account. */
export function knownBrowserCookieName(email: string): string {
  const account = createHash("sha256").update(email).digest("hex").slice(0, 16);
  return `${hasSecureCookies() ? "__Secure-" : ""}dawen.known.${account}`;
}

/** Whether a cookie is one of those, whichever account it is of. */
export function isKnownBrowserCookie(name: string): boolean {
  return name.startsWith(`${hasSecureCookies() ? "__Secure-" : ""}dawen.known.`);
}

/** The cookie that makes a browser known to an account from now on. */
export async function createKnownBrowserCookie({
  email,
  ...account
}: { email: string } & Pick<KnownBrowser, "userId" | "passwordMark">) {
  const said = [account.userId, randomBytes(12).toString("base64url"), account.passwordMark].join(".");
  return {
    name: knownBrowserCookieName(email),
    value: `${said}.${await sign(said)}`,
    httpOnly: true,
    sameSite: "lax",
    secure: hasSecureCookies(),
    path: "/",
    maxAge: lifetimeSeconds,
  } as const;
}

/** What such a cookie says; null when there is none or we didn't sign it. */
export async function readKnownBrowser(cookie: string | undefined): Promise<KnownBrowser | null> {
  if (!cookie || cookie.length > 300) return null;
  const end = cookie.lastIndexOf(".");
  const said = cookie.slice(0, Math.max(0, end));
  const given = Buffer.from(cookie.slice(end + 1));
  const right = (await getAuthSecrets(env())).map((secret) => Buffer.from(signWith(secret, said)));
  if (!right.some((one) => given.length === one.length && timingSafeEqual(given, one))) return null;
  const [userId = "", id = "", passwordMark = ""] = said.split(".");
  return { userId, id, passwordMark };
}

async function sign(text: string): Promise<string> {
  return signWith(await getAuthSecret(env()), text);
}

function signWith(secret: string, text: string): string {
  return createHmac("sha256", secret).update(`known-browser:${text}`).digest("base64url");
}
