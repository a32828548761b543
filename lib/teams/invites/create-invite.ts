import { z } from "zod";
import { emailField, roleField } from "@/lib/accounts/account-fields";
import { uuidv7 } from "@/lib/db/uuidv7";
import { AppError } from "@/lib/errors";
import type { ActorCtx } from "@/lib/identity/actor";
import { createMailedToken } from "@/lib/identity/mailed-token";
import { createOneTimeToken } from "@/lib/identity/one-time-token";
import { requirePermission } from "@/lib/identity/permissions";
import { writeAudit } from "@/lib/identity/write-audit";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { consumeLimits } from "@/lib/kv/limits/limits";
import type { Post } from "@/lib/outbox/bind-mail";
import { enqueueOutbox } from "@/lib/outbox/enqueue-outbox";
import { requirePlanRoom } from "@/lib/plans/require-plan-room";
import { inviteMail } from "./invite-mail";

export const createInviteInput = z.strictObject({ email: emailField, role: roleField });

const inviteLifetimeDays = 7;

type CreatedInvite = {
  id: string;
  token: string;
  email: string;
  expiresAt: Date;
  hasReplaced: boolean;
  isMailed: boolean;
};

/**
 * Invites an address into the actor's team: the secret of a link that works once within seven days and is shown only
 * now. It is good while the actor may give roles. An earlier open invitation of the same address is replaced: its link
 * works no longer, which `hasReplaced` says. Where there is a mail server it goes to its address too, which `isMailed`
 * says: not past
 * 50 a day of a team or 5 a day to one address, since anybody may own a team and write to whom they like.
 * Throws AppError `forbidden` or `conflict` (reason `already_member`), and as `requirePlanRoom` does.
 */
export async function createInvite(
  { db, kv, actor }: ActorCtx,
  { email, role }: z.output<typeof createInviteInput>,
  post: Post | null,
): Promise<CreatedInvite> {
  requirePermission(actor, "team.manage");
  const { teamId } = actor;
  const member = await db.membership.findFirst({
    where: { teamId, user: { email } },
    select: { userId: true },
  });
  if (member) throw new AppError("conflict", "already in the team", { reason: "already_member" });
  const id = uuidv7();
  const { token, tokenHash } = post ? createMailedToken(post.secret, id) : createOneTimeToken();
  const isMailed = post !== null && (await mayMail(kv, teamId, email));
  const expiresAt = new Date(Date.now() + inviteLifetimeDays * 24 * 3600 * 1000);
  const hasReplaced = await db.$transaction(async (tx) => {
    const open = { teamId, email, acceptedAt: null };
    const valid = await tx.invite.count({ where: { ...open, expiresAt: { gt: new Date() } } });
    await tx.invite.deleteMany({ where: open });
    await requirePlanRoom(tx, teamId, "seats", 1, async () => {
      const others = { teamId, acceptedAt: null, expiresAt: { gt: new Date() } };
      return (await tx.membership.count({ where: { teamId } })) + (await tx.invite.count({ where: others }));
    });
    await tx.invite.create({
      data: { id, teamId, email, role, tokenHash, expiresAt, inviterId: actor.userId },
    });
    await writeAudit(tx, actor, { action: "invite.create", targetId: id, detail: { email, role } });
    if (post && isMailed)
      await enqueueOutbox(tx, inviteMail, { inviteId: id, locale: post.locale }, { teamId });
    return valid > 0;
  });
  return { id, token, email, expiresAt, hasReplaced, isMailed };
}

async function mayMail(kv: ActorCtx["kv"], teamId: string, email: string): Promise<boolean> {
  const { ok } = await consumeLimits(kv, [
    { policy: limitPolicies.inviteMailByTeam, subject: teamId },
    { policy: limitPolicies.inviteMailByAddress, subject: email },
  ]);
  return ok;
}
