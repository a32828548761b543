import { cookies } from "next/headers";
import { partnerCookie } from "@/lib/teams/partners/partner-code";
import type { Referral } from "@/lib/teams/partners/partner-of-sign-up";
import { isKnownBrowserCookie } from "./known-browser-cookie";
import { sessionCookieName } from "./session-cookie";

/** What the browser that signs up keeps of a partner's link, and whether it signed in to some account before. */
export async function readReferral(): Promise<Referral> {
  const jar = await cookies();
  const isKnownBrowser =
    jar.has(sessionCookieName()) || jar.getAll().some(({ name }) => isKnownBrowserCookie(name));
  return { code: jar.get(partnerCookie.name)?.value, isKnownBrowser };
}
