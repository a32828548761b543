import { spokenLanguage } from "@/lib/answers/message/spoken-language";
import { keepWorking } from "@/lib/background-work";
import type { WidgetBot } from "@/lib/bots/token/get-bot-by-token";
import type { Ctx } from "@/lib/context";
import { type ContactResponse, contactResponse } from "@/lib/contract/contact";
import { isBlocked } from "@/lib/conversations/blocked/is-blocked";
import { readConsent } from "@/lib/conversations/receive/consent";
import { parseContactInput } from "@/lib/conversations/receive/contact-input";
import { parseLocale } from "@/lib/conversations/receive/message-input";
import { receiveMessage } from "@/lib/conversations/receive/receive-message";
import { AppError } from "@/lib/errors";
import { requireLimit } from "@/lib/http/require-limit";
import { contactWords } from "@/lib/i18n/words/contact-words";
import { pictureWords } from "@/lib/i18n/words/picture-words";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import type { AskedMessage } from "./answer-widget-message";
import { countMessage } from "./count-message";
import { claimRequest } from "./idempotency";

/**
 * Keeps how to reach a visitor beside their chat, with what they agreed to, which then waits for a person; a
 * question is a turn of it. A resend with its `Idempotency-Key` gets the first answer. Throws AppError `bad_request`
 * and `rate_limited`.
 */
export async function answerContact(
  ctx: Ctx,
  bot: WidgetBot,
  { body, idempotencyKey, acceptLanguage, domain, words }: Omit<AskedMessage, "visitorKey" | "userAgent">,
): Promise<ContactResponse> {
  const input = parseContactInput(body);
  const locale = parseLocale(body.locale);
  const consent = input.consent === null ? null : readConsent(input.consent, bot.privacyUrl);
  if (input.consent !== null && consent === null)
    throw new AppError("bad_request", "no such words of consent", { reason: "consent_malformed" });
  await requireLimit(ctx, limitPolicies.widgetContact);
  const counted = await countMessage(ctx, bot, input.chatId);
  let isAnswered = false;
  const keep = async (): Promise<ContactResponse> => {
    const who = { chatId: input.chatId, email: null };
    if (!bot.enabled || (await isBlocked(ctx, bot, who))) return { success: false, reply: words().paused };
    const { contact, question, chatId, name } = input;
    const language = spokenLanguage(question ? [question] : [], [locale, bot.locale, acceptLanguage]);
    const askedBefore = question === null ? await lastAskedIn(ctx, bot.id, chatId) : null;
    const received = await receiveMessage(ctx, bot, {
      ...{ chatId, locale, domain, acceptLanguage, history: [], pageUrl: null },
      form: { contact, consent, askedBefore },
      message: question ?? contactWords[language].left,
      visitor: name === null ? null : { name, email: null, traits: {} },
      wantsPerson: true,
      isOverQuota: counted.isOverQuota,
    });
    isAnswered = true;
    keepWorking(received.published);
    const { bubbles, turnId, askedId } = received;
    return {
      success: true,
      reply: bubbles.join("\n\n"),
      message_id: turnId ?? askedId,
      turn_id: askedId,
    };
  };
  try {
    const claim = await claimRequest(ctx, idempotencyKey, {
      scope: [bot.id, input.chatId, "contact"],
      body: input,
      isAnswer: isContactResponse,
    });
    return await (claim ? claim.answer(keep) : keep());
  } finally {
    if (!isAnswered) counted.giveBack();
  }
}

/** The visitor's newest words, but those that we said for them; "" where there are none. */
async function lastAskedIn({ db }: Ctx, botId: string, chatId: string): Promise<string> {
  const where = { botId_chatId: { botId, chatId } };
  const chat = await db.conversation.findUnique({ where, select: { lastAsked: true, leadQuestion: true } });
  const ours = [...Object.values(contactWords).map(({ left }) => left), ...Object.values(pictureWords)];
  const isOurs = chat !== null && ours.includes(chat.lastAsked);
  return (isOurs ? chat?.leadQuestion : chat?.lastAsked) ?? "";
}

function isContactResponse(value: unknown): value is ContactResponse {
  return contactResponse.safeParse(value).success;
}
