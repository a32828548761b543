import { expect } from "@playwright/test";
import { cookiesOf } from "./call-action";
import { newClientAddress } from "./client-address";

/**
 * Signs in as a browser's form would, without one. Returns the `Cookie` header of the session.
 * @param before what the browser has from an earlier session
 */
export async function signInByHttp(
  baseUrl: string,
  account: { email: string; password: string },
  before = "",
): Promise<string> {
  const csrf = await fetch(`${baseUrl}/api/auth/csrf`);
  const csrfCookie = cookiesOf(csrf);
  const { csrfToken } = await csrf.json();
  const signedIn = await fetch(`${baseUrl}/api/auth/callback/credentials`, {
    method: "POST",
    headers: {
      cookie: before ? `${csrfCookie}; ${before}` : csrfCookie,
      origin: baseUrl,
      "x-forwarded-for": newClientAddress(),
    },
    body: new URLSearchParams({ csrfToken, ...account, json: "true" }),
    redirect: "manual",
  });
  const cookie = cookiesOf(signedIn);
  expect(cookie).toContain("session-token=");
  return cookie;
}
