import { getContext } from "@/lib/context";
import type { DoneResponse } from "@/lib/contract/envelopes";
import { parseFeedbackInput } from "@/lib/conversations/receive/feedback-input";
import { rateTurn } from "@/lib/conversations/receive/rate-turn";
import { requireLimit } from "@/lib/http/require-limit";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { readJsonBody } from "../read-json-body";
import { requireWidgetBot } from "../require-widget-bot";
import { widgetRoute } from "../widget-route";

/** `/api/widget/feedback`: what a visitor thinks of an answer. */
export const feedbackEndpoint = widgetRoute("POST", async (request) => {
  const body = await readJsonBody(request);
  const ctx = await getContext();
  const bot = await requireWidgetBot(ctx, body.token);
  const input = parseFeedbackInput(body);
  await requireLimit(ctx, limitPolicies.widgetFeedback);
  await rateTurn(ctx, bot, input);
  return { success: true } satisfies DoneResponse;
});
