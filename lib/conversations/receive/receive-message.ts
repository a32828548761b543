import { setImmediate } from "node:timers/promises";
import { describeUserAgent } from "@/lib/accounts/sessions/describe-user-agent";
import type { Question } from "@/lib/answers/answer";
import { answerQuestion } from "@/lib/answers/answer-question";
import { spokenLanguage } from "@/lib/answers/message/spoken-language";
import { quotaAnswer } from "@/lib/answers/saying/quota-answer";
import type { SaidContact } from "@/lib/answers/small-talk/read-contact";
import { readWish } from "@/lib/answers/small-talk/read-wish";
import { getWait, type Wait } from "@/lib/bots/hours/get-wait";
import type { WidgetBot } from "@/lib/bots/token/get-bot-by-token";
import type { Ctx } from "@/lib/context";
import { tellMembers } from "@/lib/conversations/desk/tell-members";
import { publishTurn } from "@/lib/conversations/feed/publish-turn";
import { republishChat } from "@/lib/conversations/feed/republish-chat";
import { failVisitorTurn } from "@/lib/conversations/turns/fail-visitor-turn";
import { recordBotTurn } from "@/lib/conversations/turns/record-bot-turn";
import { recordVisitorTurn, type VisitorTurnInput } from "@/lib/conversations/turns/record-visitor-turn";
import type { ChatDesk, Turn, TurnSource } from "@/lib/conversations/turns/turn";
import { answerWords } from "@/lib/i18n/words/answer-words";
import { cutText } from "@/lib/language/cut-text";
import { maskPersonal } from "@/lib/language/mask-personal";
import { noteMessage } from "@/lib/last-message";
import { logError } from "@/lib/log";
import { getMailer } from "@/lib/mail/mailer";
import type { Consent } from "./consent";
import { foldLead } from "./fold-lead";
import type { MessageInput } from "./message-input";

const maxUserAgent = 300;

export type ReceivedAnswer = {
  chatId: string;
  conversationId: string;
  /** Whether the chat began with this message. */
  isNew: boolean;
  /** Who has the chat, this message included. */
  desk: ChatDesk;
  /** The visitor's turn. */
  askedId: string;
  /** The bot's turn; null while a member has the chat: what is said then is a notice, and no turn. */
  turnId: string | null;
  bubbles: string[];
  sources: TurnSource[];
  answered: boolean;
  /** While a person is awaited. */
  wait: Wait | null;
  /** What is known to reach the visitor at. */
  contact: SaidContact | null;
  /** When both turns are on staff screens, which the visitor need not wait for; never rejects. */
  published: Promise<void>;
};

export type ReceivedMessage = MessageInput & {
  domain: string | null;
  acceptLanguage: string | null;
  /** As a browser names itself. */
  userAgent?: string | null;
  /** The plan has no messages left: nothing is looked for, but a person may be asked for. */
  isOverQuota?: boolean;
  /** Given beside the message, to be reached at. */
  form?: {
    contact: SaidContact;
    consent: Consent | null;
    /** The visitor's words before, where the form has no question of its own. */
    askedBefore: string | null;
  };
};

/**
 * A visitor's message, from the checked input to the recorded answer. The visitor's turn is in the archive before the
 * answer is looked for, and on staff screens while it is; the answer is recorded before it is returned. When no answer
 * comes about, the turn ends as failed, or as aborted when the visitor left, and the error is thrown on. Where the
 * visitor asks for a person, by the button or in words, and the bot offers one, nothing is looked for: staff screens
 * show the wish, and the visitor reads that they do. While a member has the chat the bot is silent.
 */
