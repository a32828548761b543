import { decode, encode, type JWT } from "next-auth/jwt";
import { env } from "@/lib/env";
import { getAuthSecrets } from "@/lib/identity/secret";

/** The cookie outlives the session row on purpose: the row alone decides, and it slides. */
export const cookieSeconds = 365 * 24 * 3600;

/** Whether browsers reach us over HTTPS; then cookies are `Secure` and carry next-auth's name prefixes. */
export function hasSecureCookies(): boolean {
  return env().BASE_URL?.startsWith("https://") ?? false;
}

/** next-auth's own name for its session cookie. */
export function sessionCookieName(): string {
  return `${hasSecureCookies() ? "__Secure-" : ""}next-auth.session-token`;
}

/** The session id in a session cookie; null when there is none or it wasn't sealed with our secret. */
export async function readSessionId(cookie: string | undefined): Promise<string | null> {
  return (await openSessionCookie(cookie))?.token.sid ?? null;
}

/**
 * What a session cookie carries, and whether a former secret sealed it; null when no secret of ours did. next-auth is
 * given this to read by, so that both agree.
 */
export async function openSessionCookie(
  cookie: string | undefined,
): Promise<{ token: JWT; isFormer: boolean } | null> {
  if (!cookie) return null;
  const secrets = await getAuthSecrets(env());
  for (const [index, secret] of secrets.entries()) {
    try {
      const token = await decode({ token: cookie, secret });
      if (token) return { token, isFormer: index > 0 };
    } catch {
      // Another secret's, or none of ours.
    }
  }
  return null;
}

/** The `Set-Cookie` that replaces a cookie sealed with a former secret; null for every other. */
export async function resealSessionCookie(cookie: string | undefined): Promise<string | null> {
  const [secret, ...former] = await getAuthSecrets(env());
  if (former.length === 0) return null;
  const opened = await openSessionCookie(cookie);
  if (!opened?.isFormer || !opened.token.sid) return null;
  const value = await encode({ token: { sid: opened.token.sid }, secret, maxAge: cookieSeconds });
  const secure = hasSecureCookies() ? "; Secure" : "";
  return `${sessionCookieName()}=${value}; Path=/; Max-Age=${cookieSeconds}; HttpOnly${secure}; SameSite=Lax`;
}
