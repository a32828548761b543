import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";

/** Whether anybody has asked the bot anything yet. Throws AppError `forbidden` without `chat.read`. */
export async function hasChats({ db, actor }: ActorCtx, botId: string): Promise<boolean> {
  requirePermission(actor, "chat.read");
  const where = { teamId: actor.teamId, botId };
  return (await db.conversation.findFirst({ where, select: { id: true } })) !== null;
}
