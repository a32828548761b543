import { Prisma } from "@/lib/db/generated/client";
import type { ActorCtx } from "@/lib/identity/actor";
import { type DocumentHit, searchDocuments } from "@/lib/knowledge/documents/search-documents";
import { cleanLine } from "@/lib/language/clean-text";
import type { DocumentQuery } from "./document-query";

/** A document that is wanted; `at` and `end` are 0 where nothing is searched for, or only the title has it. */
export type FoundDocument = DocumentHit;

/** All documents of a bot that a query wants, in its order. The bot is known to be the actor's team's. */
export async function findDocuments(
  ctx: ActorCtx,
  botId: string,
  { q, tag, kind, state, sort }: DocumentQuery,
): Promise<FoundDocument[]> {
  const { teamId } = ctx.actor;
  const query = cleanLine(q);
  const quotes = Prisma.sql`(SELECT coalesce(sum(p.count), 0) FROM passage_quotes p
    WHERE p.version_id = v.id AND p.team_id = v.team_id)`;
  const newestFirst = Prisma.sql`COALESCE(v.created_at, d.created_at) DESC, d.id DESC`;
  const rows = await ctx.db.$queryRaw<{ id: string; name: string; bytes: number }[]>`
    SELECT d.id::text AS id, ${sort === "title" ? Prisma.sql`d.name` : Prisma.sql`''`} AS name,
      coalesce(pg_column_size(v.content), 0) + 200 AS bytes
    FROM documents d LEFT JOIN document_versions v ON v.id = d.published_version_id AND v.document_id = d.id
    WHERE d.team_id = ${teamId}::uuid AND d.bot_id = ${botId}::uuid AND d.deleted_at IS NULL
      ${tag === undefined ? Prisma.empty : Prisma.sql`AND d.tags @> ARRAY[${tag}]`}
      ${kind === undefined ? Prisma.empty : Prisma.sql`AND d.source_kind = ${kind}::source_kind`}
      ${state === "off" ? Prisma.sql`AND d.off_at IS NOT NULL` : Prisma.empty}
      ${state === "on" || state === "unquoted" ? Prisma.sql`AND d.off_at IS NULL` : Prisma.empty}
      ${state === "unquoted" ? Prisma.sql`AND ${quotes} = 0` : Prisma.empty}
    ORDER BY ${sort === "quoted" ? Prisma.sql`${quotes} DESC, ${newestFirst}` : newestFirst}`;
  // Databases differ in how they order Chinese, and the embedded one doesn't at all.
  if (sort === "title") rows.sort((a, b) => byTitle.compare(a.name, b.name));
  return query === "" ? rows.map(({ id }) => ({ id, at: 0, end: 0 })) : searchDocuments(ctx, rows, query);
}

const byTitle = new Intl.Collator("zh-TW", { numeric: true });
