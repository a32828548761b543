import { z } from "zod";
import type { SaidVisitor } from "@/lib/conversations/receive/visitor-input";
import type { ChatDesk } from "@/lib/conversations/turns/turn";
import { requireRow } from "@/lib/db/require-row";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";

/** What is kept of a chat's visitor; times are Unix milliseconds. */
export type VisitorCard = {
  /** As the page said, unverified; null where it said nothing. */
  said: SaidVisitor | null;
  /**
   * What they agreed to when they left a contact, with the owner's policy that stood beside it; null where they were
   * asked for nothing.
   */
  consent: { text: string; url: string | null; at: number } | null;
  /** Of the page that they wrote from last, a language tag. */
  language: string | null;
  /** `Safari · iPhone`. */
  browser: string | null;
  /** From where they wrote, the newest first; pages that follow on themselves once. At most 20. */
  pages: { url: string; at: number }[];
  /** Their other chats with the bot, the newest first: at most 20, and how many there are. */
  others: { chats: OtherChat[]; count: number };
};

export type OtherChat = { id: string; lastAsked: string; lastActivityAt: number; state: ChatDesk["state"] };

const traitsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const mostShown = 20;
/** Turns that are looked through for pages. */
const mostTurns = 200;

/**
 * What is kept of a conversation's visitor. Throws AppError `forbidden` without `chat.read`, `not_found` for an id that
 * the team doesn't have.
 */
export async function getVisitorCard(ctx: ActorCtx, conversationId: string): Promise<VisitorCard> {
  requirePermission(ctx.actor, "chat.read");
  const { db, actor } = ctx;
  const { teamId } = actor;
  const found = isId(conversationId)
    ? await db.conversation.findFirst({
        where: { teamId, id: conversationId },
        select: {
          ...{ locale: true, browser: true, visitorId: true, pageUrl: true, lastActivityAt: true },
          ...{ consentText: true, consentUrl: true, consentAt: true },
          visitor: { select: { name: true, email: true, traits: true } },
        },
      })
    : null;
  const row = requireRow(found, "no such conversation in this team");
  const ofOthers = {
    teamId,
    visitorId: row.visitorId,
    id: { not: conversationId },
    bot: { deletedAt: null },
  };
  const [turns, chats, count] = await Promise.all([
    db.message.findMany({
      where: { teamId, conversationId, author: "visitor", pageUrl: { not: null } },
      orderBy: { id: "desc" },
      take: mostTurns,
      select: { pageUrl: true, createdAt: true },
    }),
    db.conversation.findMany({
      where: ofOthers,
      orderBy: { lastActivityAt: "desc" },
      take: mostShown,
      select: { id: true, lastAsked: true, lastActivityAt: true, state: true },
    }),
    db.conversation.count({ where: ofOthers }),
  ]);
  const { name, email, traits } = row.visitor;
  const said = { name, email, traits: traitsSchema.catch({}).parse(traits) };
  const isSilent = name === null && email === null && Object.keys(said.traits).length === 0;
  const written = turns.map(({ pageUrl, createdAt }) => ({ url: pageUrl ?? "", at: createdAt.getTime() }));
  // Of turns of earlier releases only the last page is known.
  const pages =
    written.length > 0 || row.pageUrl === null
      ? written
      : [{ url: row.pageUrl, at: row.lastActivityAt.getTime() }];
  return {
    said: isSilent ? null : said,
    consent:
      row.consentText !== null && row.consentAt !== null
        ? { text: row.consentText, url: row.consentUrl, at: row.consentAt.getTime() }
        : null,
    language: row.locale,
    browser: row.browser,
    pages: pages.filter(({ url }, index) => url !== pages[index + 1]?.url).slice(0, mostShown),
    others: {
      chats: chats.map((chat) => ({ ...chat, lastActivityAt: chat.lastActivityAt.getTime() })),
      count,
    },
  };
}
