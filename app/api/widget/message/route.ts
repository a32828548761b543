import { keepWorking } from "@/lib/background-work";
import { getContext } from "@/lib/context";
import { isMessageResponse, type MessageResponse } from "@/lib/contract/message";
import { parseMessageInput } from "@/lib/conversations/receive/message-input";
import { receiveMessage } from "@/lib/conversations/receive/receive-message";
import { originHost } from "@/lib/http/origin-host";
import { claimRequest } from "@/lib/http/widget/idempotency";
import { readJsonBody } from "@/lib/http/widget/read-json-body";
import { requireMessageLimits } from "@/lib/http/widget/require-message-limits";
import { requireWidgetBot } from "@/lib/http/widget/require-widget-bot";
import { streamAnswer, wantsStream } from "@/lib/http/widget/stream-answer";
import { widgetRoute } from "@/lib/http/widget/widget-route";
import { widgetErrorWords } from "@/lib/i18n/widget-errors";

export const dynamic = "force-dynamic";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = widgetRoute(
  "POST",
  async (request, toErrorBody): Promise<MessageResponse | Response> => {
    const body = await readJsonBody(request);
    const ctx = await getContext();
    const bot = await requireWidgetBot(ctx, body.token);
    const input = parseMessageInput(body);
    const [claim] = await bothOrNeither(
      claimRequest(ctx, request.headers.get("idempotency-key"), {
        // Without a chat nothing tells a resend from another visitor's first message with the same key.
        scope: body.chat_id === undefined ? null : [bot.id, input.chatId],
        // As it was read: what is ignored tells no requests apart.
        body: input,
        isAnswer: isMessageResponse,
      }),
      requireMessageLimits(ctx, bot.id, input.chatId),
    );

    const answer = async (onDelta?: (text: string) => void, signal?: AbortSignal) => {
      if (!bot.enabled)
        return {
          success: false as const,
          reply: widgetErrorWords(request.headers.get("accept-language")).paused,
        };
      const domain = originHost(request);
      const acceptLanguage = request.headers.get("accept-language");
      const { chatId, turnId, bubbles, sources, answered, published } = await receiveMessage(
        ctx,
        bot,
        { ...input, domain, acceptLanguage },
        { onDelta, signal },
      );
      keepWorking(published);
      const [reply = "", ...extra] = bubbles;
      return {
        success: true as const,
        reply,
        extra_replies: extra.map((text) => ({ text })),
        chat_id: chatId,
        message_id: turnId,
        sources: sources.map(({ title, quote, url }) => (url ? { title, quote, url } : { title, quote })),
        answered,
      };
    };
    const answerOnce = (...streaming: Parameters<typeof answer>) =>
      claim ? claim.answer(() => answer(...streaming)) : answer(...streaming);
    return wantsStream(request) ? streamAnswer(request.signal, answerOnce, toErrorBody) : answerOnce();
  },
);

/** Both at once; when one is refused, what was claimed is given up again. */
async function bothOrNeither<T extends { release(): Promise<void> } | null, U>(
  claiming: Promise<T>,
  checking: Promise<U>,
): Promise<[T, U]> {
  const [claim, check] = await Promise.allSettled([claiming, checking]);
  if (claim.status === "rejected") throw claim.reason;
  if (check.status === "rejected") {
    await claim.value?.release();
    throw check.reason;
  }
  return [claim.value, check.value];
}
