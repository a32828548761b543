import { parseWidgetLocale } from "@/lib/bots/settings/widget-choices";
import { getContext } from "@/lib/context";
import type { ConfigResponse } from "@/lib/http/contract";
import { requireWidgetBot } from "@/lib/http/widget/require-widget-bot";
import { widgetRoute } from "@/lib/http/widget/widget-route";

export const dynamic = "force-dynamic";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = widgetRoute("GET", async (request) => {
  const token = new URL(request.url).searchParams.get("token");
  const bot = await requireWidgetBot(await getContext(), token);
  return {
    success: true,
    config: {
      primary_color: bot.primaryColor,
      position: bot.position,
      bot_name: bot.botName,
      avatar_url: bot.avatarUrl,
      welcome: bot.welcome,
      placeholder: bot.placeholder,
      enabled: bot.enabled,
      locale: parseWidgetLocale(bot.locale),
      theme: bot.theme,
      suggestions: bot.suggestions,
      show_sources: bot.showSources,
      person: bot.offersPerson,
      retention_days: bot.retentionDays,
    },
  } satisfies ConfigResponse;
});
