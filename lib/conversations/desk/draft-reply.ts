import { z } from "zod";
import { answerQuestion } from "@/lib/answers/answer-question";
import { spokenLanguage } from "@/lib/answers/message/spoken-language";
import { getBotByToken } from "@/lib/bots/token/get-bot-by-token";
import { Prisma } from "@/lib/db/generated/client";
import { requireRow } from "@/lib/db/require-row";
import { idInput } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";

export const draftReplyInput = z.strictObject({ conversationId: idInput });

/** How many of the visitor's newest turns are tried, the newest first: 「還在嗎」 asks nothing. */
const triedTurns = 4;

/**
 * What the documents of a chat's bot say to what its visitor asked last, in their own words and the visitor's language,
 * for a member to send or change; null where they don't say it. Nothing of it is recorded, and no model is asked.
 * Throws AppError `forbidden` without `chat.handle`, `not_found` for an id that the team doesn't have.
 */
export async function draftReply(
  ctx: ActorCtx,
  { conversationId }: z.output<typeof draftReplyInput>,
): Promise<{ text: string } | null> {
  requirePermission(ctx.actor, "chat.handle");
  const chat = await ctx.db.conversation.findFirst({
    where: { teamId: ctx.actor.teamId, id: conversationId, bot: { deletedAt: null } },
    select: {
      locale: true,
      bot: { select: { widgetToken: true, locale: true } },
      messages: {
        where: { kind: "message", author: "visitor", picture: { equals: Prisma.AnyNull } },
        orderBy: { id: "desc" },
        take: triedTurns,
        select: { bubbles: true },
      },
    },
  });
  const { locale, bot: row, messages } = requireRow(chat, "no such conversation in this team");
  const bot = requireRow(await getBotByToken(ctx, row.widgetToken), "the bot is gone");
  const said = messages.map(({ bubbles }) => bubbles.join("\n"));
  const language = spokenLanguage(said, [locale, row.locale]);
  for (const question of said) {
    const asked = { question, language, wantsPerson: false, history: [] };
    const { answered, sources, bubbles } = await answerQuestion({ ...ctx, model: null }, bot, asked);
    if (answered && sources.length > 0) return { text: bubbles.join("\n\n") };
  }
  return null;
}
