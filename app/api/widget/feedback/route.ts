import { getContext } from "@/lib/context";
import type { DoneResponse } from "@/lib/contract/envelopes";
import { parseFeedbackInput } from "@/lib/conversations/receive/feedback-input";
import { rateTurn } from "@/lib/conversations/receive/rate-turn";
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
  const input = parseFeedbackInput(body);
  await requireLimit(ctx, limitPolicies.widgetFeedback);
  await rateTurn(ctx, bot, input);
  return { success: true } satisfies DoneResponse;
});
