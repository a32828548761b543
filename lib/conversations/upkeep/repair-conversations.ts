import { setTimeout as sleep } from "node:timers/promises";
import type { Ctx } from "@/lib/context";
import { publishAnew } from "@/lib/conversations/feed/publish-anew";
import { publishTurn } from "@/lib/conversations/feed/publish-turn";
import { refillTurns } from "@/lib/conversations/feed/refill-turns";
import { type ConversationRow, toChatFacts, withVisitor } from "@/lib/conversations/inbox/to-chat-summary";
import { toTurn } from "@/lib/conversations/turns/archived-turn";
import { failVisitorTurn } from "@/lib/conversations/turns/fail-visitor-turn";
import type { Turn } from "@/lib/conversations/turns/turn";
import { withUuidv7Ms } from "@/lib/db/uuidv7";
import { compareStores } from "./compare-stores";

/** A visitor's turn without an answer for this long gets none any more. */
const answerDeadlineMs = 60_000;
const batchSize = 200;
const nilUuid = "00000000-0000-0000-0000-000000000000";
const staleTurnsJob = "stale-turns";
/** How far the clocks of instances may lie apart, and a turn be written after the time in its id. */
const clockSkewMs = 10 * 60_000;
/**
 * A turn reaches the store at most this long after it reached the archive; one that has not by then
 * never will by itself.
 */
const onTheWayMs = 1_000;

type ArchivedConversation = ConversationRow & { teamId: string };

export type RepairOptions = {
  since: number;
  /** Waits until what is on its way to the store has come there. */
  settle?: () => Promise<void>;
};

export type RepairResult = {
  /** Turns that were pending for too long and ended as failed. */
  failed: number;
  /** Turns that the store lacked. */
  published: number;
};

/**
 * Brings the store up to what the archive holds, for conversations with activity since `since` (Unix milliseconds):
 * turns that were written, rated, mailed or, as notes, changed while the store was away, or that it lost, are appended
 * and reach staff screens; pending turns without an answer end as failed. What the store lacks is looked for twice, so
 * that a turn which is only on its way comes once. Doing so twice, or on two instances at once, changes nothing more:
 * readers keep one turn an id.
 */
export async function repairConversations(
  ctx: Ctx,
  { since, settle = () => sleep(onTheWayMs) }: RepairOptions,
): Promise<RepairResult> {
  const result: RepairResult = { failed: await failStaleTurns(ctx), published: 0 };
  let after: string | undefined;
  for (;;) {
    const conversations = await ctx.db.conversation.findMany({
      where: {
        OR: [
          { lastActivityAt: { gte: new Date(since) } },
          { messages: { some: { ratedAt: { gte: new Date(since) } } } },
          { messages: { some: { notedAt: { gte: new Date(since) } } } },
          { messages: { some: { mailAt: { gte: new Date(since) } } } },
        ],
        ...(after ? { id: { gt: after } } : {}),
      },
      orderBy: { id: "asc" },
      take: batchSize,
      include: withVisitor,
    });
    const lacking: [ArchivedConversation, Set<string>][] = [];
    for (const conversation of conversations) {
      const { missing } = await compareStores(ctx, conversation);
      if (missing.length > 0) lacking.push([conversation, new Set(missing.map(toVersion))]);
    }
    if (lacking.length > 0) await settle();
    for (const [conversation, before] of lacking)
      result.published += await publishMissing(ctx, conversation, before);
    after = conversations.at(-1)?.id;
    if (conversations.length < batchSize) return result;
  }
}

/** Publishes what the store still lacks of `before` and returns how many turns. */
async function publishMissing(
  ctx: Ctx,
  conversation: ArchivedConversation,
  before: Set<string>,
): Promise<number> {
  const { hasStream, missing, archived } = await compareStores(ctx, conversation);
  const first = missing.find((turn) => before.has(toVersion(turn)));
  if (!first) return 0;
  // The whole tail, so that the list of chats ends up with the newest turn.
  const tail = archived.slice(archived.indexOf(first));
  if (!hasStream) await refillTurns(ctx, conversation.teamId, conversation.id);
  else
    for (const turn of tail)
      if (turn.note) await publishAnew(ctx, conversation.teamId, turn);
      else await publishTurn(ctx, toPublication(conversation, turn));
  return tail.length;
}

const toVersion = ({ id, state, feedback, note, mail }: Turn) =>
  `${id} ${state} ${feedback?.at} ${note?.at} ${mail?.at}`;

/**
 * Ends pending turns that waited too long. They have no index of their own, which each message would pay for: their ids
 * begin with the time, and a checkpoint says up to when the job has looked at all of them.
 */
async function failStaleTurns(ctx: Ctx): Promise<number> {
  const { db } = ctx;
  const until = new Date(Date.now() - answerDeadlineMs);
  const checkpoint = await db.checkpoint.findUnique({ where: { job: staleTurnsJob } });
  let after = withUuidv7Ms(nilUuid, (checkpoint?.at.getTime() ?? clockSkewMs) - clockSkewMs);
  let failed = 0;
  for (;;) {
    const stale = await db.message.findMany({
      where: { id: { gt: after }, state: "pending", createdAt: { lt: until } },
      include: { conversation: { include: withVisitor } },
      orderBy: { id: "asc" },
      take: batchSize,
    });
    for (const { conversation, ...row } of stale) {
      const ended = await failVisitorTurn(ctx, row.teamId, toTurn(row));
      if (ended) await publishTurn(ctx, toPublication(conversation, ended));
    }
    failed += stale.length;
    after = stale.at(-1)?.id ?? after;
    if (stale.length < batchSize) break;
  }
  const done = { job: staleTurnsJob, at: until };
  await db.checkpoint.upsert({ where: { job: staleTurnsJob }, create: done, update: done });
  return failed;
}

function toPublication(conversation: ArchivedConversation, turn: Turn) {
  return { teamId: conversation.teamId, summary: toChatFacts(conversation), turn, isNew: false };
}
