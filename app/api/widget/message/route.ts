import { getContext } from "@/lib/context";
import { parseMessageInput } from "@/lib/conversations/message-input";
import { receiveMessage } from "@/lib/conversations/receive-message";
import type { MessageResponse } from "@/lib/http/contract";
import { originHost } from "@/lib/http/origin-host";
import { readJsonBody } from "@/lib/http/read-json-body";
import { requireLimit } from "@/lib/http/require-limit";
import { requireWidgetBot } from "@/lib/http/require-widget-bot";
import { widgetRoute } from "@/lib/http/widget-route";
import { widgetErrorWords } from "@/lib/i18n/widget-errors";
import { limitPolicies } from "@/lib/kv/limit-policies";

export const dynamic = "force-dynamic";

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = widgetRoute(
  "POST",
  async (request): Promise<MessageResponse> => {
    const body = await readJsonBody(request);
    const ctx = await getContext();
    const bot = await requireWidgetBot(ctx, body.token);
    const input = parseMessageInput(body);
    await requireLimit(ctx, limitPolicies.widgetMessage);
    if (!bot.enabled) {
      return { success: false, reply: widgetErrorWords(request.headers.get("accept-language")).paused };
    }
    const { chatId, bubbles, sources, answered } = await receiveMessage(ctx, bot, {
      ...input,
      domain: originHost(request),
    });
    const [reply = "", ...extra] = bubbles;
    return {
      success: true,
      reply,
      extra_replies: extra.map((text) => ({ text })),
      chat_id: chatId,
      sources: sources.map(({ title, quote, url }) => (url ? { title, quote, url } : { title, quote })),
      answered,
    };
  },
);
