import type { Ctx } from "@/lib/context";
import { toTurn } from "./archived-turn";
import { compareStores } from "./compare-stores";
import { publishTurn } from "./publish-turn";
import { refillTurns } from "./refill-turns";
import { type ConversationRow, toChatFacts, withVisitor } from "./to-chat-summary";
import type { Turn } from "./turn";

/** A visitor's turn without an answer for this long gets none any more. */
const answerDeadlineMs = 60_000;
const batchSize = 200;

export type RepairResult = {
  /** Turns that were pending for too long and ended as failed. */
  failed: number;
  /** Turns that the store lacked. */
  published: number;
};

/**
 * Brings the store up to what the archive holds, for conversations with activity since `since` (Unix milliseconds): turns
 * that were written or rated while the store was away, or that it lost, are appended and reach staff screens; pending turns without
 * an answer end as failed. Doing so twice, or on two instances at once, changes nothing more: readers keep one turn an id.
 */
export async function repairConversations(ctx: Ctx, { since }: { since: number }): Promise<RepairResult> {
  const result: RepairResult = { failed: await failStaleTurns(ctx), published: 0 };
  let after: string | undefined;
  for (;;) {
    const conversations = await ctx.db.conversation.findMany({
      where: {
        OR: [
          { lastActivityAt: { gte: new Date(since) } },
          { messages: { some: { ratedAt: { gte: new Date(since) } } } },
        ],
        ...(after ? { id: { gt: after } } : {}),
      },
      orderBy: { id: "asc" },
      take: batchSize,
      include: withVisitor,
    });
    for (const conversation of conversations) {
      const { teamId, id } = conversation;
      const { hasStream, tail } = await compareStores(ctx, conversation);
      if (!hasStream) await refillTurns(ctx, teamId, id);
      // The whole tail, so that the list of chats ends up with the newest turn.
      else for (const turn of tail) await publishTurn(ctx, toPublication(conversation, turn));
      result.published += tail.length;
    }
    after = conversations.at(-1)?.id;
    if (conversations.length < batchSize) return result;
  }
}

async function failStaleTurns(ctx: Ctx): Promise<number> {
  const stale = await ctx.db.message.findMany({
    where: { state: "pending", createdAt: { lt: new Date(Date.now() - answerDeadlineMs) } },
    include: { conversation: { include: withVisitor } },
    take: 1_000,
  });
  for (const { conversation, ...row } of stale) {
    const { count } = await ctx.db.message.updateMany({
      where: { teamId: row.teamId, id: row.id, state: "pending" },
      data: { state: "failed" },
    });
    if (count > 0) await publishTurn(ctx, toPublication(conversation, { ...toTurn(row), state: "failed" }));
  }
  return stale.length;
}

function toPublication(conversation: ConversationRow & { teamId: string }, turn: Turn) {
  return { teamId: conversation.teamId, summary: toChatFacts(conversation), turn, isNew: false };
}
