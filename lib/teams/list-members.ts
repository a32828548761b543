import { listFaces } from "@/lib/accounts/picture/list-faces";
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
  /** Where their picture is; undefined for none. */
  face: string | undefined;
};

/** The members of the actor's team, in the order they joined. */
export async function listMembers(ctx: ActorCtx): Promise<Member[]> {
  const { db, actor } = ctx;
  requirePermission(actor, "team.read");
  const rows = await db.membership.findMany({
    where: { teamId: actor.teamId },
    select: { userId: true, role: true, createdAt: true, user: { select: { name: true, email: true } } },
    orderBy: [{ createdAt: "asc" }, { userId: "asc" }],
  });
  const faces = await listFaces(
    ctx,
    rows.map(({ userId }) => userId),
  );
  return rows.map(({ userId, role, createdAt, user }) => ({
    userId,
    ...user,
    role,
    joinedAt: createdAt,
    isYou: userId === actor.userId,
    face: faces.get(userId),
  }));
}
