import { requireRow } from "@/lib/db/require-row";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { cleanLine } from "@/lib/language/clean-text";

/** What a visitor asked and what they got to it, and the documents that it was taken into before. */
export type Exchange = {
  question: string;
  reply: string;
  made: { documentId: string; title: string }[];
};

/** So many of the visitor's turns before a reply are read for what it answers. */
const readTurns = 20;

/**
 * A reply of one of the bot's chats with what it answers: the turn it names, else what the visitor said last before it,
 * in all turns since somebody else spoke. Throws AppError `forbidden` without `chat.read` and `knowledge.write`,
 * `not_found` for ids that the team doesn't have, and for a turn that is a note or the visitor's.
 */
export async function getExchange(
  ctx: ActorCtx,
  { botId, conversationId, turnId }: { botId: string; conversationId: string; turnId: string },
): Promise<Exchange> {
  requirePermission(ctx.actor, "chat.read");
  requirePermission(ctx.actor, "knowledge.write");
  const { db, actor } = ctx;
  const { teamId } = actor;
  const chat = { teamId, conversationId, kind: "message" as const };
  const isWellFormed = [botId, conversationId, turnId].every(isId);
  const found = isWellFormed
    ? await db.message.findFirst({
        where: {
          ...chat,
          id: turnId,
          author: { not: "visitor" },
          conversation: { botId, bot: { deletedAt: null } },
        },
        select: { bubbles: true, replyTo: true },
      })
    : null;
  const reply = requireRow(found, "no such reply in this team");
  const [before, made] = await Promise.all([
    db.message.findMany({
      where: { ...chat, ...(reply.replyTo === null ? { id: { lt: turnId } } : { id: reply.replyTo }) },
      orderBy: { id: "desc" },
      take: readTurns,
      select: { author: true, bubbles: true },
    }),
    db.chatAnswer.findMany({
      where: { teamId, conversationId, turnId, document: { deletedAt: null } },
      orderBy: { id: "desc" },
      take: 5,
      select: { documentId: true, document: { select: { name: true } } },
    }),
  ]);
  const firstAsked = before.findIndex(({ author }) => author === "visitor");
  const asked = firstAsked < 0 ? [] : before.slice(firstAsked);
  const end = asked.findIndex(({ author }) => author !== "visitor");
  const turns = asked.slice(0, end < 0 ? undefined : end).reverse();
  return {
    question: cleanLine(turns.flatMap(({ bubbles }) => bubbles).join(" ")),
    reply: reply.bubbles.join("\n\n"),
    made: made.map(({ documentId, document }) => ({ documentId, title: document.name })),
  };
}
