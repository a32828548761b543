import { z } from "zod";
import { requireBot } from "@/lib/bots/require-bot";
import type { DocumentState } from "@/lib/db/generated/enums";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { type DocumentQuery, readDocumentQuery } from "./organise/document-query";
import { findDocuments } from "./organise/find-documents";
import { readBotTags } from "./organise/read-bot-tags";

const parameter = z.string().optional().catch(undefined);

/** As an address has it: what can't be read is as if it weren't there. `query` has what is wanted. */
export const listDocumentsInput = z
  .object({
    botId: z.string("required"),
    ...{ q: parameter, tag: parameter, kind: parameter, state: parameter, sort: parameter },
    /** From 1. */
    page: z.coerce.number().int().min(1).max(1_000).catch(1),
  })
  .transform(({ botId, page, ...given }) => ({
    ...{ botId, page },
    query: readDocumentQuery((name) => new Map(Object.entries(given)).get(name)),
  }));
export type ListDocumentsInput = { botId: string; query: DocumentQuery; page: number };

export type DocumentListItem = {
  id: string;
  title: string;
  state: DocumentState;
  /** Of the version that answers; 0, and no characters, while none does. */
  number: number;
  characterCount: number;
  passageCount: number;
  /** How often answers quoted that version. */
  quoteCount: number;
  /** What the file, the page or the site is called that it was read from; null for what was written here. */
  fileName: string | null;
  isFromWeb: boolean;
  tags: string[];
  /** It is kept, but answers nothing. */
  isOff: boolean;
  vectorModel: string | null;
  vectorFault: string | null;
  updatedAt: Date;
  /** Where the query stands in the text, with what is around it; null without one, and where only the title has it. */
  place: { before: string; hit: string; after: string } | null;
};

export type DocumentList = {
  documents: DocumentListItem[];
  /** Documents that match, on all pages. */
  matchCount: number;
  /** Documents of the bot, and those of them that are turned off. */
  totalCount: number;
  offCount: number;
  /** Those that its documents have, the most used first. */
  tags: string[];
  pageSize: number;
  /** Which one this is: the last one where there are fewer than was asked for. */
  page: number;
};

/** One page of a bot's documents. */
export async function listDocuments(
  ctx: ActorCtx,
  { botId, query, page: asked }: ListDocumentsInput,
): Promise<DocumentList> {
  requirePermission(ctx.actor, "knowledge.read");
  await requireBot(ctx, botId);
  const { teamId } = ctx.actor;
  const found = await findDocuments(ctx, botId, query);
  const [counted] = await ctx.db.$queryRaw<{ total: number; off: number }[]>`
    SELECT count(*)::int AS total, count(d.off_at)::int AS off FROM documents d
    WHERE d.team_id = ${teamId}::uuid AND d.bot_id = ${botId}::uuid AND d.deleted_at IS NULL`;
  const tags = await readBotTags(ctx.db, { teamId, botId });
  const matchCount = found.length;
  const pageSize = query.q === "" ? pageSizes.listed : pageSizes.found;
  const page = Math.min(asked, Math.max(1, Math.ceil(matchCount / pageSize)));
  const shown = found.slice((page - 1) * pageSize, page * pageSize);
  const rows = await ctx.db.$queryRaw<(Omit<DocumentListItem, "place"> & Place)[]>`
    SELECT d.id, d.name AS title, d.state, COALESCE(v.number, 0) AS number,
      COALESCE(char_length(v.content), 0) AS "characterCount", COALESCE(v.created_at, d.created_at) AS "updatedAt",
      CASE WHEN d.source_kind <> 'text' THEN d.source->>'name' END AS "fileName", d.source_kind = 'page' AS "isFromWeb",
      d.tags, d.off_at IS NOT NULL AS "isOff", v.vector_model AS "vectorModel", v.vector_fault AS "vectorFault",
      (SELECT count(*)::int FROM passages p WHERE p.version_id = v.id AND p.team_id = v.team_id) AS "passageCount",
      (SELECT coalesce(sum(q.count), 0)::int FROM passage_quotes q
        WHERE q.version_id = v.id AND q.team_id = v.team_id) AS "quoteCount",
      substr(v.content, greatest(1, h.at - ${around}), least(h.at - 1, ${around})) AS before,
      substr(v.content, h.at, h.end - h.at) AS hit, substr(v.content, h.end, ${around * 4}) AS after
    FROM unnest(${shown.map(({ id }) => id)}::uuid[], ${shown.map(({ at }) => at)}::int[],
      ${shown.map(({ end }) => end)}::int[]) WITH ORDINALITY AS s(id, at, "end", ordinal)
    JOIN documents d ON d.id = s.id AND d.team_id = ${teamId}::uuid AND d.deleted_at IS NULL
    LEFT JOIN document_versions v ON v.id = d.published_version_id AND v.document_id = d.id
    LEFT JOIN LATERAL (SELECT s.at, s."end" WHERE s.at > 0) AS h ON true
    ORDER BY s.ordinal`;
  const documents = rows.map(({ before, hit, after, ...row }) => ({
    ...row,
    place: before === null || hit === null || after === null ? null : { before, hit, after },
  }));
  const { total: totalCount, off: offCount } = counted ?? { total: 0, off: 0 };
  return { documents, matchCount, totalCount, offCount, tags, pageSize, page };
}

type Place = Record<"before" | "hit" | "after", string | null>;

/** What was found shows where, in two lines more. */
const pageSizes = { listed: 50, found: 20 };
/** Code points shown before a hit, and a quarter of those behind it. */
const around = 16;
