import type { Bot } from "@/lib/db/generated/client";
import { requireRow } from "@/lib/db/require-row";
import type { Actor, ActorCtx } from "@/lib/identity/actor";
import { getBot } from "./get-bot";

/** Throws AppError `not_found` where `getBot` returns null. */
export async function requireBot(ctx: ActorCtx<Actor>, botId: string): Promise<Bot> {
  return requireRow(await getBot(ctx, botId), "no such bot in the actor's team");
}
