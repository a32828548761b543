import { recordWidgetPing } from "@/lib/bots/token/record-widget-ping";
import { getContext } from "@/lib/context";
import type { DoneResponse } from "@/lib/contract/envelopes";
import { originHost } from "@/lib/http/origin-host";
import { requireLimit } from "@/lib/http/require-limit";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { readJsonBody } from "../read-json-body";
import { requireWidgetBot } from "../require-widget-bot";
import { widgetRoute } from "../widget-route";

/** `/api/widget/ping`: notes when and where the widget was seen. */
export const pingEndpoint = widgetRoute("POST", async (request) => {
  const body = await readJsonBody(request);
  const ctx = await getContext();
  const bot = await requireWidgetBot(ctx, body.token);
  await requireLimit(ctx, limitPolicies.widgetPing);
  await recordWidgetPing(ctx, bot, originHost(request));
  return { success: true } satisfies DoneResponse;
});
