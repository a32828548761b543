import { createHash } from "node:crypto";
import type { Ctx } from "@/lib/context";
import { partnerCode } from "./partner-code";

/** What a browser brings to its sign-up: the code that it kept, and whether it is known to an account already. */
export type Referral = { code: string | undefined; isKnownBrowser: boolean };

/**
 * Whose link led to a sign-up: null for a code that nobody has, for the partner's own address, and for a browser of
 * somebody who has an account already, who was led by nobody.
 */
export async function partnerOfSignUp(
  { db }: Pick<Ctx, "db">,
  email: string,
  { code, isKnownBrowser }: Referral,
): Promise<string | null> {
  const parsed = partnerCode.safeParse(code);
  if (!parsed.success || isKnownBrowser) return null;
  const partner = await db.partner.findUnique({ where: { code: parsed.data } });
  if (!partner) return null;
  const isOwn = partner.ownAddress !== null && hashAddress(email).equals(partner.ownAddress);
  return isOwn ? null : partner.code;
}

/** A partner's own address is kept like this: enough to tell it again. What follows a `+` is the same mailbox. */
export function hashAddress(email: string): Buffer<ArrayBuffer> {
  const folded = email.trim().toLowerCase().slice(0, 320);
  const at = folded.lastIndexOf("@");
  const [mailbox = ""] = folded.slice(0, at).split("+", 1);
  return Buffer.from(
    createHash("sha256")
      .update(`${mailbox}${folded.slice(at)}`)
      .digest(),
  );
}
