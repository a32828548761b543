import { z } from "zod";
import { readContact } from "@/lib/answers/small-talk/read-contact";
import type { Ctx } from "@/lib/context";
import { toPicture } from "@/lib/conversations/pictures/picture-link";
import { turnPictureSchema } from "@/lib/conversations/turns/turn";
import type { Message } from "@/lib/db/generated/client";
import { type ReplyMailText, replyMailWords } from "@/lib/i18n/words/reply-mail-words";
import { idInput } from "@/lib/id-input";
import { saidText } from "@/lib/language/markup/said-text";
import { isMailAddress } from "@/lib/mail/is-mail-address";
import { plainName } from "@/lib/mail/plain-name";
import { defineOutboxKind } from "@/lib/outbox/define-outbox-kind";

const ids = z.strictObject({
  teamId: idInput,
  conversationId: idInput,
  turnIds: z.array(idInput).min(1).max(10_000),
  language: z.enum(["zh-TW", "zh-CN", "en", "ja", "ko"]),
});
export type ReplyMailIds = z.output<typeof ids>;

/** What members replied to a visitor whose page didn't show it. */
export const replyMail = defineOutboxKind({ kind: "reply-mail", version: 1, ids });

export type ReplyLetter = ReplyMailText & {
  /** The replies that stand in it. */
  turnIds: string[];
  to: string;
  replyTo: string | undefined;
  link: string | undefined;
};

/**
 * Writes the mail at the moment it is sent: the replies that the visitor's page hasn't shown meanwhile, and nothing
 * else of the chat. Null when there is nothing left to say: they were shown or mailed, or the chat, its visitor or its
 * bot was deleted. `blocked` where the visitor was blocked meanwhile.
 * @param baseUrl where this installation is reached
 */
export async function writeReplyMail(
  { db, now }: Pick<Ctx, "db" | "now">,
  { teamId, conversationId, turnIds, language }: ReplyMailIds,
  baseUrl: string,
): Promise<ReplyLetter | "blocked" | null> {
  const chat = await db.conversation.findFirst({
    where: { teamId, id: conversationId, bot: { deletedAt: null } },
    select: {
      ...{ saidEmail: true, domain: true, pageUrl: true },
      visitor: { select: { blockedAt: true } },
      bot: { select: { botName: true, contact: true, team: { select: { name: true } } } },
      messages: {
        where: {
          id: { in: turnIds },
          author: "agent",
          kind: "message",
          mailState: { in: ["queued", "failed"] },
        },
        orderBy: { id: "asc" },
        select: { id: true, bubbles: true, picture: true, authorName: true },
      },
    },
  });
  if (!chat?.saidEmail || chat.messages.length === 0) return null;
  if (chat.visitor.blockedAt !== null) return "blocked";
  const { bot, messages } = chat;
  const replyTo = contactMail(bot.contact);
  const link = replyTo === undefined ? pageOf(chat.pageUrl) : undefined;
  const names = [...new Set(messages.map(({ authorName }) => plainName(authorName)))];
  const text = replyMailWords[language]({
    ...{ bot: plainName(bot.botName), team: plainName(bot.team.name), site: chat.domain },
    people: names.filter((name) => name !== null),
    host: new URL(baseUrl).host,
    replies: replyTo !== undefined ? { to: replyTo } : link !== undefined ? "page" : "nowhere",
  });
  return {
    ...text,
    said: await Promise.all(messages.map((message) => sayReply(message, baseUrl, now()))),
    turnIds: messages.map(({ id }) => id),
    ...{ to: chat.saidEmail, replyTo, link },
  };
}

/** A picture's link stands behind the word for it. */
async function sayReply(
  { bubbles, picture }: Pick<Message, "bubbles" | "picture">,
  baseUrl: string,
  now: number,
): Promise<string> {
  const said = bubbles.map(saidText);
  const { data: sent } = turnPictureSchema.safeParse(picture);
  return [...said, ...(sent ? [`${baseUrl}${(await toPicture(sent, now)).url}`] : [])].join("\n\n");
}

/** The address by which a bot's owner is reached, where their words on it have one. */
function contactMail(contact: string): string | undefined {
  const email = readContact(contact, { wantsPerson: true })?.email;
  return email && isMailAddress(email) ? email : undefined;
}

/** The page from which the visitor wrote last, without what scrolls it. */
function pageOf(pageUrl: string | null): string | undefined {
  const url = pageUrl === null ? null : URL.parse(pageUrl);
  if (url?.protocol !== "https:" && url?.protocol !== "http:") return undefined;
  url.hash = "";
  return url.href;
}
