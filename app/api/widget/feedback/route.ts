import { getContext } from "@/lib/context";
import { parseFeedbackInput } from "@/lib/conversations/feedback-input";
import { rateTurn } from "@/lib/conversations/rate-turn";
import type { FeedbackResponse } from "@/lib/http/contract";
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
  const input = parseFeedbackInput(body);
  await requireLimit(ctx, limitPolicies.widgetFeedback);
  await rateTurn(ctx, bot, input);
  return { success: true } satisfies FeedbackResponse;
});