export async function receiveMessage(
  ctx: Ctx,
  bot: WidgetBot,
  input: ReceivedMessage,
  { onDelta, signal }: Pick<Question, "onDelta" | "signal"> = {},
): Promise<ReceivedAnswer> {
  noteMessage();
  const since = performance.now();
  const { teamId, botName } = bot;
  const { chatId } = input;
  const isButton = bot.offersPerson && input.wantsPerson;
  // What is given to be reached at is read first, and kept with the chat only.
  const wish = readWish(bot, input.message);
  const { wantsPerson, beside } = wish;
  const { form } = input;
  const contact = form?.contact ?? wish.contact;
  const { message, history } = bot.masksPersonal ? maskInput(input) : input;
  const asked = await recordVisitorTurn(ctx, {
    ...input,
    bot,
    browser: nameBrowser(input.userAgent),
    text: message,
    contact,
    lead: contact && toLead(contact, { ...input, question: form?.askedBefore ?? message }),
    wantsPerson: (isButton || wantsPerson) && bot.offersPerson,
  });
  const { conversation } = asked;
  const language = spokenLanguage(isButton ? [] : saidBy(input), [
    conversation.locale,
    bot.locale,
    input.acceptLanguage,
  ]);
  const publish = (turn: Turn, isFirst = false) => {
    const { isNew: _, locale: __, ...facts } = conversation;
    return publishTurn(ctx, {
      teamId,
      summary: { ...facts, botId: bot.id, chatId },
      turn,
      isNew: isFirst && conversation.isNew,
      isFollowing: !isFirst,
    });
  };
  // Once the search, a fraction of a millisecond, has let go of the event loop: then the model is on its way.
  const { desk, id: conversationId, isNew } = conversation;
  const hasBegunToWait = desk.state === "waiting" && desk.at >= asked.turn.at;
  const published = setImmediate()
    .then(() => publish(asked.turn, true))
    .then(() => (hasBegunToWait && getMailer() !== null ? tell(ctx, teamId) : undefined));

  const received = {
    chatId,
    conversationId,
    isNew,
    desk,
    askedId: asked.turn.id,
    wait: null,
    contact: conversation.contact,
  };
  if (desk.state === "taken") {
    const bubbles = [answerWords[language].personHasIt(desk.assignee?.name ?? null)];
    return { ...received, turnId: null, bubbles, sources: [], answered: true, published };
  }
  try {
    const wait = desk.state === "waiting" ? await getWait(ctx, bot, language) : null;
    const isPersonAsked = isButton || wantsPerson;
    if (input.isOverQuota && !isPersonAsked) {
      const said = quotaAnswer(bot, language);
      const durationMs = Math.round(performance.now() - since);
      const { turn } = await recordBotTurn(ctx, {
        ...{ teamId, botName, replyTo: asked.turn, durationMs, ...said },
      });
      return {
        ...{ ...received, turnId: turn.id, bubbles: said.bubbles, sources: [], answered: false, wait },
        published: published.then(() => publish(turn)),
      };
    }
    const answer = await answerQuestion(ctx, bot, {
      question: message,
      language,
      wantsPerson: isPersonAsked,
      contact,
      wait: wait ?? undefined,
      beside: isButton || input.isOverQuota ? "" : beside,
      history,
      onDelta,
      signal,
    });
    const durationMs = Math.round(performance.now() - since);
    const { turn: reply, changedAt } = await recordBotTurn(ctx, {
      ...{ teamId, botName, replyTo: asked.turn, durationMs, ...answer },
    });
    // What members did to the chat meanwhile.
    const isChanged = changedAt.desk !== desk.at || changedAt.tags !== conversation.tags.at;
    const republish = () => (isChanged ? republishChat(ctx, teamId, conversationId) : undefined);
    const { bubbles, sources } = answer;
    return {
      ...received,
      turnId: reply.id,
      bubbles,
      sources,
      answered: answer.answered ?? true,
      wait,
      published: published.then(() => publish(reply)).then(republish),
    };
  } catch (error) {
    await failVisitorTurn(ctx, teamId, asked.turn, signal?.aborted ? "aborted" : "failed")
      .then((ended) => ended && published.then(() => publish(ended)))
      .catch((failure) => logError("a turn could not be ended", failure));
    throw error;
  }
}

function toLead(
  contact: SaidContact,
  { question, visitor, domain, form }: ReceivedMessage & { question: string },
): NonNullable<VisitorTurnInput["lead"]> {
  const { phone, email } = contact;
  const name = visitor?.name ?? null;
  return {
    question,
    folded: foldLead({ name, phone, email, question, domain }),
    consent: form?.consent ?? null,
  };
}

/** Enough to tell how a page looks to them: `Safari · iPhone`; null where nothing of it is known. */
function nameBrowser(userAgent: string | null | undefined): string | null {
  if (!userAgent) return null;
  const { browser, system } = describeUserAgent(cutText(userAgent, maxUserAgent));
  return [browser, system].filter((name) => name !== null).join(" · ") || null;
}

/** The job of each minute tells of whom this doesn't. */
async function tell(ctx: Ctx, teamId: string): Promise<void> {
  await tellMembers(ctx, teamId).catch((error) => logError("members were not told who waits", error));
}

function maskInput({ message, history }: MessageInput): Pick<MessageInput, "message" | "history"> {
  return {
    message: maskPersonal(message),
    history: history.map((turn) =>
      turn.role === "user" ? { ...turn, content: maskPersonal(turn.content) } : turn,
    ),
  };
}

/** What the visitor wrote, the newest first. */
function saidBy({ message, history }: MessageInput): string[] {
  const before = history.flatMap(({ role, content }) => (role === "user" ? [content] : []));
  return [message, ...before.reverse()];
}
