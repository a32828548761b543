import { recordWidgetPing } from "@/lib/bots/token/record-widget-ping";
import type { DoneResponse } from "@/lib/contract/envelopes";
import { originHost } from "@/lib/http/origin-host";
import { requireLimit } from "@/lib/http/require-limit";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { openWidgetRequest } from "../open-widget-request";
import { widgetRoute } from "../widget-route";

/** `/api/widget/ping`: notes when and where the widget was seen. */
export const pingEndpoint = widgetRoute("POST", async (request, reader) => {
  const { ctx, bot } = await openWidgetRequest(request, reader);
  await requireLimit(ctx, limitPolicies.widgetPing);
  await recordWidgetPing(ctx, bot, originHost(request));
  return { success: true } satisfies DoneResponse;
});
