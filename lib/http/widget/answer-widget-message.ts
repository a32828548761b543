import { keepWorking } from "@/lib/background-work";
import type { WidgetBot } from "@/lib/bots/token/get-bot-by-token";
import type { Ctx } from "@/lib/context";
import {
  isMessageResponse,
  type MessageAnswer,
  type MessageResponse,
  messageRequest,
} from "@/lib/contract/message";
import type { Person } from "@/lib/contract/person";
import { isBlocked } from "@/lib/conversations/blocked/is-blocked";
import { toPicture } from "@/lib/conversations/pictures/picture-link";
import { parseMessageInput } from "@/lib/conversations/receive/message-input";
import { type ReceivedAnswer, receiveMessage } from "@/lib/conversations/receive/receive-message";
import { noteShown } from "@/lib/conversations/reply-mails/note-shown";
import { hasHandoff } from "@/lib/conversations/visitor/has-handoff";
import { listPersonTurns, type PersonTurn } from "@/lib/conversations/visitor/list-person-turns";
import { toPerson } from "@/lib/conversations/visitor/to-person";
import { toQuotes } from "@/lib/conversations/visitor/to-quotes";
import { toWaitFields } from "@/lib/conversations/visitor/to-wait-fields";
import { createVisitorKey, readVisitorKey } from "@/lib/conversations/visitor/visitor-key";
import type { WidgetErrorWords } from "@/lib/i18n/words/widget-errors";
import { type CountedMessage, countMessage } from "./count-message";
import { claimRequest } from "./idempotency";

export type AskedMessage = {
  body: Record<string, unknown>;
  /** Header values as they came; null for none. */
  idempotencyKey: string | null;
  acceptLanguage: string | null;
  userAgent: string | null;
  visitorKey: string | null;
  /** The host of the page. */
  domain: string | null;
  /** What the server itself says, in the visitor's language. */
  words: () => WidgetErrorWords;
};

type WrittenReply = MessageAnswer["extra_replies"][number];

/**
 * Looks for the answer; `onDelta` gets its words as they come, and the signal says that nobody waits for it any more.
 */
export type AnswerMessage = (
  onDelta?: (text: string) => void,
  signal?: AbortSignal,
) => Promise<MessageResponse>;

/**
 * Checks a visitor's message as the contract says: fields, then limits, which count it. What is returned
 * answers it, or gives the first answer again to a resend with its `Idempotency-Key`. Throws AppError
 * `bad_request` and `rate_limited`.
 */
export async function answerWidgetMessage(
  ctx: Ctx,
  bot: WidgetBot,
  asked: AskedMessage,
): Promise<AnswerMessage> {
  const { body, idempotencyKey, acceptLanguage, userAgent, domain, words } = asked;
  /** Of a chat that began with this very request: what is kept for a resend is kept without it. */
  let madeKey: string | undefined;
  /** Whether this very request became a turn that was answered: only that counts for the month. */
  let isAnswered = false;
  const input = parseMessageInput(body);
  const [claim, counted] = await bothOrNeither(
    claimRequest(ctx, idempotencyKey, {
      // Without a chat nothing tells a resend from another visitor's first message with the same key.
      scope: body.chat_id === undefined ? null : [bot.id, input.chatId],
      // As it was read: what is ignored tells no requests apart.
      body: input,
      isAnswer: isMessageResponse,
    }),
    countMessage(ctx, bot, input.chatId),
  );

  const answer: AnswerMessage = async (onDelta, signal) => {
    const who = { chatId: input.chatId, email: input.visitor?.email ?? null };
    if (!bot.enabled || (await isBlocked(ctx, bot, who))) return { success: false, reply: words().paused };
    const received = await receiveMessage(
      ctx,
      bot,
      { ...input, domain, acceptLanguage, userAgent, isOverQuota: counted.isOverQuota },
      { onDelta, signal },
    );
    isAnswered = true;
    keepWorking(received.published);
    if (received.isNew) madeKey = await createVisitorKey(String(body.token), received.conversationId);
    const written = await readWritten(ctx, received, asked);
    return toResponse(received, written, await toPerson(ctx, received.desk));
  };
  return async (...streaming) => {
    try {
      const response = await (claim ? claim.answer(() => answer(...streaming)) : answer(...streaming));
      return response.success && madeKey ? { ...response, visitor_key: madeKey } : response;
    } finally {
      if (!isAnswered) counted.giveBack();
    }
  };
}

/**
 * What members wrote since the turn that a client names, where it shows the chat's key and somebody awaits
 * or has a person.
 */
async function readWritten(
  ctx: Ctx,
  { conversationId, desk, contact }: ReceivedAnswer,
  { body, visitorKey }: AskedMessage,
): Promise<WrittenReply[]> {
  const since = messageRequest.shape.since.safeParse(body.since).data;
  // Only replies to who left an address are mailed unless the page has them.
  const isMailed = contact !== null && contact.email !== null;
  if (!since || !(hasHandoff(desk) || isMailed) || typeof body.token !== "string") return [];
  if ((await readVisitorKey(body.token, visitorKey)) !== conversationId) return [];
  if (isMailed) await noteShown(ctx, conversationId, since);
  if (!hasHandoff(desk)) return [];
  const turns = await listPersonTurns(ctx, conversationId, since);
  const written = await Promise.all(turns.map((turn) => toWritten(turn, ctx.now())));
  return written.flat();
}

async function toWritten(
  { id, bubbles, picture: sent, person }: PersonTurn,
  now: number,
): Promise<WrittenReply[]> {
  const picture = sent && (await toPicture(sent, now));
  const said = { turn_id: id, person, ...(picture && { picture }) };
  return bubbles.map((text) => ({ text, ...said }));
}

function toResponse(
  { chatId, askedId, turnId, desk, bubbles, sources, answered, wait, contact }: ReceivedAnswer,
  written: readonly WrittenReply[],
  person: Person | undefined,
): MessageResponse {
  const [reply = "", ...extra] = bubbles;
  return {
    success: true,
    reply,
    extra_replies: [...extra.map((text) => ({ text })), ...written],
    chat_id: chatId,
    turn_id: askedId,
    ...(turnId && { message_id: turnId }),
    sources: toQuotes(sources),
    answered,
    handoff: hasHandoff(desk),
    ...(person && { person }),
    ...(wait && toWaitFields(wait, !wait.isTold && contact === null)),
  };
}

/** Both at once; when one is refused, what was claimed is given up again. */
async function bothOrNeither<T extends { release(): Promise<void> } | null>(
  claiming: Promise<T>,
  checking: Promise<CountedMessage>,
): Promise<[T, CountedMessage]> {
  const [claim, check] = await Promise.allSettled([claiming, checking]);
  if (claim.status === "rejected") {
    if (check.status === "fulfilled") check.value.giveBack();
    throw claim.reason;
  }
  if (check.status === "rejected") {
    await claim.value?.release();
    throw check.reason;
  }
  return [claim.value, check.value];
}
