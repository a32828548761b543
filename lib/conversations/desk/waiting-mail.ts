import { z } from "zod";
import { locales } from "@/lib/i18n/locale";
import { getMailWords } from "@/lib/i18n/words/mail-words";
import { idInput } from "@/lib/id-input";
import { plainName } from "@/lib/mail/plain-name";
import type { WriteLetter } from "@/lib/outbox/bind-mail";
import { defineOutboxKind } from "@/lib/outbox/define-outbox-kind";
import { paths } from "@/lib/paths";

const ids = z.strictObject({
  teamId: idInput,
  userId: idInput,
  conversationIds: z.array(idInput).min(1).max(100),
  locale: z.enum(locales),
});

/** Tells a member that visitors wait for a person. */
export const waitingMail = defineOutboxKind({ kind: "waiting-mail", version: 1, ids });

/** Nothing is sent once nobody waits any more, or the member has left the team. What visitors wrote stays out of it. */
export const writeWaitingMail: WriteLetter<z.output<typeof ids>> = async (
  { db },
  { teamId, userId, conversationIds, locale },
  { baseUrl },
) => {
  const [member, waiting] = await Promise.all([
    db.membership.findUnique({
      where: { teamId_userId: { teamId, userId } },
      select: { user: { select: { email: true } } },
    }),
    db.conversation.findMany({
      where: { teamId, id: { in: conversationIds }, state: "waiting", bot: { deletedAt: null } },
      select: { id: true, bot: { select: { name: true } } },
      orderBy: [{ stateAt: "asc" }, { id: "asc" }],
    }),
  ]);
  const [first] = waiting;
  if (!member || !first) return null;
  const text = getMailWords(locale).waiting({ bot: plainName(first.bot.name), count: waiting.length });
  const chat = waiting.length === 1 ? `/${first.id}` : "";
  return { to: member.user.email, text, link: `${baseUrl}${paths.chats}${chat}` };
};
