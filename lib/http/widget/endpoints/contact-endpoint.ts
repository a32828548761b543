import { originHost } from "@/lib/http/origin-host";
import { answerContact } from "../answer-contact";
import { openWidgetRequest } from "../open-widget-request";
import { widgetRoute } from "../widget-route";

/** `/api/widget/contact`: how to reach a visitor, left while nobody is there. */
export const contactEndpoint = widgetRoute("POST", async (request, reader) => {
  const { body, ctx, bot } = await openWidgetRequest(request, reader);
  return answerContact(ctx, bot, {
    body,
    idempotencyKey: request.headers.get("idempotency-key"),
    acceptLanguage: request.headers.get("accept-language"),
    domain: originHost(request),
    words: reader.words,
  });
});
