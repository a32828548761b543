import type { IncomingMessage, ServerResponse } from "node:http";
import { paths, sitePaths } from "@/lib/paths";
import { partnerCode, partnerCookie, partnerQuery } from "@/lib/teams/partners/partner-code";

/** The code of a partner that has it; null for nobody's. */
export type FindPartner = (code: string) => Promise<string | null>;

/**
 * Keeps the code of a partner's link in a cookie, here and not in the page, which stays as it is for everybody. The
 * last link counts; one that nobody has changes nothing. Never rejects: a page comes without it.
 */
export async function notePartner(
  req: Pick<IncomingMessage, "method" | "url">,
  res: ServerResponse,
  { find, isHttps }: { find: FindPartner; isHttps: boolean },
): Promise<void> {
  const code = req.method === "GET" ? readPartnerCode(req.url ?? "") : null;
  const known = code === null ? null : await find(code).catch(() => null);
  if (known === null) return;
  const { name, seconds } = partnerCookie;
  const parts = [`${name}=${known}`, "Path=/", `Max-Age=${seconds}`, "HttpOnly", "SameSite=Lax"];
  res.appendHeader("Set-Cookie", [...parts, ...(isHttps ? ["Secure"] : [])].join("; "));
}

/** The code in the address of a page that newcomers see first; null for none. */
function readPartnerCode(address: string): string | null {
  const at = address.indexOf("?");
  const path = address.slice(0, at);
  if (at < 0 || !(path === paths.signUp || sitePaths.some((known) => known === path))) return null;
  const sent = new URLSearchParams(address.slice(at)).get(partnerQuery);
  return partnerCode.safeParse(sent).data ?? null;
}
