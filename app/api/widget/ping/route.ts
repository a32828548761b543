import { recordWidgetPing } from "@/lib/bots/token/record-widget-ping";
import { getContext } from "@/lib/context";
import type { DoneResponse } from "@/lib/contract/envelopes";
import { originHost } from "@/lib/http/origin-host";
import { requireLimit } from "@/lib/http/require-limit";
import { readJsonBody } from "@/lib/http/widget/read-json-body";
import { requireWidgetBot } from "@/lib/http/widget/require-widget-bot";
import { widgetRoute } from "@/lib/http/widget/widget-route";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";

export const dynamic = "force-dynamic";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = widgetRoute("POST", async (request) => {
  const body = await readJsonBody(request);
  const ctx = await getContext();
  const bot = await requireWidgetBot(ctx, body.token);
  await requireLimit(ctx, limitPolicies.widgetPing);
  await recordWidgetPing(ctx, bot, originHost(request));
  return { success: true } satisfies DoneResponse;
});
