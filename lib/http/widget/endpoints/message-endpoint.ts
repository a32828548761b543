import { getContext } from "@/lib/context";
import { originHost } from "@/lib/http/origin-host";
import { answerWidgetMessage } from "../answer-widget-message";
import { readJsonBody } from "../read-json-body";
import { requireWidgetBot } from "../require-widget-bot";
import { streamAnswer, wantsStream } from "../stream-answer";
import { widgetRoute } from "../widget-route";

/** `/api/widget/message`: the answer to a visitor's message, whole or as a stream of events. */
export const messageEndpoint = widgetRoute("POST", async (request, toErrorBody) => {
  const body = await readJsonBody(request);
  const ctx = await getContext();
  const bot = await requireWidgetBot(ctx, body.token);
  const answer = await answerWidgetMessage(ctx, bot, {
    body,
    idempotencyKey: request.headers.get("idempotency-key"),
    acceptLanguage: request.headers.get("accept-language"),
    domain: originHost(request),
  });
  return wantsStream(request) ? streamAnswer(request.signal, answer, toErrorBody) : answer();
});
