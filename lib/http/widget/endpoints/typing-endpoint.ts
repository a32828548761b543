import type { DoneResponse } from "@/lib/contract/envelopes";
import { noteVisitorTyping } from "@/lib/conversations/visitor/note-visitor-typing";
import { requireLimit } from "@/lib/http/require-limit";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { openWidgetRequest } from "../open-widget-request";
import { requireVisitorChat, visitorHeader } from "../require-visitor-chat";
import { widgetRoute } from "../widget-route";

/** `/api/widget/typing`: the visitor of a chat is writing. */
export const typingEndpoint = widgetRoute("POST", async (request, reader) => {
  const { body, ctx, bot } = await openWidgetRequest(request, reader);
  await requireLimit(ctx, limitPolicies.widgetTyping);
  const key = request.headers.get(visitorHeader);
  await noteVisitorTyping(ctx, await requireVisitorChat(bot, String(body.token), key));
  return { success: true } satisfies DoneResponse;
});
