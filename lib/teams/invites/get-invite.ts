import type { Ctx } from "@/lib/context";
import type { Role } from "@/lib/db/generated/enums";
import { hashOneTimeToken } from "@/lib/identity/one-time-token";
import { mayInvite } from "./may-invite";

export type Invite = {
  id: string;
  teamId: string;
  teamName: string;
  email: string;
  role: Role;
  /** Its inviter left the team, or may not give roles any more. */
  hasEnded: boolean;
};

type Row = Omit<Invite, "hasEnded"> & { inviterRole: Role | null };

/** The invitation a link stands for; null when it never was, was used or withdrawn, or has expired. */
export async function getInvite({ db }: Pick<Ctx, "db">, token: string): Promise<Invite | null> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT i.id::text AS id, i.team_id::text AS "teamId", t.name AS "teamName", i.email, i.role::text AS role,
      m.role::text AS "inviterRole"
    FROM invites i
    JOIN teams t ON t.id = i.team_id
    LEFT JOIN memberships m ON m.team_id = i.team_id AND m.user_id = i.inviter_id
    WHERE i.token_hash = ${hashOneTimeToken(token)} AND i.accepted_at IS NULL AND i.expires_at > ${new Date()}`;
  if (!row) return null;
  const { inviterRole, ...invite } = row;
  return { ...invite, hasEnded: !mayInvite(inviterRole) };
}
