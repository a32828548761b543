import { cookies } from "next/headers";
import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { normalizeEmail } from "@/lib/accounts/account-fields";
import { findMember } from "@/lib/accounts/sessions/find-member";
import { signOut } from "@/lib/accounts/sessions/sign-out";
import { getContext } from "@/lib/context";
import { env } from "@/lib/env";
import { getAuthSecret } from "@/lib/identity/secret";
import { log } from "@/lib/log";
import { clientIp } from "@/lib/request-context";
import { signIn } from "@/lib/teams/joining/sign-in";
import { toFailure } from "@/lib/to-failure";
import { knownBrowserCookieName, readKnownBrowser } from "./known-browser-cookie";
import {
  cookieSeconds,
  hasSecureCookies,
  openSessionCookie,
  readSessionId,
  sessionCookieName,
} from "./session-cookie";
import { toSignInError } from "./sign-in-error";

/**
 * next-auth keeps the cookie, we keep the session: the sealed token carries nothing but the id of a `sessions` row,
 * looked up on every request. What a client sends as a session update is ignored.
 * @param onSignIn told of each right password
 */
export async function getAuthOptions(
  onSignIn: (signedIn: SignedIn) => unknown = () => {},
): Promise<AuthOptions> {
  return {
    secret: await getAuthSecret(env()),
    useSecureCookies: hasSecureCookies(),
    session: { strategy: "jwt", maxAge: cookieSeconds },
    jwt: { decode: async ({ token }) => (await openSessionCookie(token))?.token ?? null },
    pages: { signIn: "/sign-in", signOut: "/account", error: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {}, inviteToken: {} },
        authorize: async (credentials, request) => {
          const signedIn = await authorize(credentials, request.headers?.["user-agent"]);
          onSignIn(signedIn);
          return { id: signedIn.userId, sessionId: signedIn.sessionId };
        },
      }),
    ],
    callbacks: {
      redirect: ({ url, baseUrl }) => sameOriginUrl(url, baseUrl),
      jwt: ({ token, user }) => ({ sid: user ? user.sessionId : token.sid }),
      session: async ({ session, token }) => {
        const actor = await findMember(await getContext(), token.sid ?? "");
        if (!actor) throw new Error("the session has ended");
        return { expires: session.expires, user: { name: actor.userName, email: actor.email } };
      },
    },
    events: {
      signOut: async ({ token }) => {
        if (token.sid) await signOut(await getContext(), token.sid);
      },
    },
    // next-auth logs ended sessions as errors, with stacks; what matters of ours is logged where it happens.
    logger: {
      error: (code) => log("debug", "next-auth", { code }),
      warn: (code) => log("debug", "next-auth", { code }),
      debug: () => {},
    },
  };
}

type Credentials = Partial<Record<"email" | "password" | "inviteToken", string>>;

export type SignedIn = Awaited<ReturnType<typeof signIn>>;

async function authorize(given: Credentials | undefined, userAgent: unknown): Promise<SignedIn> {
  const { email, password, inviteToken } = given ?? {};
  try {
    const cookieName = knownBrowserCookieName(normalizeEmail(String(email ?? "").slice(0, 1_000)));
    const known = await readKnownBrowser((await cookies()).get(cookieName)?.value);
    const signedIn = await signIn(
      await getContext(),
      { email, password, ...(inviteToken ? { inviteToken } : {}) },
      { ip: clientIp(), userAgent: typeof userAgent === "string" ? userAgent : "", known },
    );
    await endSessionBefore();
    return signedIn;
  } catch (error) {
    throw new Error(toSignInError(toFailure(error, "sign-in failed")));
  }
}

/** A browser has one session: the one it showed with the right password of another has no cookie any more. */
async function endSessionBefore(): Promise<void> {
  const before = await readSessionId((await cookies()).get(sessionCookieName())?.value);
  if (before) await signOut(await getContext(), before);
}

/** The URL when it lies on our own origin, else the origin itself: nothing redirects elsewhere. */
function sameOriginUrl(url: unknown, origin: string): string {
  if (typeof url !== "string" || !URL.canParse(url, origin)) return origin;
  const target = new URL(url, origin);
  return target.origin === new URL(origin).origin ? target.href : origin;
}
