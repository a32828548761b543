import type { Ctx } from "@/lib/context";
import { kvTtlMs, sightingKey } from "@/lib/kv/keys";
import { unlessDown } from "@/lib/kv/kv-down";
import type { WidgetBot } from "./get-bot-by-token";

type Seen = { domain: string | null };

/**
 * Notes that the bot's widget was loaded just now, on `domain`; null leaves the domain as it was. Another domain than
 * the last is written at once, the same one every ten seconds at most: a busy page does not write to the bot with each
 * visitor. While the store is away each ping is written.
 */
export async function recordWidgetPing(
  ctx: Pick<Ctx, "db" | "kv">,
  { id, teamId }: Pick<WidgetBot, "id" | "teamId">,
  domain: string | null,
): Promise<void> {
  const key = sightingKey(teamId, id);
  const last = await unlessDown(() => ctx.kv.redis.get<Seen>(key));
  if (last && (domain === null || domain === last.domain)) return;
  await ctx.db.$executeRaw`
    WITH bot AS (
      UPDATE bots SET widget_last_seen_at = now(), widget_last_domain = COALESCE(${domain}, widget_last_domain)
      WHERE id = ${id}::uuid AND team_id = ${teamId}::uuid AND deleted_at IS NULL
      RETURNING id, team_id
    )
    INSERT INTO sightings AS s (team_id, bot_id, domain, first_seen_at, last_seen_at)
    SELECT team_id, id, ${domain}, now(), now() FROM bot WHERE ${domain}::text IS NOT NULL
    ON CONFLICT (bot_id, domain) DO UPDATE SET last_seen_at = GREATEST(EXCLUDED.last_seen_at, s.last_seen_at)`;
  await unlessDown(() => ctx.kv.redis.set(key, { domain } satisfies Seen, { px: kvTtlMs.sighting }));
}
