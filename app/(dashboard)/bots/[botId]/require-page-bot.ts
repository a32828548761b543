import { forbidden, notFound } from "next/navigation";
import { cache } from "react";
import { getBot } from "@/lib/bots/get-bot";
import { can, type Permission } from "@/lib/identity/permissions";
import { requirePageActor } from "@/lib/session/require-page-actor";

/** The bot of a page with the actor's context: 404 unless it is the team's own, 403 without the permission. */
export async function requirePageBot(
  params: Promise<{ botId: string }>,
  permission: Permission = "bot.read",
) {
  const page = await readPageBot((await params).botId);
  if (!can(page.ctx.actor, permission)) forbidden();
  return page;
}

/** One read for the layout, the page in it and the page's title; null when the team has no such bot. */
export const readBot = cache(async (botId: string) => getBot(await requirePageActor(), botId));

const readPageBot = cache(async (botId: string) => {
  const ctx = await requirePageActor("bot.read");
  const bot = await readBot(botId);
  if (!bot) notFound();
  return { ctx, bot };
});
