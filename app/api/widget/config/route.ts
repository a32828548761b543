import { getContext } from "@/lib/context";
import type { ConfigResponse } from "@/lib/contract/config";
import { toWidgetConfig } from "@/lib/contract/to-widget-config";
import { requireWidgetBot } from "@/lib/http/widget/require-widget-bot";
import { widgetRoute } from "@/lib/http/widget/widget-route";

export const dynamic = "force-dynamic";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = widgetRoute("GET", async (request) => {
  const token = new URL(request.url).searchParams.get("token");
  const bot = await requireWidgetBot(await getContext(), token);
  return {
    success: true,
    config: toWidgetConfig(bot),
  } satisfies ConfigResponse;
});
