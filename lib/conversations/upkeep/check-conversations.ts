import type { Ctx } from "@/lib/context";
import { uuidv7Ms } from "@/lib/db/uuidv7";
import { isKvDown } from "@/lib/kv/kv-down";
import { compareStores } from "./compare-stores";

const batchSize = 200;
const answerDeadlineMs = 2 * 60_000;
const storeAway = "the store is away: the archive could not be compared with it";

export type CheckReport = {
  conversations: number;
  turns: number;
  /** Sentences, each naming the conversation; empty when all is well. */
  problems: string[];
};

/**
 * Verifies the conversations of all teams: every visitor's turn ended in one state and has at most one answer, ids grow
 * with the conversation, and where a conversation has a stream, the store and the archive agree.
 */
export async function checkConversations(ctx: Ctx): Promise<CheckReport> {
  const report: CheckReport = { conversations: 0, turns: 0, problems: [] };
  let after: string | undefined;
  for (;;) {
    const conversations = await ctx.db.conversation.findMany({
      where: after ? { id: { gt: after } } : {},
      orderBy: { id: "asc" },
      take: batchSize,
      select: { id: true, teamId: true, lastTurnMs: true },
    });
    for (const conversation of conversations) await checkConversation(ctx, conversation, report);
    after = conversations.at(-1)?.id;
    if (conversations.length < batchSize) return report;
  }
}

async function checkConversation(
  ctx: Ctx,
  conversation: { id: string; teamId: string; lastTurnMs: bigint },
  report: CheckReport,
): Promise<void> {
  const { id, teamId } = conversation;
  const problem = (text: string) => report.problems.push(`conversation ${id}: ${text}`);
  const rows = await ctx.db.message.findMany({
    where: { teamId, conversationId: id },
    orderBy: { id: "asc" },
  });
  report.conversations += 1;
  report.turns += rows.length;

  const visitorTurns = new Map(rows.filter((row) => row.author === "visitor").map((row) => [row.id, row]));
  const answers = new Map<string, number>();
  for (const row of rows) {
    if (row.replyTo === null) continue;
    answers.set(row.replyTo, (answers.get(row.replyTo) ?? 0) + 1);
    if (!visitorTurns.has(row.replyTo)) problem(`turn ${row.id} answers a turn that isn't there`);
  }
  for (const turn of visitorTurns.values()) {
    const count = answers.get(turn.id) ?? 0;
    const isOverdue = Date.now() - turn.createdAt.getTime() > answerDeadlineMs;
    if (count > 1) problem(`turn ${turn.id} has ${count} answers`);
    // While a member has the chat no answer is looked for.
    const isForPerson = turn.answeredBy === "person";
    if (turn.state === "complete" && count === 0 && !isForPerson)
      problem(`turn ${turn.id} is complete without an answer`);
    if (turn.state === "pending" && count > 0) problem(`turn ${turn.id} is pending but has an answer`);
    if (turn.state === "pending" && isOverdue)
      problem(`turn ${turn.id} is pending for more than two minutes`);
  }
  for (const row of rows)
    if (row.ratedAt !== null && row.author !== "bot") problem(`turn ${row.id} is rated but not the bot's`);
  const milliseconds = rows.map((row) => uuidv7Ms(row.id));
  if (new Set(milliseconds).size !== milliseconds.length) problem("two turns share a millisecond");
  if ((milliseconds.at(-1) ?? 0) > Number(conversation.lastTurnMs))
    problem("a turn is newer than the last one noted");
  await checkStore(ctx, conversation, report, problem);
}

async function checkStore(
  ctx: Ctx,
  conversation: { id: string; teamId: string },
  report: CheckReport,
  problem: (text: string) => void,
): Promise<void> {
  try {
    const { hasStream, missing, surplus } = await compareStores(ctx, conversation);
    if (!hasStream) return;
    for (const turn of missing) problem(`the store lacks turn ${turn.id}, or not as ${turn.state}`);
    for (const turn of surplus) problem(`the archive lacks turn ${turn.id}`);
  } catch (error) {
    if (!isKvDown(error)) throw error;
    if (!report.problems.includes(storeAway)) report.problems.push(storeAway);
  }
}
