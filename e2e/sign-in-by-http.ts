import { expect } from "@playwright/test";

/** Signs in as a browser's form would, without one. Returns the `Cookie` header of the session. */
export async function signInByHttp(
  baseUrl: string,
  account: { email: string; password: string },
): Promise<string> {
  const csrf = await fetch(`${baseUrl}/api/auth/csrf`);
  const csrfCookie = cookiesOf(csrf);
  const { csrfToken } = await csrf.json();
  const signedIn = await fetch(`${baseUrl}/api/auth/callback/credentials`, {
    method: "POST",
    headers: { cookie: csrfCookie, origin: baseUrl },
    body: new URLSearchParams({ csrfToken, ...account, json: "true" }),
    redirect: "manual",
  });
  const cookie = cookiesOf(signedIn);
  expect(cookie).toContain("session-token=");
  return cookie;
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
