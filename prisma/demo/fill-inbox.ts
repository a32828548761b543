import { getBotByToken } from "@/lib/bots/token/get-bot-by-token";
import type { Ctx } from "@/lib/context";
import type { HistoryTurn } from "@/lib/contract/message";
import { moveChat } from "@/lib/conversations/desk/move-chat";
import { replyToChat } from "@/lib/conversations/desk/reply-to-chat";
import { addNote } from "@/lib/conversations/notes/add-note";
import { consentIdOf, readConsent } from "@/lib/conversations/receive/consent";
import { rateTurn } from "@/lib/conversations/receive/rate-turn";
import { receiveMessage } from "@/lib/conversations/receive/receive-message";
import { snoozeChat } from "@/lib/conversations/snooze/snooze-chats";
import { addTag } from "@/lib/conversations/tags/change-tags";
import { uuidv7 } from "@/lib/db/uuidv7";
import type { Member } from "@/lib/identity/actor";
import { randomHex } from "@/lib/random-hex";
import { browsers, type Colleague, type InboxChat, inboxChats, type Step, shopSite } from "./inbox";

const minute = 60_000;

/**
 * Plays what was written to the demo's shop through the product's own verbs, each at its own time. No model is asked
 * for it:
 * the demo costs nobody anything.
 */
export async function fillInbox(
  ctx: Ctx,
  { token, colleagues }: { token: string; colleagues: Record<Colleague, Member> },
): Promise<void> {
  const until = ctx.now();
  for (const chat of inboxChats) await play(ctx, chat, { token, colleagues, until });
}

async function play(
  ctx: Ctx,
  chat: InboxChat,
  { token, colleagues, until }: { token: string; colleagues: Record<Colleague, Member>; until: number },
): Promise<void> {
  const chatId = `web_${randomHex(16)}`;
  let at = until - chat.minutesAgo * minute;
  let conversationId = "";
  let answerId: string | null = null;
  const history: HistoryTurn[] = [];
  for (const step of chat.steps) {
    at = Math.min(at + (step.after ?? 0) * minute, until);
    const now = at;
    const then: Ctx = { ...ctx, model: null, embedder: null, now: () => now };
    if ("visitor" in step) {
      const bot = await getBotByToken(then, token);
      if (!bot) throw new Error("the demo has no bot with that token");
      const received = await receiveMessage(then, bot, {
        ...toMessage(chat, step),
        chatId,
        history: history.slice(-10),
      });
      await received.published;
      conversationId = received.conversationId;
      answerId = received.turnId;
      history.push({ role: "user", content: step.visitor });
      if (answerId) history.push({ role: "assistant", content: received.bubbles.join("\n\n") });
    } else if ("rates" in step) {
      if (!answerId) throw new Error("the demo rates what was not said");
      const { rates: rating, reason = "" } = step;
      const bot = await getBotByToken(then, token);
      if (bot) await rateTurn(then, bot, { chatId, messageId: answerId, rating, reason });
    } else {
      const member = { ...then, actor: colleagues[step.by] };
      if ("does" in step) await moveChat(member, conversationId, step.does);
      else if ("snoozes" in step) await snoozeChat(member, { conversationId, until: step.snoozes });
      else if ("tags" in step) await addTag(member, { conversationId, tag: step.tags });
      else if ("notes" in step) await addNote(member, { conversationId, text: step.notes, key: uuidv7() });
      else await replyToChat(member, { conversationId, text: step.says, key: uuidv7() });
    }
  }
}

function toMessage(chat: InboxChat, step: Extract<Step, { visitor: string }>) {
  const { locale = "zh-TW", visitor } = chat;
  const hasContact = step.phone !== undefined || step.email !== undefined;
  return {
    locale,
    message: step.visitor,
    domain: shopSite,
    pageUrl: `https://${shopSite}/${chat.page}`,
    acceptLanguage: null,
    userAgent: browsers[chat.browser],
    visitor: visitor ? { name: visitor.name, email: visitor.email ?? null, traits: {} } : null,
    wantsPerson: step.wantsPerson ?? false,
    ...(hasContact && {
      form: {
        contact: { phone: step.phone ?? null, email: step.email ?? null },
        consent: readConsent(consentIdOf("zh-TW", ""), ""),
        askedBefore: null,
      },
    }),
  };
}
