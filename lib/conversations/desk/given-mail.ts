import type { z } from "zod";
import { getMailWords } from "@/lib/i18n/words/mail-words";
import { plainName } from "@/lib/mail/plain-name";
import type { WriteLetter } from "@/lib/outbox/bind-mail";
import { defineOutboxKind } from "@/lib/outbox/define-outbox-kind";
import { findMemberChats, memberMailIds } from "./member-mail";

/** Tells a member that a colleague gave them chats. */
export const givenMail = defineOutboxKind({ kind: "given-mail", version: 1, ids: memberMailIds });

/** Nothing is sent of chats that they don't have any more. What visitors wrote stays out of it. */
export const writeGivenMail: WriteLetter<z.output<typeof memberMailIds>> = async (ctx, ids, { baseUrl }) => {
  const found = await findMemberChats(ctx, ids, { givenBy: { not: null } });
  if (!found) return null;
  const { givenBy, to, path } = found;
  const by = new Set(givenBy).size === 1 ? plainName(givenBy[0] ?? "") : null;
  const text = getMailWords(ids.locale).given({ by, count: givenBy.length });
  return { to, text, link: `${baseUrl}${path}` };
};
