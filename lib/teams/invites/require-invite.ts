import type { Ctx } from "@/lib/context";
import { requireRow } from "@/lib/db/require-row";
import { AppError } from "@/lib/errors";
import { endedInvite } from "./close-invite";
import { getInvite, type Invite } from "./get-invite";

/**
 * The open invitation of a link for that address.
 * Throws AppError `not_found` (reason `invite_invalid`) or `forbidden` (reason `invite_ended`, `invite_other_email`).
 */
export async function requireInvite(ctx: Pick<Ctx, "db">, token: string, email: string): Promise<Invite> {
  const found = await getInvite(ctx, token);
  const invite = requireRow(found, "no open invite for this link", { reason: "invite_invalid" });
  if (invite.hasEnded) throw endedInvite();
  if (invite.email !== email)
    throw new AppError("forbidden", "the invite is for another address", { reason: "invite_other_email" });
  return invite;
}
