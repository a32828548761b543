import type { WidgetBot } from "@/lib/bots/token/get-bot-by-token";
import type { Ctx } from "@/lib/context";

/**
 * Whether the visitor of a chat is blocked, or whom the page says they are. Bots that nobody is blocked on, nearly all
 * of them, look nothing up.
 */
export async function isBlocked(
  { db }: Pick<Ctx, "db">,
  bot: Pick<WidgetBot, "id" | "hasBlocked">,
  { chatId, email }: { chatId: string; email: string | null },
): Promise<boolean> {
  if (!bot.hasBlocked) return false;
  const visitor = await db.visitor.findFirst({
    where: {
      ...{ botId: bot.id, blockedAt: { not: null } },
      OR: [
        { conversations: { some: { botId: bot.id, chatId } } },
        ...(email === null ? [] : [{ key: `email:${email.toLowerCase()}` }]),
      ],
    },
    select: { id: true },
  });
  return visitor !== null;
}
