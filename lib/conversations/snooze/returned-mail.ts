import { z } from "zod";
import { locales } from "@/lib/i18n/locale";
import { getMailWords } from "@/lib/i18n/words/mail-words";
import { idInput } from "@/lib/id-input";
import type { WriteLetter } from "@/lib/outbox/bind-mail";
import { defineOutboxKind } from "@/lib/outbox/define-outbox-kind";
import { paths } from "@/lib/paths";

const ids = z.strictObject({
  teamId: idInput,
  userId: idInput,
  conversationIds: z.array(idInput).min(1).max(100),
  locale: z.enum(locales),
});

/** Tells a member that chats are back that were snoozed while they had them. */
export const returnedMail = defineOutboxKind({ kind: "returned-mail", version: 1, ids });

/** Nothing is sent of chats that they don't have any more. What visitors wrote stays out of it. */
export const writeReturnedMail: WriteLetter<z.output<typeof ids>> = async (
  { db },
  { teamId, userId, conversationIds, locale },
  { baseUrl },
) => {
  const chats = await db.conversation.findMany({
    where: {
      ...{ teamId, id: { in: conversationIds }, state: "taken", assigneeId: userId },
      ...{ snoozedUntil: { not: null }, bot: { deletedAt: null } },
    },
    select: { id: true, assignee: { select: { user: { select: { email: true } } } } },
    orderBy: [{ stateAt: "asc" }, { id: "asc" }],
  });
  const [first] = chats;
  if (!first?.assignee) return null;
  const text = getMailWords(locale).returned({ count: chats.length });
  const chat = chats.length === 1 ? `/${first.id}` : "?view=mine";
  return { to: first.assignee.user.email, text, link: `${baseUrl}${paths.chats}${chat}` };
};
