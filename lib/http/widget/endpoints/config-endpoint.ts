import { toHours } from "@/lib/bots/hours/to-hours";
import { getContext } from "@/lib/context";
import type { ConfigResponse } from "@/lib/contract/config";
import { toWidgetConfig } from "@/lib/contract/to-widget-config";
import { requireWidgetBot } from "../require-widget-bot";
import { widgetRoute } from "../widget-route";

/** `/api/widget/config`: the bot's looks, and whether it answers. */
export const configEndpoint = widgetRoute("GET", async (request) => {
  const token = new URL(request.url).searchParams.get("token");
  const ctx = await getContext();
  const bot = await requireWidgetBot(ctx, token);
  return {
    success: true,
    config: { ...toWidgetConfig(bot), hours: toHours(bot, ctx.now()) },
  } satisfies ConfigResponse;
});
