import { z } from "zod";
import type { ChatSummary } from "@/lib/conversations/turns/turn";
import { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { lineInput } from "@/lib/language/text-input";
import { fold } from "@/lib/language/words/fold";
import { isSaid } from "./is-said";
import type { ChatQuery } from "./query/chat-query";
import { chatsSql } from "./query/chats-where";
import { type ChatPlace, isByReturn } from "./query/list-order";
import { viewerOf } from "./query/viewer-of";
import { readArchivedChats } from "./read-archived-chats";

const maxFound = 100;
/**
 * Chats looked at in one statement. The embedded database answers nobody else meanwhile: there are more of them in the
 * next one only while one is short (milliseconds), and fewer once one was long.
 */
const firstBatch = 500;
const largestBatch = 4_000;
const shortMs = 25;
const longMs = 60;
/** Chats looked at in all, the first of the list. */
const maxSearched = 50_000;

const searchChatsInput = z.object({ text: lineInput(100) });

export type SearchChatsInput = z.input<typeof searchChatsInput> & { query: ChatQuery };

/**
 * The team's chats that a query wants whose visitor's label, name or address, domain or transcript holds the text: the
 * first 100 among the first 50,000 of the query's list, in its order, from the archive. Texts are compared folded, as
 * in the knowledge search: whatever their case, width and Han form. Throws AppError `forbidden` without `chat.read`,
 * `invalid_input` for a text of no or more than 100 characters.
 * @param signal ends the search between two statements, with what was found so far
 */
export async function searchChats(
  ctx: ActorCtx,
  { query, ...input }: SearchChatsInput,
  signal?: AbortSignal,
): Promise<ChatSummary[]> {
  requirePermission(ctx.actor, "chat.read");
  const parsed = searchChatsInput.safeParse(input);
  if (!parsed.success) throw new AppError("invalid_input", "nothing that can be searched for");
  const { teamId } = ctx.actor;
  const { text } = parsed.data;
  const wanted = chatsSql(query, await viewerOf(ctx, query));
  const order = isByReturn(query) ? byReturn : byActivity;
  const search: Search = { teamId, text, folded: fold(text).trim(), wanted, order, otherDomains: new Set() };
  const ids: string[] = [];
  let after: ChatPlace | undefined;
  let size = firstBatch;
  for (let searched = 0; searched < maxSearched && ids.length < maxFound; ) {
    if (signal?.aborted) break;
    const began = performance.now();
    const { found, count, last } = await readBatch(ctx, search, { after, size });
    ids.push(...found);
    searched += count;
    after = last;
    if (!after || count < size) break;
    size = nextSize(size, performance.now() - began);
  }
  return readArchivedChats(ctx, teamId, { limit: maxFound, query, ids: ids.slice(0, maxFound) });
}

/** As many as the database looks through in a moment. */
function nextSize(size: number, tookMs: number): number {
  if (tookMs < shortMs) return Math.min(2 * size, largestBatch);
  return tookMs > longMs ? Math.max(size / 2, firstBatch) : size;
}

type Search = {
  teamId: string;
  text: string;
  folded: string;
  wanted: Prisma.Sql;
  order: Order;
  /** Domains that were seen and don't hold the text. */
  otherDomains: Set<string>;
};

/** As `readArchivedChats` has it; the time of a row of conversations, and which way both go. */
type Order = { at: Prisma.Sql; follows: Prisma.Sql; way: Prisma.Sql; back: Prisma.Sql };

const byActivity: Order = {
  at: Prisma.sql`c.last_activity_at`,
  follows: Prisma.raw("<"),
  way: Prisma.raw("DESC"),
  back: Prisma.raw("ASC"),
};
const byReturn: Order = {
  at: Prisma.sql`c.snoozed_until`,
  follows: Prisma.raw(">"),
  way: Prisma.raw("ASC"),
  back: Prisma.raw("DESC"),
};

type Row = {
  id: string;
  at: Date;
  count: number;
  isSaid: boolean;
  domain: string | null;
  name: string | null;
  email: string | null;
};

/**
 * Looks through some chats in the order of the list: which of them hold the text, how many they were, and which was the
 * last. Names, addresses and domains are compared here, for only here they can be folded; rows without any stay away.
 * Each LIMIT 1 has PostgreSQL look up what it joins chat by chat, instead of reading all visitors and turns there are.
 */
async function readBatch(
  { db }: ActorCtx,
  { teamId, text, folded, wanted, order, otherDomains }: Search,
  { after, size }: { after: ChatPlace | undefined; size: number },
): Promise<{ found: string[]; count: number; last: ChatPlace | undefined }> {
  const { at, follows, way, back } = order;
  const rest = after
    ? Prisma.sql`AND (${at}, c.id) ${follows} (${new Date(after.at)}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty;
  const isLabel = Prisma.sql`right(p.chat_id, ${[...folded].length}::int) = ${folded}`;
  const rows = await db.$queryRaw<Row[]>`
    WITH page AS MATERIALIZED (
      SELECT c.id, c.team_id, c.visitor_id, c.chat_id, c.domain, ${at} AS at FROM conversations c
      WHERE c.team_id = ${teamId}::uuid AND c.bot_id IN (SELECT id FROM bots WHERE team_id = ${teamId}::uuid AND deleted_at IS NULL)
        AND ${wanted} ${rest}
      ORDER BY ${at} ${way}, c.id ${way} LIMIT ${size}
    )
    SELECT p.id::text AS id, p.at, (SELECT count(*)::int FROM page) AS count, p.domain, v.name, v.email,
      COALESCE(s.said, ${isLabel}) AS "isSaid"
    FROM page p LEFT JOIN LATERAL (
      SELECT name, email FROM visitors WHERE team_id = p.team_id AND id = p.visitor_id LIMIT 1
    ) v ON true LEFT JOIN LATERAL (
      SELECT true AS said FROM messages m WHERE m.conversation_id = p.id AND ${isSaid(text)} LIMIT 1
    ) s ON true
    WHERE s.said OR ${isLabel} OR v.name IS NOT NULL OR v.email IS NOT NULL
      OR p.domain <> ALL(${[...otherDomains]}::text[])
      OR p.id = (SELECT id FROM page ORDER BY at ${back}, id ${back} LIMIT 1)
    ORDER BY p.at ${way}, p.id ${way}`;
  const holds = (fact: string | null) => fact !== null && fold(fact).includes(folded);
  const isOn = (domain: string | null) => {
    if (domain === null || otherDomains.has(domain)) return false;
    if (holds(domain)) return true;
    otherDomains.add(domain);
    return false;
  };
  const found = rows.filter(
    ({ isSaid, domain, name, email }) => isSaid || isOn(domain) || holds(name) || holds(email),
  );
  const last = rows.at(-1);
  return {
    found: found.map(({ id }) => id),
    count: last?.count ?? 0,
    last: last && { at: last.at.getTime(), id: last.id },
  };
}
