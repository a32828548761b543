import type { Ctx } from "@/lib/context";
import { readStoredTurns } from "@/lib/conversations/feed/read-stored-turns";
import { toTurn } from "@/lib/conversations/turns/archived-turn";
import { mergeTurns } from "@/lib/conversations/turns/merge-turns";
import type { Turn } from "@/lib/conversations/turns/turn";
import { kvMaxLength } from "@/lib/kv/keys";

/** Streams keep more: a turn may stand in them twice, as pending and as failed. */
const comparedTurns = kvMaxLength.turns / 2;

export type StoreDifference = {
  /** False where the conversation has no stream: it expired or was lost, and is refilled when it is needed. */
  hasStream: boolean;
  /**
   * In the archive, but not in the stream, or there in another state, with an older rating, mail or as an older
   * note; oldest first.
   */
  missing: Turn[];
  /** The archive's newest turns, oldest first: those that were compared. */
  archived: Turn[];
  /** In the stream, but not in the archive. */
  surplus: Turn[];
};

/** What the store and the archive disagree about in the newest turns of one conversation. */
export async function compareStores(
  ctx: Ctx,
  { teamId, id }: { teamId: string; id: string },
): Promise<StoreDifference> {
  const [stored, rows] = await Promise.all([
    readStoredTurns(ctx, teamId, id),
    ctx.db.message.findMany({
      where: { teamId, conversationId: id },
      orderBy: { id: "desc" },
      take: comparedTurns,
    }),
  ]);
  const archived = rows.reverse().map(toTurn);
  const inStream = new Map(mergeTurns(stored).map((turn) => [turn.id, turn]));
  const inArchive = new Set(archived.map((turn) => turn.id));
  const oldest = rows.length < comparedTurns ? "" : (archived[0]?.id ?? "");
  const isMissing = (turn: Turn) => {
    const known = inStream.get(turn.id);
    if (known?.state !== turn.state) return true;
    return (
      (known.feedback?.at ?? 0) < (turn.feedback?.at ?? 0) ||
      (known.note?.at ?? 0) < (turn.note?.at ?? 0) ||
      (known.mail?.at ?? 0) < (turn.mail?.at ?? 0)
    );
  };
  return {
    hasStream: stored.length > 0,
    missing: archived.filter(isMissing),
    archived,
    surplus: [...inStream.values()].filter((turn) => turn.id >= oldest && !inArchive.has(turn.id)),
  };
}
