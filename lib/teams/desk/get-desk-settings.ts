import type { ActorCtx } from "@/lib/identity/actor";

/** How the actor works at the chats screen, in the team that they act in. */
export type DeskSettings = {
  /** Whether single keys do something there. */
  shortcuts: boolean;
  timeZone: string;
};

export async function getDeskSettings({ db, actor }: ActorCtx): Promise<DeskSettings> {
  const { teamId, userId } = actor;
  const { shortcuts, team } = await db.membership.findUniqueOrThrow({
    where: { teamId_userId: { teamId, userId } },
    select: { shortcuts: true, team: { select: { timeZone: true } } },
  });
  return { shortcuts, timeZone: team.timeZone };
}
