import { z } from "zod";
import { spokenLanguage } from "@/lib/answers/message/spoken-language";
import { refusalOf, writeReply } from "@/lib/conversations/desk/write-reply";
import type { Turn } from "@/lib/conversations/turns/turn";
import { requireRow } from "@/lib/db/require-row";
import { AppError } from "@/lib/errors";
import { pictureWords } from "@/lib/i18n/words/picture-words";
import { idInput } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { limitPolicies } from "@/lib/kv/limits/limit-policies";
import { consumeLimit } from "@/lib/kv/limits/limits";
import { keepPicture } from "./keep-picture";

export const replyWithPictureInput = z.strictObject({
  conversationId: idInput,
  /** Made by the form for each picture: sent again it is the same one. */
  key: idInput,
});

/**
 * Sends a picture to the visitor of a chat that the member has. One that is sent again stands once. Throws AppError
 * `forbidden` without `chat.handle`, `rate_limited`, and as `writeReply` and `keepPicture` do.
 */
export async function replyWithPicture(
  ctx: ActorCtx,
  { conversationId, key }: z.output<typeof replyWithPictureInput>,
  bytes: Uint8Array,
): Promise<Turn> {
  const { db, actor } = ctx;
  requirePermission(actor, "chat.handle");
  const { teamId, userId } = actor;
  const found = await db.conversation.findFirst({
    where: { teamId, id: conversationId, bot: { deletedAt: null } },
    select: { state: true, assigneeId: true, botId: true, locale: true, bot: { select: { locale: true } } },
  });
  const chat = requireRow(found, "no such conversation in this team");
  if (chat.state !== "taken" || chat.assigneeId !== userId) throw refusalOf(chat, userId);
  const { memberPictures } = limitPolicies;
  const room = await consumeLimit(ctx.kv, memberPictures, userId);
  if (!room.ok) throw new AppError("rate_limited", "too many pictures", { retryAfter: room.retryAfter });
  const text = pictureWords[spokenLanguage([], [chat.locale, chat.bot.locale])];
  const place = { teamId, botId: chat.botId, conversationId };
  let sent: Turn | undefined;
  await keepPicture(ctx, place, bytes, async (picture) => {
    const { turn, isNew } = await writeReply(ctx, { conversationId, text, picture, key });
    sent = turn;
    return isNew ? turn : null;
  });
  return requireRow(sent ?? null, "the reply was not written");
}
