import { z } from "zod";
import { tokenField } from "@/lib/accounts/account-fields";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { writeAudit } from "@/lib/identity/write-audit";
import { closeInvite } from "./close-invite";
import { requireInvite } from "./require-invite";

export const acceptInviteInput = z.strictObject({ token: tokenField });

type Invitee = { id: string; name: string; email: string };

/**
 * Makes an existing account a member of the inviting team, with the role of the invitation, which is used up.
 * Throws AppError `not_found` (reason `invite_invalid`), `forbidden` (reason `invite_ended`, `invite_other_email`) or
 * `conflict` (reason `already_member`; the invitation stays open then).
 */
export async function acceptInvite(
  ctx: Pick<Ctx, "db">,
  user: Invitee,
  { token }: z.output<typeof acceptInviteInput>,
): Promise<{ teamId: string }> {
  const invite = await requireInvite(ctx, token, user.email);
  const { teamId, role } = invite;
  await ctx.db.$transaction(async (tx) => {
    await closeInvite(tx, invite);
    const { count } = await tx.membership.createMany({
      data: [{ teamId, userId: user.id, role }],
      skipDuplicates: true,
    });
    if (count === 0) {
      throw new AppError("conflict", "already in the team", { reason: "already_member" });
    }
    await writeAudit(
      tx,
      { kind: "member", teamId, userId: user.id, userName: user.name },
      { action: "invite.accept", targetId: user.id, detail: { role } },
    );
  });
  return { teamId };
}
