import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import { callNextAuth, postToNextAuth } from "./call-next-auth";
import { hasSecureCookies } from "./session-cookie";

/**
 * Posts to next-auth from a server action, as its own client does: takes a CSRF token, posts the form, and hands the
 * cookies it sets to the browser. Returns the `error` of the page next-auth would redirect to, null when it went well.
 */
export async function runNextAuthAction(
  path: string[],
  form: Record<string, string>,
): Promise<string | null> {
  // Not ours to honour: the forms here say themselves where to go next, and a broken one would fail every call.
  (await cookies()).delete(`${hasSecureCookies() ? "__Secure-" : ""}next-auth.callback-url`);
  const csrf = await callNextAuth(new NextRequest("http://localhost/api/auth/csrf"), ["csrf"]);
  await keepCookies(csrf.cookies.getAll());
  const { csrfToken } = await csrf.json();
  const response = await postToNextAuth(path, { ...form, csrfToken, json: "true" });
  await keepCookies(response.cookies.getAll());
  const { url } = await response.json();
  return new URL(url, "http://localhost").searchParams.get("error");
}

type ResponseCookie = ReturnType<Awaited<ReturnType<typeof callNextAuth>>["cookies"]["getAll"]>[number];

async function keepCookies(set: ResponseCookie[]): Promise<void> {
  const jar = await cookies();
  for (const cookie of set) {
    if (cookie.name.endsWith("next-auth.callback-url")) continue;
    // A cookie that next-auth ends is empty with a Max-Age of 0; Next's parser drops both.
    jar.set(cookie.value ? cookie : { ...cookie, value: "", expires: new Date(0) });
  }
}
