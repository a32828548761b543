import type { WidgetBot } from "@/lib/bots/token/get-bot-by-token";
import { type Ctx, getContext } from "@/lib/context";
import { parseLocale } from "@/lib/conversations/receive/message-input";
import { readJsonBody } from "./read-json-body";
import { requireWidgetBot } from "./require-widget-bot";
import type { WidgetRequest } from "./widget-request";
import type { Reader } from "./widget-route";

/**
 * What every POST of the widget begins with: the body, and the bot of its token. The reader's languages are noted as
 * they are told. Throws AppError `bad_request`, `not_found` and `rate_limited`.
 */
export async function openWidgetRequest(
  request: WidgetRequest,
  { told }: Reader,
): Promise<{ body: Record<string, unknown>; ctx: Ctx; bot: WidgetBot }> {
  const body = await readJsonBody(request);
  told.page = parseLocale(body.locale);
  const ctx = await getContext();
  const bot = await requireWidgetBot(ctx, body.token);
  told.bot = bot.locale;
  return { body, ctx, bot };
}
