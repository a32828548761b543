import { recordWidgetPing } from "@/lib/bots/record-widget-ping";
import { getContext } from "@/lib/context";
import type { PingResponse } from "@/lib/http/contract";
import { originHost } from "@/lib/http/origin-host";
import { readJsonBody } from "@/lib/http/read-json-body";
import { requireLimit } from "@/lib/http/require-limit";
import { requireWidgetBot } from "@/lib/http/require-widget-bot";
import { widgetRoute } from "@/lib/http/widget-route";
import { limitPolicies } from "@/lib/kv/limit-policies";

export const dynamic = "force-dynamic";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = widgetRoute("POST", async (request) => {
  const body = await readJsonBody(request);
  const ctx = await getContext();
  const bot = await requireWidgetBot(ctx, body.token);
  await requireLimit(ctx, limitPolicies.widgetPing);
  await recordWidgetPing(ctx, bot, originHost(request));
  return { success: true } satisfies PingResponse;
});
