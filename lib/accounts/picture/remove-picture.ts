import type { ActorCtx } from "@/lib/identity/actor";

/** Takes the actor's own picture away: its address leads to nothing from then on. */
export async function removePicture({ db, actor }: ActorCtx): Promise<void> {
  await db.userPicture.deleteMany({ where: { userId: actor.userId } });
}
