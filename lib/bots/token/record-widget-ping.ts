import type { Ctx } from "@/lib/context";
import type { WidgetBot } from "./get-bot-by-token";

/** Notes that the bot's widget was loaded just now, on `domain`; null leaves the domain as it was. */
export async function recordWidgetPing(
  ctx: Pick<Ctx, "db">,
  { id, teamId }: Pick<WidgetBot, "id" | "teamId">,
  domain: string | null,
): Promise<void> {
  await ctx.db.$executeRaw`
    UPDATE bots SET widget_last_seen_at = now(), widget_last_domain = coalesce(${domain}, widget_last_domain)
    WHERE id = ${id}::uuid AND team_id = ${teamId}::uuid AND deleted_at IS NULL`;
}
