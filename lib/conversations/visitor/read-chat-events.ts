import { listFaces } from "@/lib/accounts/picture/list-faces";
import { spokenLanguage } from "@/lib/answers/message/spoken-language";
import { getWait } from "@/lib/bots/hours/get-wait";
import { type HoursOfBot, hoursColumns, toHours } from "@/lib/bots/hours/to-hours";
import type { Ctx } from "@/lib/context";
import type { StateEvent, TurnEvent } from "@/lib/contract/events";
import type { Person } from "@/lib/contract/person";
import { toDesk } from "@/lib/conversations/inbox/to-chat-summary";
import { toPicture } from "@/lib/conversations/pictures/picture-link";
import { toTurn } from "@/lib/conversations/turns/archived-turn";
import type { Turn } from "@/lib/conversations/turns/turn";
import type { Message } from "@/lib/db/generated/client";
import type { ConversationState } from "@/lib/db/generated/enums";
import { hasHandoff } from "./has-handoff";
import { shownState } from "./shown-state";
import { listAuthors, personNamed } from "./to-person";
import { toQuotes } from "./to-quotes";
import { toWaitFields } from "./to-wait-fields";

/** The chat of a visitor's key, of a bot that is asked by its token. */
export type VisitorChat = { conversationId: string; botId: string; token: string };

export type ChatNews = {
  /** What was said after the position, oldest first, at most 100. */
  turns: TurnEvent[];
  /** Whether more follows after those. */
  hasMore: boolean;
  state: StateEvent;
  /** Whether one of these turns is mailed unless the visitor's page says that it has it. */
  awaitsPage: boolean;
  /** Whether the visitor left an address: only then is anything mailed. */
  hasEmail: boolean;
  /** The visitor's turn up to which the member who has the chat has read. */
  seen: string | null;
};

const pageSize = 100;
/** Who waits so long is offered to be reached another way. */
const longMs = 10 * 60_000;

/**
 * What a visitor hasn't read of their chat: all that follows a position, a turn's id. The archive gives the ids of a
 * chat one after the other and shows them in that order, so what follows a position is never less than it was. Null
 * where there is no such chat any more, or its bot has another token.
 */
export async function readChatEvents(
  ctx: Pick<Ctx, "db" | "now">,
  { conversationId: id, botId, token }: VisitorChat,
  after: string,
): Promise<ChatNews | null> {
  const { db } = ctx;
  const chat = await db.conversation.findFirst({
    where: { id, botId, bot: { deletedAt: null, widgetToken: token } },
    select: {
      ...{
        state: true,
        stateAt: true,
        assigneeId: true,
        givenBy: true,
        snoozedUntil: true,
        snoozedFrom: true,
      },
      teamId: true,
      locale: true,
      saidPhone: true,
      saidEmail: true,
      bot: { select: { locale: true, ...hoursColumns } },
      assignee: { select: { user: { select: { name: true } } } },
      messages: {
        where: { kind: "message", ...(after && { id: { gt: after } }) },
        orderBy: { id: "asc" },
        take: pageSize,
      },
    },
  });
  if (!chat) return null;
  const state = shownState(chat);
  const desk = toDesk({ ...chat, state, assigneeName: chat.assignee?.user.name ?? null });
  const { assignee } = desk;
  const faces = await listFaces(ctx, [...listAuthors(chat.messages), ...(assignee ? [assignee.id] : [])]);
  const person = assignee && personNamed(assignee.name, faces.get(assignee.id));
  const toEventOf = (row: Message) => {
    const turn = toTurn(row);
    return toEvent(turn, personNamed(turn.authorName, faces.get(row.authorId ?? "")), ctx.now());
  };
  return {
    turns: await Promise.all(chat.messages.map(toEventOf)),
    awaitsPage: chat.messages.some(({ mailState }) => mailState === "waiting" || mailState === "queued"),
    hasEmail: chat.saidEmail !== null,
    hasMore: chat.messages.length === pageSize,
    state: {
      handoff: hasHandoff(desk),
      ...(person && { person }),
      ...(await readWait(ctx, { ...chat.bot, id: botId, teamId: chat.teamId }, { ...chat, state })),
    },
    seen: desk.state === "taken" && desk.assignee ? await findSeenTurn(db, id, desk.assignee.id) : null,
  };
}

type Waiting = {
  state: ConversationState;
  stateAt: Date | null;
  locale: string | null;
  saidPhone: string | null;
  saidEmail: string | null;
};

async function readWait(
  ctx: Pick<Ctx, "db" | "now">,
  bot: { id: string; teamId: string; locale: string } & HoursOfBot,
  { state, stateAt, locale, saidPhone, saidEmail }: Waiting,
): Promise<Partial<StateEvent>> {
  const hours = toHours(bot, ctx.now());
  if (state !== "waiting") return hours ? { hours } : {};
  const wait = await getWait(ctx, bot, spokenLanguage([], [locale, bot.locale]));
  const isLong = stateAt !== null && ctx.now() - stateAt.getTime() > longMs;
  const isReachable = saidPhone !== null || saidEmail !== null;
  return toWaitFields(wait, (!wait.isTold || isLong) && !isReachable);
}

/** Read positions count a visitor's turns. */
async function findSeenTurn(db: Ctx["db"], conversationId: string, userId: string): Promise<string | null> {
  const [seen] = await db.$queryRaw<{ id: string }[]>`
    WITH unread AS (
      SELECT GREATEST(c.visitor_turns - r.seen_turns, 0) AS count FROM conversations c
      JOIN chat_reads r ON r.team_id = c.team_id AND r.conversation_id = c.id
      WHERE c.id = ${conversationId}::uuid AND r.user_id = ${userId}::uuid AND r.seen_turns > 0
    )
    SELECT id::text AS id FROM messages
    WHERE EXISTS (SELECT FROM unread) AND conversation_id = ${conversationId}::uuid AND author = 'visitor'
    ORDER BY messages.id DESC OFFSET (SELECT count FROM unread) LIMIT 1`;
  return seen?.id ?? null;
}

async function toEvent(turn: Turn, person: Person, now: number): Promise<TurnEvent> {
  const { id, author, bubbles, sources, at } = turn;
  const picture = turn.picture && (await toPicture(turn.picture, now));
  const said = { turn_id: id, texts: bubbles, at, ...(picture && { picture }) };
  if (author === "visitor") return { ...said, role: "visitor" };
  if (author === "agent") return { ...said, role: "person", person };
  return { ...said, role: "bot", ...(sources.length > 0 && { sources: toQuotes(sources) }) };
}
