import { decode } from "next-auth/jwt";
import { env } from "@/lib/env";
import { getAuthSecret } from "./secret";

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
  if (!cookie) return null;
  try {
    const token = await decode({ token: cookie, secret: await getAuthSecret(env()) });
    return token?.sid ?? null;
  } catch {
    return null;
  }
}
