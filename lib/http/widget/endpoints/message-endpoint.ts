import { originHost } from "@/lib/http/origin-host";
import { answerWidgetMessage } from "../answer-widget-message";
import { openWidgetRequest } from "../open-widget-request";
import { visitorHeader } from "../require-visitor-chat";
import { streamAnswer, wantsStream } from "../stream-answer";
import { widgetRoute } from "../widget-route";

/** `/api/widget/message`: the answer to a visitor's message, whole or as a stream of events. */
export const messageEndpoint = widgetRoute("POST", async (request, reader) => {
  const { body, ctx, bot } = await openWidgetRequest(request, reader);
  const answer = await answerWidgetMessage(ctx, bot, {
    body,
    idempotencyKey: request.headers.get("idempotency-key"),
    acceptLanguage: request.headers.get("accept-language"),
    userAgent: request.headers.get("user-agent"),
    visitorKey: request.headers.get(visitorHeader),
    domain: originHost(request),
    words: reader.words,
  });
  return wantsStream(request) ? streamAnswer(request.signal, answer, reader.toErrorBody) : answer();
});
