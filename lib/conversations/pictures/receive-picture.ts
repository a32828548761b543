import { spokenLanguage } from "@/lib/answers/message/spoken-language";
import type { Ctx } from "@/lib/context";
import { nextState, nextStateAt } from "@/lib/conversations/desk/chat-machine";
import { publishTurn } from "@/lib/conversations/feed/publish-turn";
import { toChatFacts, withVisitor } from "@/lib/conversations/inbox/to-chat-summary";
import { toTurn } from "@/lib/conversations/turns/archived-turn";
import { foldBubbles } from "@/lib/conversations/turns/fold-bubbles";
import type { ChatDesk, Turn, TurnPicture } from "@/lib/conversations/turns/turn";
import { findWritten, turnTail } from "@/lib/conversations/turns/turn-tail";
import type { FoundChat } from "@/lib/conversations/visitor/find-visitor-chat";
import { Prisma } from "@/lib/db/generated/client";
import { requireRow } from "@/lib/db/require-row";
import { AppError } from "@/lib/errors";
import { pictureWords } from "@/lib/i18n/words/picture-words";
import { keepPicture } from "./keep-picture";

export type ReceivedPicture = {
  turn: Turn;
  picture: TurnPicture;
  /** Who has the chat, this picture included. */
  desk: ChatDesk;
  /** Whether it was written now: one that is sent again stands once. */
  isNew: boolean;
  /** When it is on staff screens; never rejects. */
  published: Promise<void>;
};

/**
 * Keeps a visitor's picture as a turn of theirs, which no bot answers. With a key one that is sent again stands once.
 * Throws AppError `bad_request` (reason `picture_unseen`) where nobody awaits or has the chat any more, `not_found`
 * (reason `no_such_chat`), and as `keepPicture` does.
 */
export async function receivePicture(
  ctx: Ctx,
  bot: { locale: string },
  chat: FoundChat,
  { bytes, key, isOverQuota = false }: { bytes: Uint8Array; key: string | null; isOverQuota?: boolean },
): Promise<ReceivedPicture> {
  const { conversationId } = chat;
  const tail = turnTail(conversationId, "picture", key ?? crypto.randomUUID());
  const before = await readPicture(ctx, chat, tail);
  if (before) return { ...before, isNew: false, published: Promise.resolve() };
  const text = pictureWords[spokenLanguage([], [chat.locale, bot.locale])];
  const received = await keepPicture(ctx, chat, bytes, async (picture) =>
    (await writePicture(ctx, chat, { tail, text, picture, isOverQuota }))
      ? readPicture(ctx, chat, tail)
      : null,
  );
  if (!received) {
    // The same request came twice at once, or somebody handed the chat back meanwhile.
    const other = await readPicture(ctx, chat, tail);
    if (other) return { ...other, isNew: false, published: Promise.resolve() };
    throw new AppError("bad_request", "nobody awaits or has the chat", { reason: "picture_unseen" });
  }
  const { teamId } = chat;
  const { turn, summary } = received;
  return { ...received, isNew: true, published: publishTurn(ctx, { teamId, summary, turn, isNew: false }) };
}

/** True where it was written: the chat has somebody, and doesn't hold the same picture. */
async function writePicture(
  ctx: Pick<Ctx, "db" | "now">,
  { conversationId, botId }: FoundChat,
  {
    tail,
    text,
    picture,
    isOverQuota,
  }: { tail: string; text: string; picture: TurnPicture; isOverQuota: boolean },
): Promise<boolean> {
  const ms = ctx.now();
  const at = new Date(ms);
  const now = Prisma.sql`${at}::timestamptz`;
  const next = nextState("said", now);
  const count = await ctx.db.$executeRaw`
    WITH conversation AS (
      UPDATE conversations c SET last_turn_ms = GREATEST(${BigInt(ms)}, c.last_turn_ms + 1),
        visitor_turns = c.visitor_turns + 1, last_asked = ${text}, unanswered = true,
        last_activity_at = GREATEST(${at}, c.last_activity_at), state = ${next},
        state_at = CASE WHEN ${next} = c.state THEN c.state_at ELSE ${nextStateAt(now)} END
      WHERE c.id = ${conversationId}::uuid AND c.bot_id = ${botId}::uuid
        AND (c.state IN ('waiting', 'taken') OR (c.state = 'snoozed' AND c.snoozed_from IN ('waiting', 'taken')))
        AND NOT EXISTS (SELECT FROM messages m WHERE m.conversation_id = c.id AND right(m.id::text, 22) = ${tail})
      RETURNING id, team_id, bot_id, page_url, last_turn_ms
    ), held AS (
      UPDATE files SET expires_at = NULL WHERE id = ${picture.fileId}::uuid AND EXISTS (SELECT FROM conversation)
    )
    INSERT INTO messages
      (id, team_id, conversation_id, bot_id, author, state, answered_by, bubbles, picture, page_url, folded,
        over_quota, created_at)
    SELECT (lpad(to_hex(last_turn_ms), 12, '0') || ${tail.replaceAll("-", "")})::uuid, team_id, id, bot_id, 'visitor',
      'complete', 'person', ARRAY[${text}], ${JSON.stringify(picture)}::jsonb, page_url, ${foldBubbles([text])},
      ${isOverQuota}, ${at}
    FROM conversation`;
  return count > 0;
}

/** The newest pictures of a visitor's chat are looked at: a resend comes soon. */
const most = 20;

async function readPicture(ctx: Pick<Ctx, "db">, { conversationId: id, teamId }: FoundChat, tail: string) {
  const found = await ctx.db.conversation.findFirst({
    where: { id, teamId, bot: { deletedAt: null } },
    include: {
      ...withVisitor,
      messages: {
        where: { author: "visitor", picture: { not: Prisma.AnyNull } },
        orderBy: { id: "desc" },
        take: most,
      },
    },
  });
  const { messages, ...row } = requireRow(found, "the chat is gone", { reason: "no_such_chat" });
  const written = findWritten(messages, undefined, tail);
  const turn = written && toTurn(written);
  if (!turn?.picture) return null;
  const summary = { ...toChatFacts(row), lastActivityAt: row.lastActivityAt.getTime() };
  return { turn, picture: turn.picture, desk: summary.desk, summary };
}
