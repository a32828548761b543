import { keepWorking } from "@/lib/background-work";
import type { WidgetBot } from "@/lib/bots/token/get-bot-by-token";
import type { Ctx } from "@/lib/context";
import { isMessageResponse, type MessageResponse } from "@/lib/contract/message";
import { parseMessageInput } from "@/lib/conversations/receive/message-input";
import { type ReceivedAnswer, receiveMessage } from "@/lib/conversations/receive/receive-message";
import type { WidgetErrorWords } from "@/lib/i18n/widget-errors";
import { claimRequest } from "./idempotency";
import { requireMessageLimits } from "./require-message-limits";

export type AskedMessage = {
  body: Record<string, unknown>;
  /** Header values as they came; null for none. */
  idempotencyKey: string | null;
  acceptLanguage: string | null;
  /** The host of the page. */
  domain: string | null;
  /** What the server itself says, in the visitor's language. */
  words: () => WidgetErrorWords;
};

/** Looks for the answer; `onDelta` gets its words as they come, and the signal says that nobody waits for it any more. */
export type AnswerMessage = (
  onDelta?: (text: string) => void,
  signal?: AbortSignal,
) => Promise<MessageResponse>;

/**
 * Checks a visitor's message as the contract says: fields, then limits, which count it. What is returned answers it, or gives the
 * first answer again to a resend with its `Idempotency-Key`. Throws AppError `bad_request` and `rate_limited`.
 */
export async function answerWidgetMessage(
  ctx: Ctx,
  bot: WidgetBot,
  asked: AskedMessage,
): Promise<AnswerMessage> {
  const { body, idempotencyKey, acceptLanguage, domain, words } = asked;
  const input = parseMessageInput(body);
  const [claim] = await bothOrNeither(
    claimRequest(ctx, idempotencyKey, {
      // Without a chat nothing tells a resend from another visitor's first message with the same key.
      scope: body.chat_id === undefined ? null : [bot.id, input.chatId],
      // As it was read: what is ignored tells no requests apart.
      body: input,
      isAnswer: isMessageResponse,
    }),
    requireMessageLimits(ctx, bot.id, input.chatId),
  );

  const answer: AnswerMessage = async (onDelta, signal) => {
    if (!bot.enabled) return { success: false, reply: words().paused };
    const received = await receiveMessage(
      ctx,
      bot,
      { ...input, domain, acceptLanguage },
      { onDelta, signal },
    );
    keepWorking(received.published);
    return toResponse(received);
  };
  return claim ? (...streaming) => claim.answer(() => answer(...streaming)) : answer;
}

function toResponse({ chatId, turnId, bubbles, sources, answered }: ReceivedAnswer): MessageResponse {
  const [reply = "", ...extra] = bubbles;
  return {
    success: true,
    reply,
    extra_replies: extra.map((text) => ({ text })),
    chat_id: chatId,
    message_id: turnId,
    sources: sources.map(({ title, quote, url }) => (url ? { title, quote, url } : { title, quote })),
    answered,
  };
}

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
