import { getBotByToken, type WidgetBot } from "@/lib/bots/get-bot-by-token";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors";

/** The bot of a widget token; throws AppError `not_found` when it is missing, malformed, unknown or stopped. */
export async function requireWidgetBot(ctx: Pick<Ctx, "db">, token: unknown): Promise<WidgetBot> {
  const bot = typeof token === "string" ? await getBotByToken(ctx, token) : null;
  if (!bot) throw new AppError("not_found", "no bot has this token", { reason: "invalid_token" });
  return bot;
}
