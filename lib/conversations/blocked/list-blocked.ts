import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";

export type BlockedVisitor = {
  id: string;
  /** As the page said, unverified. */
  name: string | null;
  email: string | null;
  bot: string;
  at: Date;
  /** The name of who blocked them. */
  by: string;
  /** Their newest chat. */
  chat: { id: string; chatId: string; lastAsked: string };
};

const mostShown = 200;

/**
 * The visitors whom the team has blocked, the newest first: at most 200, and how many there are. Throws AppError
 * `forbidden` without `chat.read`.
 */
export async function listBlocked({
  db,
  actor,
}: ActorCtx): Promise<{ visitors: BlockedVisitor[]; count: number }> {
  requirePermission(actor, "chat.read");
  const where = {
    ...{ teamId: actor.teamId, blockedAt: { not: null }, bot: { deletedAt: null } },
    conversations: { some: {} },
  };
  const [rows, count] = await Promise.all([
    db.visitor.findMany({
      where,
      orderBy: [{ blockedAt: "desc" }, { id: "desc" }],
      take: mostShown,
      select: {
        ...{ id: true, name: true, email: true, blockedAt: true, blockedBy: true },
        bot: { select: { name: true } },
        conversations: {
          orderBy: { lastActivityAt: "desc" },
          take: 1,
          select: { id: true, chatId: true, lastAsked: true },
        },
      },
    }),
    db.visitor.count({ where }),
  ]);
  const visitors = rows.flatMap(({ id, name, email, bot, blockedAt, blockedBy, conversations: [chat] }) =>
    blockedAt && chat ? [{ id, name, email, bot: bot.name, at: blockedAt, by: blockedBy ?? "", chat }] : [],
  );
  return { visitors, count };
}
