import type { WidgetBot } from "@/lib/bots/token/get-bot-by-token";
import type { Ctx } from "@/lib/context";
import { publishAnew } from "@/lib/conversations/feed/publish-anew";
import { requireRow } from "@/lib/db/require-row";
import type { FeedbackInput } from "./feedback-input";

/**
 * Notes what a visitor thinks of one of the bot's turns, and shows it on staff screens; the last one wins, and
 * the same one again changes nothing. Throws AppError `not_found` when the bot's chat with that id has no such
 * turn of the bot's.
 */
export async function rateTurn(
  ctx: Ctx,
  { id: botId, teamId }: Pick<WidgetBot, "id" | "teamId">,
  { chatId, messageId, rating, reason }: FeedbackInput,
): Promise<void> {
  const found = await ctx.db.message.findFirst({
    where: { teamId, id: messageId, author: "bot", conversation: { botId, chatId } },
    select: { conversationId: true },
  });
  const turn = requireRow(found, "the chat has no such turn", { reason: "no_such_message" });
  const changed = await ctx.db.$transaction(async (tx) => {
    // Of two ratings at once the later one sees the other.
    await tx.$queryRaw`
      SELECT FROM conversations WHERE team_id = ${teamId}::uuid AND id = ${turn.conversationId}::uuid FOR NO KEY UPDATE`;
    // The row gives each rating its own millisecond, so that the newest is told apart wherever it arrives late.
    const rated = await tx.$executeRaw`
      UPDATE messages SET rating = ${rating}::rating, rating_reason = ${reason},
        rated_at = GREATEST(${new Date(ctx.now())}, rated_at + interval '1 millisecond')
      WHERE team_id = ${teamId}::uuid AND id = ${messageId}::uuid
        AND (rating IS DISTINCT FROM ${rating}::rating OR rating_reason <> ${reason})`;
    if (rated > 0)
      await tx.$executeRaw`
        UPDATE conversations c SET
          rated_up = EXISTS (SELECT FROM messages m WHERE m.conversation_id = c.id AND m.rating = 'up'),
          rated_down = EXISTS (SELECT FROM messages m WHERE m.conversation_id = c.id AND m.rating = 'down')
        WHERE team_id = ${teamId}::uuid AND id = ${turn.conversationId}::uuid`;
    return rated;
  });
  if (changed > 0) await publishAnew(ctx, teamId, { ...turn, id: messageId });
}
