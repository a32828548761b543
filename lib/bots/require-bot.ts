import type { Bot } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import type { ActorCtx } from "@/lib/identity/actor";
import { getBot } from "./get-bot";

/** Throws AppError `not_found` where `getBot` returns null. */
export async function requireBot(ctx: ActorCtx, botId: string): Promise<Bot> {
  const bot = await getBot(ctx, botId);
  if (!bot) throw new AppError("not_found", "no such bot in the actor's team");
  return bot;
}
