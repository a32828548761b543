import { z } from "zod";
import type { Db } from "@/lib/db/client";
import { locales } from "@/lib/i18n/locale";
import { idInput } from "@/lib/id-input";
import { paths } from "@/lib/paths";

/** What a mail to a member about chats of theirs is written from. */
export const memberMailIds = z.strictObject({
  teamId: idInput,
  userId: idInput,
  conversationIds: z.array(idInput).min(1).max(100),
  locale: z.enum(locales),
});

/**
 * Those of the chats that the member still has and came to have in this way, longest first; to which address a mail of
 * them goes, and to which of the dashboard's pages it leads. Null without any.
 */
export async function findMemberChats(
  { db }: { db: Db },
  { teamId, userId, conversationIds }: z.output<typeof memberMailIds>,
  came: { givenBy: { not: null } } | { snoozedUntil: { not: null } },
) {
  const chats = await db.conversation.findMany({
    where: {
      ...{
        teamId,
        id: { in: conversationIds },
        state: "taken",
        assigneeId: userId,
        bot: { deletedAt: null },
      },
      ...came,
    },
    select: { id: true, givenBy: true, assignee: { select: { user: { select: { email: true } } } } },
    orderBy: [{ stateAt: "asc" }, { id: "asc" }],
  });
  const [first] = chats;
  if (!first?.assignee) return null;
  const path = `${paths.chats}${chats.length === 1 ? `/${first.id}` : "?view=mine"}`;
  return { givenBy: chats.map(({ givenBy }) => givenBy ?? ""), to: first.assignee.user.email, path };
}
