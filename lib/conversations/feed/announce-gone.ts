import { setTimeout } from "node:timers/promises";
import { keepWorking } from "@/lib/background-work";
import type { Ctx } from "@/lib/context";
import { chatIdOf, type FeedEvent, isFeedEvent } from "@/lib/conversations/turns/turn";
import { readJsonEntries, toJsonField } from "@/lib/kv/json-value";
import { feedKey, kvMaxLength, kvTtlMs } from "@/lib/kv/keys";
import { logError } from "@/lib/log";

const pageSize = 500;
/** By then whoever follows the feed has read that the chat is gone, over REST too. */
const readMs = 3_000;

/**
 * Tells all who follow the team's feed that a chat is gone, and soon afterwards takes out of the feed what it said
 * of the chat before. Whoever comes back to one of those entries reads its lists again. Throws as the store does
 * while it is away.
 */
export async function announceGone(
  { kv }: Pick<Ctx, "kv">,
  teamId: string,
  conversationId: string,
  waitMs = readMs,
): Promise<void> {
  const feed = feedKey(teamId);
  const event: FeedEvent = { type: "gone", id: conversationId };
  const [told] = await kv.redis
    .multi()
    .xadd(feed, "*", toJsonField(event), {
      trim: { type: "MAXLEN", comparison: "~", threshold: kvMaxLength.feed },
    })
    .pexpire(feed, kvTtlMs.feed)
    .exec<[string, number]>();
  keepWorking(
    setTimeout(waitMs)
      .then(() => takeOut({ kv }, feed, conversationId, told))
      .catch((error) =>
        logError("a team's feed still says something of a chat that is gone", error, { conversationId }),
      ),
  );
}

async function takeOut(
  { kv }: Pick<Ctx, "kv">,
  feed: string,
  conversationId: string,
  until: string,
): Promise<void> {
  for (let after = "-"; ; ) {
    const page = readJsonEntries(await kv.redis.xrange(feed, after, until, pageSize));
    const said = page.flatMap(({ id, value }) =>
      id !== until && isFeedEvent(value) && chatIdOf(value) === conversationId ? [id] : [],
    );
    if (said.length > 0) await kv.redis.xdel(feed, said);
    const last = page.at(-1)?.id;
    if (!last || page.length < pageSize) return;
    after = `(${last}`;
  }
}
