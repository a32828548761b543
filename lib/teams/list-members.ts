import type { Role } from "@/lib/db/generated/enums";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";

export type Member = {
  userId: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: Date;
  isYou: boolean;
};

/** The members of the actor's team, in the order they joined. */
export async function listMembers({ db, actor }: ActorCtx): Promise<Member[]> {
  requirePermission(actor, "team.read");
  const rows = await db.membership.findMany({
    where: { teamId: actor.teamId },
    select: { userId: true, role: true, createdAt: true, user: { select: { name: true, email: true } } },
    orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
  });
  return rows.map(({ userId, role, createdAt, user }) => ({
    userId,
    ...user,
    role,
    joinedAt: createdAt,
    isYou: userId === actor.userId,
  }));
}
