import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";

const maxSites = 200;

/**
 * The domains on which the widgets of the team's bots were seen, by the alphabet, at most 200. Throws AppError
 * `forbidden` without `chat.read`.
 */
export async function listSites({ db, actor }: ActorCtx): Promise<string[]> {
  requirePermission(actor, "chat.read");
  const rows = await db.sighting.findMany({
    where: { teamId: actor.teamId, bot: { deletedAt: null } },
    distinct: ["domain"],
    orderBy: { domain: "asc" },
    select: { domain: true },
    take: maxSites,
  });
  return rows.map(({ domain }) => domain);
}
