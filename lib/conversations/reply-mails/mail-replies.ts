import { spokenLanguage } from "@/lib/answers/message/spoken-language";
import type { Ctx } from "@/lib/context";
import type { Prisma } from "@/lib/db/generated/client";
import { enqueueOutbox } from "@/lib/outbox/enqueue-outbox";
import { publishMailStates, type ReplyMailFault, toMailState } from "./change-mail-state";
import { replyMail } from "./reply-mail";

/** So long a reply has to be shown on the visitor's page, before it is mailed. */
export const showFirstMs = 5 * 60_000;
const mostChats = 1_000;
const wordsRead = 5;

type Chat = { teamId: string; id: string };

/**
 * Mails visitors who left an address what members replied five minutes ago and their page hasn't shown, and with it
 * what was replied since: one mail a chat. A reply leaves its waiting in the transaction that writes the mail, so that
 * doing so twice, or on two instances at once, mails none twice. Where it can't be mailed, the reply says why. Returns
 * how many mails were written.
 * @param hasMailer whether a mail server is set
 */
export async function mailReplies(
  ctx: Pick<Ctx, "db" | "kv" | "now">,
  { hasMailer }: { hasMailer: boolean },
): Promise<number> {
  const { db, now } = ctx;
  const due = new Date(now() - showFirstMs);
  const chats = await db.$queryRaw<Chat[]>`
    SELECT team_id::text AS "teamId", conversation_id::text AS id FROM messages
    WHERE mail_state = 'waiting'::reply_mail AND mail_at <= ${due}
    GROUP BY team_id, conversation_id ORDER BY min(mail_at) LIMIT ${mostChats}`;
  let mails = 0;
  for (const chat of chats) {
    const { turnIds, isMailed } = await db.$transaction((tx) => mailChat(tx, chat, now(), hasMailer));
    if (isMailed) mails += 1;
    await publishMailStates(ctx, chat.teamId, chat.id, turnIds);
  }
  return mails;
}

async function mailChat(
  tx: Prisma.TransactionClient,
  { teamId, id }: Chat,
  now: number,
  hasMailer: boolean,
): Promise<{ turnIds: string[]; isMailed: boolean }> {
  const chat = await tx.conversation.findFirst({
    where: { teamId, id },
    select: {
      locale: true,
      bot: { select: { locale: true, deletedAt: true } },
      visitor: { select: { blockedAt: true } },
      messages: {
        where: { author: "visitor" },
        orderBy: { id: "desc" },
        take: wordsRead,
        select: { bubbles: true },
      },
    },
  });
  if (!chat) return { turnIds: [], isMailed: false };
  const { bot, visitor } = chat;
  let fault: ReplyMailFault | null = null;
  if (!hasMailer) fault = "mail_none";
  if (visitor.blockedAt !== null) fault = "visitor_blocked";
  if (bot.deletedAt !== null) fault = "bot_deleted";
  const moved = await tx.$queryRaw<{ id: string }[]>`
    UPDATE messages SET ${toMailState({ state: fault === null ? "queued" : "failed", fault }, now)}
    WHERE team_id = ${teamId}::uuid AND conversation_id = ${id}::uuid AND mail_state = 'waiting'::reply_mail
    RETURNING id::text AS id`;
  const turnIds = moved.map((row) => row.id).sort();
  const isMailed = fault === null && turnIds.length > 0;
  if (isMailed) {
    const said = chat.messages.map(({ bubbles }) => bubbles.join("\n"));
    const language = spokenLanguage(said, [chat.locale, bot.locale]);
    await enqueueOutbox(tx, replyMail, { teamId, conversationId: id, turnIds, language }, { teamId });
  }
  return { turnIds, isMailed };
}
