import type { ActorCtx, Asker } from "@/lib/identity/actor";
import type { ChatQuery } from "./chat-query";
import type { ChatViewer } from "./is-in-query";

/**
 * For whom a query is asked, a key having no chats of its own; the team's time zone is looked up where the query has
 * days.
 */
export async function viewerOf({ db, actor }: ActorCtx<Asker>, { from, to }: ChatQuery): Promise<ChatViewer> {
  const { teamId: id } = actor;
  const userId = actor.kind === "member" ? actor.userId : nobody;
  if (from === undefined && to === undefined) return { userId, timeZone: "UTC" };
  const team = await db.team.findUnique({ where: { id }, select: { timeZone: true } });
  return { userId, timeZone: team?.timeZone ?? "UTC" };
}

const nobody = "00000000-0000-0000-0000-000000000000";
