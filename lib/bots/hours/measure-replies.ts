import { LRUCache } from "lru-cache";
import { type HoursOfBot, toHours } from "@/lib/bots/hours/to-hours";
import type { Ctx } from "@/lib/context";
import { processWide } from "@/lib/process-wide";

const lookBackMs = 30 * 24 * 3_600_000;
/** Who asked so shortly ago may still get a reply in time. */
const undecidedMs = 4 * 3_600_000;
const mostChats = 500;
const fewest = 8;
/** So many of all who asked had a reply by then. */
const share = 0.75;
const keptMs = 5 * 60_000;

/**
 * Within how many milliseconds of asking for a person three of four visitors of a bot had a person's reply, of those
 * who asked within its hours in the last 30 days; who never got one counts. Null where fewer than eight asked, or it
 * took longer than four hours.
 * Remembered for five minutes in this process.
 */
export async function measureReplies(
  ctx: Pick<Ctx, "db" | "now">,
  bot: { id: string; teamId: string } & HoursOfBot,
): Promise<number | null> {
  const known = measured().get(bot.id);
  if (known) return known;
  const measuring = measure(ctx, bot);
  measured().set(bot.id, measuring);
  measuring.catch(() => measured().delete(bot.id));
  return measuring;
}

function measured(): LRUCache<string, Promise<number | null>> {
  return processWide("reply-times", () => new LRUCache({ max: 2_000, ttl: keptMs }));
}

async function measure(
  { db, now }: Pick<Ctx, "db" | "now">,
  bot: { id: string; teamId: string } & HoursOfBot,
): Promise<number | null> {
  const at = now();
  const asked = await db.$queryRaw<{ at: Date; repliedAt: Date | null }[]>`
    SELECT asked.created_at AS at, reply.created_at AS "repliedAt"
    FROM (
      SELECT id FROM conversations
      WHERE team_id = ${bot.teamId}::uuid AND bot_id = ${bot.id}::uuid AND last_activity_at > ${new Date(at - lookBackMs)}
      ORDER BY last_activity_at DESC LIMIT ${mostChats}
    ) c
    CROSS JOIN LATERAL (
      SELECT id, created_at FROM messages
      WHERE conversation_id = c.id AND author = 'bot' AND answered_by = 'person' ORDER BY id LIMIT 1
    ) asked
    LEFT JOIN LATERAL (
      SELECT created_at FROM messages
      WHERE conversation_id = c.id AND author = 'agent' AND kind = 'message' AND id > asked.id ORDER BY id LIMIT 1
    ) reply ON true`;
  const waits = asked
    .filter((each) => toHours(bot, each.at.getTime())?.open ?? true)
    .filter((each) => each.repliedAt !== null || each.at.getTime() < at - undecidedMs)
    .map((each) => (each.repliedAt?.getTime() ?? Number.POSITIVE_INFINITY) - each.at.getTime())
    .toSorted((a, b) => a - b);
  if (waits.length < fewest) return null;
  const wait = waits[Math.ceil(waits.length * share) - 1] ?? Number.POSITIVE_INFINITY;
  return wait <= undecidedMs ? wait : null;
}
