import { hashOneTimeToken } from "@/lib/auth/one-time-token";
import type { Ctx } from "@/lib/context";
import type { Role } from "@/lib/db/generated/enums";

export type OpenInvite = { id: string; teamId: string; teamName: string; email: string; role: Role };

/** The invitation a link stands for; null when it never was, was used or withdrawn, or has expired. */
export async function getInvite({ db }: Pick<Ctx, "db">, token: string): Promise<OpenInvite | null> {
  const invite = await db.invite.findFirst({
    where: { tokenHash: hashOneTimeToken(token), acceptedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, teamId: true, email: true, role: true, team: { select: { name: true } } },
  });
  if (!invite) return null;
  const { team, ...rest } = invite;
  return { ...rest, teamName: team.name };
}
