import { NextRequest, NextResponse } from "next/server";
import NextAuth from "next-auth";
import { createKnownBrowserCookie } from "./known-browser-cookie";
import { getAuthOptions, type SignedIn } from "./options";

type RouteHandler = (
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
) => Promise<Response>;

/**
 * Hands a request to next-auth's handler of `/api/auth/<path>`; who signs in by it gets the cookie of a known
 * browser. A body it can't read is 400, as is any bad URL in it.
 */
export async function callNextAuth(request: NextRequest, path: string[]): Promise<NextResponse> {
  const signedIn: SignedIn[] = [];
  const handler: RouteHandler = NextAuth(await getAuthOptions((found) => signedIn.push(found)));
  try {
    const response = await handler(request, { params: Promise.resolve({ nextauth: path }) });
    // With a secret in place, its only 500 is for a callback URL that the client sent.
    const status = response.status === 500 ? 400 : response.status;
    const answer = new NextResponse(response.body, { status, headers: response.headers });
    for (const account of signedIn) answer.cookies.set(await createKnownBrowserCookie(account));
    return answer;
  } catch {
    return NextResponse.json({ message: "The request can't be read." }, { status: 400 });
  }
}

/** The same for a call of our own, as a form post to next-auth would be. */
export function postToNextAuth(path: string[], form: Record<string, string>): Promise<NextResponse> {
  const url = `http://localhost/api/auth/${path.join("/")}`;
  return callNextAuth(new NextRequest(url, { method: "POST", body: new URLSearchParams(form) }), path);
}
