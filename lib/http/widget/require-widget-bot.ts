import { getBotByToken, isServedToken, type WidgetBot } from "@/lib/bots/token/get-bot-by-token";
import { isUnknownToken, rememberUnknownToken } from "@/lib/bots/token/unknown-tokens";
import { isWidgetToken } from "@/lib/bots/token/widget-token";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { pastLimit, requireLimit } from "@/lib/http/require-limit";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { knownRefusal } from "@/lib/kv/limits/limits";
import { clientIp } from "@/lib/request-context";

/**
 * The bot of a widget token. Throws AppError `not_found` when it is missing, malformed, unknown or stopped, and
 * `rate_limited` with `retryAfter` seconds when the client asked for such ones too often: then a token that this
 * process hasn't served is not looked up. An unknown one is remembered for ten seconds.
 */
export async function requireWidgetBot(ctx: Pick<Ctx, "db" | "kv">, token: unknown): Promise<WidgetBot> {
  const policy = limitPolicies.unknownToken;
  const given = typeof token === "string" ? token : "";
  if (!isServedToken(given)) {
    const refusal = knownRefusal(ctx.kv, policy, clientIp());
    if (refusal) throw pastLimit(policy, refusal.retryAfter);
  }
  const bot = isUnknownToken(given) ? null : await getBotByToken(ctx, given);
  if (bot) return bot;
  if (isWidgetToken(given)) rememberUnknownToken(given);
  await requireLimit(ctx, policy);
  throw new AppError("not_found", "no bot has this token", { reason: "invalid_token" });
}
