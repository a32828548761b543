import type { DoneResponse } from "@/lib/contract/envelopes";
import { parseFeedbackInput } from "@/lib/conversations/receive/feedback-input";
import { rateTurn } from "@/lib/conversations/receive/rate-turn";
import { requireLimit } from "@/lib/http/require-limit";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { maskPersonal } from "@/lib/language/mask-personal";
import { openWidgetRequest } from "../open-widget-request";
import { widgetRoute } from "../widget-route";

/** `/api/widget/feedback`: what a visitor thinks of an answer. */
export const feedbackEndpoint = widgetRoute("POST", async (request, reader) => {
  const { body, ctx, bot } = await openWidgetRequest(request, reader);
  const input = parseFeedbackInput(body);
  await requireLimit(ctx, limitPolicies.widgetFeedback);
  const reason = bot.masksPersonal ? maskPersonal(input.reason) : input.reason;
  await rateTurn(ctx, bot, { ...input, reason });
  return { success: true } satisfies DoneResponse;
});
