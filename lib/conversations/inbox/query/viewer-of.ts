import type { ActorCtx } from "@/lib/identity/actor";
import type { ChatQuery } from "./chat-query";
import type { ChatViewer } from "./is-in-query";

/** For whom a query is asked; the team's time zone is looked up where the query has days. */
export async function viewerOf({ db, actor }: ActorCtx, { from, to }: ChatQuery): Promise<ChatViewer> {
  const { teamId: id, userId } = actor;
  if (from === undefined && to === undefined) return { userId, timeZone: "UTC" };
  const team = await db.team.findUnique({ where: { id }, select: { timeZone: true } });
  return { userId, timeZone: team?.timeZone ?? "UTC" };
}
