import { LRUCache } from "lru-cache";
import { sessionTouchMs } from "@/lib/accounts/sessions/session-lifetime";
import { type HoursOfBot, toHours } from "@/lib/bots/hours/to-hours";
import type { Ctx } from "@/lib/context";
import type { Hours } from "@/lib/contract/hours";
import { Prisma } from "@/lib/db/generated/client";
import { processWide } from "@/lib/process-wide";
import { isTold } from "@/lib/teams/alerts/is-told";
import { measureReplies } from "./measure-replies";

/** Whether somebody is there for who awaits a person. */
export type Availability = {
  /** Null where the bot has none. */
  hours: Hours | null;
  /** A member who is told of the bot's visitors had the dashboard open within the last minutes. */
  isSomebodyThere: boolean;
  /** By when most get a reply, in milliseconds from asking; null where nobody knows, or nobody is there. */
  replyMs: number | null;
};

/** Use of a session is noted so often only; a page that stays open says so with its next request. */
const seenMs = sessionTouchMs + 60_000;
const keptMs = 5_000;

/** Whether somebody is there for a bot's visitors, and how soon they reply as a rule. */
export async function getAvailability(
  ctx: Pick<Ctx, "db" | "now">,
  bot: { id: string; teamId: string } & HoursOfBot,
): Promise<Availability> {
  const hours = toHours(bot, ctx.now());
  const [isSomebodyThere, replyMs] = await Promise.all([
    hasMemberThere(ctx, bot),
    hours?.open === false ? null : measureReplies(ctx, bot),
  ]);
  return { hours, isSomebodyThere, replyMs: isSomebodyThere ? replyMs : null };
}

function hasMemberThere(
  { db, now }: Pick<Ctx, "db" | "now">,
  { id, teamId }: { id: string; teamId: string },
): Promise<boolean> {
  const known = there().get(id);
  if (known) return known;
  const looking = db.$queryRaw<{ is: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM sessions s JOIN bots b ON b.team_id = s.team_id AND b.id = ${id}::uuid
      WHERE s.team_id = ${teamId}::uuid AND s.revoked_at IS NULL AND s.last_seen_at > ${new Date(now() - seenMs)}
        AND ${isTold(Prisma.raw("s.user_id"))}
    ) AS is`.then(([found]) => found?.is ?? false);
  there().set(id, looking);
  looking.catch(() => there().delete(id));
  return looking;
}

function there(): LRUCache<string, Promise<boolean>> {
  return processWide("members-there", () => new LRUCache({ max: 2_000, ttl: keptMs }));
}
