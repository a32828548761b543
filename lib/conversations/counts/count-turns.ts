import type { Ctx } from "@/lib/context";
import { completeMessagesJob } from "@/lib/conversations/turns/complete-messages";
import { uuidv7Ms, withUuidv7Ms } from "@/lib/db/uuidv7";
import { countFacts, noFacts, type QuarterFacts, quarterMs } from "./count-facts";
import { writeCounts } from "./write-counts";

const job = "count-turns";
const hourMs = 60 * 60_000;
/** What was counted so long ago may still change: answers come, turns end, ratings are given, clocks differ. */
const recountMs = 2 * hourMs;
/** Chats that began or were rated later are all there still: retention takes none that is so young. */
const settledMs = 24 * hourMs;
/** So much of the archive is counted before it is written. */
const spanMs = 24 * hourMs;
const nilUuid = "00000000-0000-0000-0000-000000000000";

/**
 * Brings the counts by bot and quarter-hour, and usage by month, up to what the archive holds: the last two hours
 * again, all since the last run, and the first time all there is. Only short statements; twice changes nothing
 * more. Returns up to when everything is counted, Unix milliseconds; null while turns of an earlier release are
 * still to be completed.
 * @param signal ends it between two statements: it throws, and the next run goes on about there
 */
export async function countTurns(
  { db, now }: Pick<Ctx, "db" | "now">,
  signal?: AbortSignal,
): Promise<number | null> {
  if (!(await db.checkpoint.findUnique({ where: { job: completeMessagesJob } }))) return null;
  const end = startOfQuarter(now()) + quarterMs;
  const settledBefore = now() - settledMs;
  const checkpoint = await db.checkpoint.findUnique({ where: { job } });
  let from = checkpoint ? startOfQuarter(checkpoint.at.getTime() - recountMs) : 0;
  for (;;) {
    signal?.throwIfAborted();
    const first = await findFirst(db, from, end, settledBefore);
    from = first === null ? end : startOfQuarter(first);
    if (from >= end) break;
    const to = Math.min(from + spanMs, end);
    const counts = await countFacts({ db }, from, to, signal);
    const emptied = await listEmptied(db, from, to, settledBefore, counts);
    await writeCounts({ db }, [...counts, ...emptied], settledBefore);
    from = to;
    await noteDone(db, Math.min(to, now()));
  }
  await noteDone(db, now());
  return now();
}

function startOfQuarter(ms: number): number {
  return Math.floor(ms / quarterMs) * quarterMs;
}

/** When the first thing happened, at `from` or later, that is to be counted, or was and may not be there any more. */
async function findFirst(
  db: Ctx["db"],
  from: number,
  to: number,
  settledBefore: number,
): Promise<number | null> {
  const after = withUuidv7Ms(nilUuid, from);
  const at = new Date(from);
  const [turn, chat, rating, count] = await Promise.all([
    db.message.findFirst({ where: { id: { gt: after } }, orderBy: { id: "asc" }, select: { id: true } }),
    db.conversation.findFirst({ where: { id: { gt: after } }, orderBy: { id: "asc" }, select: { id: true } }),
    db.message.findFirst({
      where: { ratedAt: { gte: at } },
      orderBy: { ratedAt: "asc" },
      select: { ratedAt: true },
    }),
    db.quarterCount.findFirst({
      where: rated(from, to, settledBefore),
      orderBy: { at: "asc" },
      select: { at: true },
    }),
  ]);
  const times = [
    turn && uuidv7Ms(turn.id),
    chat && uuidv7Ms(chat.id),
    rating?.ratedAt?.getTime(),
    count?.at.getTime(),
  ];
  const known = times.filter((time) => typeof time === "number");
  return known.length > 0 ? Math.min(...known) : null;
}

/** Counts whose ratings were all taken back: what is there now has none of them. */
async function listEmptied(
  db: Ctx["db"],
  from: number,
  to: number,
  settledBefore: number,
  counts: QuarterFacts[],
): Promise<QuarterFacts[]> {
  const known = new Set(counts.map(({ botId, at }) => `${botId} ${at}`));
  const rows = await db.quarterCount.findMany({
    where: rated(from, to, settledBefore),
    select: { botId: true, at: true },
  });
  return rows
    .map(({ botId, at }) => noFacts(botId, at.getTime()))
    .filter(({ botId, at }) => !known.has(`${botId} ${at}`));
}

function rated(from: number, to: number, settledBefore: number) {
  return {
    at: { gte: new Date(Math.max(from, settledBefore)), lt: new Date(to) },
    OR: [{ ratedUp: { gt: 0 } }, { ratedDown: { gt: 0 } }],
  };
}

async function noteDone(db: Ctx["db"], ms: number): Promise<void> {
  const done = { job, at: new Date(ms) };
  await db.checkpoint.upsert({ where: { job }, create: done, update: done });
}
