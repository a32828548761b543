import type { z } from "zod";
import { findMemberChats, memberMailIds } from "@/lib/conversations/desk/member-mail";
import { getMailWords } from "@/lib/i18n/words/mail-words";
import type { WriteLetter } from "@/lib/outbox/bind-mail";
import { defineOutboxKind } from "@/lib/outbox/define-outbox-kind";

/** Tells a member that chats are back that were snoozed while they had them. */
export const returnedMail = defineOutboxKind({ kind: "returned-mail", version: 1, ids: memberMailIds });

/** Nothing is sent of chats that they don't have any more. What visitors wrote stays out of it. */
export const writeReturnedMail: WriteLetter<z.output<typeof memberMailIds>> = async (
  ctx,
  ids,
  { baseUrl },
) => {
  const found = await findMemberChats(ctx, ids, { snoozedUntil: { not: null } });
  if (!found) return null;
  const text = getMailWords(ids.locale).returned({ count: found.givenBy.length });
  return { to: found.to, text, link: `${baseUrl}${found.path}` };
};
