import { z } from "zod";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { toPassage } from "@/lib/knowledge/search/passage-row";
import { cleanLine } from "@/lib/language/clean-text";
import { cutText } from "@/lib/language/cut-text";
import { fold } from "@/lib/language/words/fold";
import { foldedPattern } from "@/lib/language/words/folded-pattern";
import { pageAt, readPageMarks } from "./page-marks";

export const listPassagesInput = z.strictObject({
  botId: z.string("required"),
  documentId: z.string("required"),
  /** Part of a passage or of a heading above it, compared folded; empty for all. */
  query: z
    .string()
    .transform((text) => cleanLine(cutText(text, longestQuery)))
    .default("")
    .catch(""),
  /** From 1. */
  page: z.coerce.number().int().min(1).max(1_000).optional().catch(undefined),
  /** Those alone that no answer has quoted. */
  unquoted: z.literal("1").optional().catch(undefined),
  /** The passage whose page is wanted where none is named, from 0. */
  at: z.coerce.number().int().min(0).max(100_000).optional().catch(undefined),
});
export type ListPassagesInput = z.output<typeof listPassagesInput>;

export type PassageListItem = {
  /** From 0. */
  ordinal: number;
  /** Outermost first. */
  headings: string[];
  /** In pieces, told apart by whether the query stands there; cut where it is very long. */
  pieces: { text: string; isHit: boolean }[];
  isCut: boolean;
  isPair: boolean;
  /** Of a file whose text is as it was read: the pages or slides that it begins and ends on. */
  pages: { first: number; last: number } | null;
  /** It is, at least at one end, from a page that was recognised from a picture. */
  isScan: boolean;
  /** How many answers quoted it, when the last did, and in which chat, where it is there still; null for none. */
  quoted: { count: number; lastAt: Date; conversationId: string | null } | null;
};

export type PassageList = {
  title: string;
  /** Of the version that answers. */
  number: number;
  /**
   * Where it was read: a file with its sheet or its path in an archive, or a page of the web. Null for what was written
   * here.
   */
  from: {
    sourceId: string;
    name: string;
    sheet?: string;
    entry?: string;
    url?: string;
    isFromWeb: boolean;
  } | null;
  passages: PassageListItem[];
  /** Passages that match, on all pages. */
  matchCount: number;
  totalCount: number;
  /** Passages that no answer has quoted. */
  unquotedCount: number;
  page: number;
  lastPage: number;
};

const sourceSchema = z
  .object({
    ...{ sourceId: z.string(), name: z.string() },
    ...{ version: z.number().optional(), pageId: z.string().optional(), url: z.string().optional() },
    place: z
      .object({
        ...{ sheet: z.string().optional(), entry: z.string().optional(), pages: z.unknown().optional() },
        scans: z.array(z.number()).optional(),
      })
      .catch({}),
  })
  .nullable()
  .catch(null);

/**
 * The passages of the version that answers, as the bot searches and quotes them, in their order and a page at a time.
 * Null when there is no such document, it or its bot is another team's, or one was deleted.
 */
export async function listPassages(
  ctx: ActorCtx,
  { botId, documentId, query, unquoted, page: asked, at }: ListPassagesInput,
): Promise<PassageList | null> {
  requirePermission(ctx.actor, "knowledge.read");
  if (!isId(botId) || !isId(documentId)) return null;
  const { teamId } = ctx.actor;
  const document = await ctx.db.document.findFirst({
    where: { id: documentId, teamId, botId, deletedAt: null, bot: { deletedAt: null } },
    select: {
      source: true,
      publishedVersion: {
        select: {
          ...{ title: true, content: true, number: true },
          passages: { orderBy: { ordinal: "asc" } },
          quotes: true,
        },
      },
    },
  });
  const version = document?.publishedVersion;
  if (!version) return null;
  const { title, content, number } = version;
  const source = sourceSchema.parse(document.source);
  const marks = source?.version === number ? readPageMarks(source.place.pages) : [];
  const scans = new Set(source?.place.scans);
  const hit = query === "" ? null : new RegExp(foldedPattern(query), "g");
  const folded = fold(query);
  const quotes = new Map(version.quotes.map((quote) => [quote.ordinal, quote]));
  const found = version.passages.filter(
    ({ ordinal, start, end, headings }) =>
      !(unquoted && quotes.has(ordinal)) &&
      (hit === null ||
        content.slice(start, end).search(hit) >= 0 ||
        headings.some((heading) => fold(heading).includes(folded))),
  );
  const lastPage = Math.max(1, Math.ceil(found.length / pageSize));
  const wanted =
    asked ??
    Math.floor(
      Math.max(
        0,
        found.findIndex(({ ordinal }) => ordinal === at),
      ) / pageSize,
    ) + 1;
  const page = Math.min(wanted, lastPage);
  const shown = found.slice((page - 1) * pageSize, page * pageSize);
  const chats = await ctx.db.conversation.findMany({
    where: {
      teamId,
      id: { in: shown.flatMap(({ ordinal }) => quotes.get(ordinal)?.lastConversationId ?? []) },
    },
    select: { id: true },
  });
  const isThere = new Set(chats.map(({ id }) => id));
  return {
    ...{ title, number, matchCount: found.length, totalCount: version.passages.length, page, lastPage },
    from: source && {
      ...{ sourceId: source.sourceId, name: source.name, isFromWeb: source.pageId !== undefined },
      ...(source.place.sheet && { sheet: source.place.sheet }),
      ...(source.place.entry && { entry: source.place.entry }),
      ...(source.url && { url: source.url }),
    },
    unquotedCount: version.passages.filter(({ ordinal }) => !quotes.has(ordinal)).length,
    passages: shown.map((row) => {
      const { start, end, headings, answer } = toPassage(row);
      const first = pageAt(marks, start);
      const last = pageAt(marks, end - 1);
      const text = content.slice(start, Math.min(end, start + longestShown));
      const quote = quotes.get(row.ordinal);
      return {
        ...{ ordinal: row.ordinal, headings, pieces: cutAtHits(text, hit) },
        ...{ isCut: end - start > longestShown, isPair: answer !== undefined },
        pages: first === undefined || last === undefined ? null : { first, last },
        isScan: (first !== undefined && scans.has(first)) || (last !== undefined && scans.has(last)),
        quoted: quote
          ? {
              ...{ count: quote.count, lastAt: quote.lastAt },
              conversationId: isThere.has(quote.lastConversationId) ? quote.lastConversationId : null,
            }
          : null,
      };
    }),
  };
}

function cutAtHits(text: string, hit: RegExp | null): PassageListItem["pieces"] {
  const pieces: PassageListItem["pieces"] = [];
  let at = 0;
  for (const { 0: found, index } of hit ? text.matchAll(hit) : []) {
    if (found === "") continue;
    if (index > at) pieces.push({ text: text.slice(at, index), isHit: false });
    pieces.push({ text: found, isHit: true });
    at = index + found.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isHit: false });
  return pieces;
}

const pageSize = 25;
/** UTF-16 units. */
const longestShown = 4_000;
/** Code points. */
const longestQuery = 100;
