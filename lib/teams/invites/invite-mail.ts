import { z } from "zod";
import { locales } from "@/lib/i18n/locale";
import { getMailWords } from "@/lib/i18n/words/mail-words";
import { idInput } from "@/lib/id-input";
import { findMailedToken } from "@/lib/identity/mailed-token";
import { plainName } from "@/lib/mail/plain-name";
import type { WriteLetter } from "@/lib/outbox/bind-mail";
import { defineOutboxKind } from "@/lib/outbox/define-outbox-kind";
import { mayInvite } from "./may-invite";

const ids = z.strictObject({ inviteId: idInput, locale: z.enum(locales) });

const dayMs = 24 * 3600 * 1000;
/** What an invitation may have waited for its mail, and still has all its days. */
const graceMs = dayMs / 24;

export const inviteMail = defineOutboxKind({ kind: "invite-mail", version: 1, ids });

/**
 * Nothing is sent once the invitation was accepted, withdrawn or replaced, or its inviter may not give roles any more.
 */
export const writeInviteMail: WriteLetter<z.output<typeof ids>> = async (
  { db, now },
  { inviteId, locale },
  { baseUrl, secrets },
) => {
  const invite = await db.invite.findFirst({
    where: { id: inviteId, acceptedAt: null, expiresAt: { gt: new Date(now()) } },
    select: {
      email: true,
      expiresAt: true,
      tokenHash: true,
      team: { select: { name: true } },
      teamId: true,
      inviter: { select: { id: true, name: true } },
    },
  });
  const { inviter } = invite ?? {};
  if (!invite || !inviter) return null;
  const membership = await db.membership.findUnique({
    where: { teamId_userId: { teamId: invite.teamId, userId: inviter.id } },
    select: { role: true },
  });
  const token = findMailedToken(secrets, inviteId, invite.tokenHash);
  if (!token || !mayInvite(membership?.role)) return null;
  const leftMs = invite.expiresAt.getTime() - now();
  const text = getMailWords(locale).invite({
    team: plainName(invite.team.name),
    inviter: plainName(inviter.name),
    days: Math.max(1, Math.floor((leftMs + graceMs) / dayMs)),
  });
  return { to: invite.email, text, link: `${baseUrl}/invite/${token}` };
};
