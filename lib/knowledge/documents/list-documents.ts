import { z } from "zod";
import { requireBot } from "@/lib/bots/require-bot";
import type { DocumentState } from "@/lib/db/generated/enums";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { cleanLine } from "@/lib/language/clean-text";
import { cutText } from "@/lib/language/cut-text";
import { documentLimits } from "./document-limits";
import { searchDocuments } from "./search-documents";

export const listDocumentsInput = z.strictObject({
  botId: z.string("required"),
  /** Part of a title or a text, compared folded; empty for all. */
  query: z
    .string()
    .transform((text) => cleanLine(cutText(text, documentLimits.title)))
    .default(""),
  /** From 1. */
  page: z.coerce.number().int().min(1).max(1_000).catch(1),
});
export type ListDocumentsInput = z.output<typeof listDocumentsInput>;

export type DocumentListItem = {
  id: string;
  title: string;
  state: DocumentState;
  /** Of the version that answers; 0, and no characters, while none does. */
  number: number;
  characterCount: number;
  passageCount: number;
  /** What the file, the page or the site is called that it was read from; null for what was written here. */
  fileName: string | null;
  isFromWeb: boolean;
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
  /** Documents of the bot. */
  totalCount: number;
  pageSize: number;
  /** Which one this is: the last one where there are fewer than was asked for. */
  page: number;
};

/** One page of a bot's documents, last edited first. */
export async function listDocuments(
  ctx: ActorCtx,
  { botId, query, page: asked }: ListDocumentsInput,
): Promise<DocumentList> {
  requirePermission(ctx.actor, "knowledge.read");
  await requireBot(ctx, botId);
  const { teamId } = ctx.actor;
  const hits = query === "" ? null : await searchDocuments(ctx, botId, query);
  const [counted] = await ctx.db.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM documents d
    WHERE d.team_id = ${teamId}::uuid AND d.bot_id = ${botId}::uuid AND d.deleted_at IS NULL`;
  const totalCount = counted?.total ?? 0;
  const matchCount = hits?.length ?? totalCount;
  const page = Math.min(asked, Math.max(1, Math.ceil(matchCount / pageSize)));
  const shown = hits?.slice((page - 1) * pageSize, page * pageSize) ?? [];
  const rows = await ctx.db.$queryRaw<(Omit<DocumentListItem, "place"> & Place)[]>`
    SELECT d.id, d.name AS title, d.state, COALESCE(v.number, 0) AS number,
      COALESCE(char_length(v.content), 0) AS "characterCount", COALESCE(v.created_at, d.created_at) AS "updatedAt",
      CASE WHEN d.source_kind <> 'text' THEN d.source->>'name' END AS "fileName", d.source_kind = 'page' AS "isFromWeb",
      v.vector_model AS "vectorModel", v.vector_fault AS "vectorFault",
      (SELECT count(*)::int FROM passages p WHERE p.version_id = v.id AND p.team_id = v.team_id) AS "passageCount",
      substr(v.content, greatest(1, h.at - ${around}), least(h.at - 1, ${around})) AS before,
      substr(v.content, h.at, h.end - h.at) AS hit, substr(v.content, h.end, ${around * 4}) AS after
    FROM documents d LEFT JOIN document_versions v ON v.id = d.published_version_id AND v.document_id = d.id
    LEFT JOIN unnest(${shown.map(({ id }) => id)}::uuid[], ${shown.map(({ at }) => at)}::int[],
      ${shown.map(({ end }) => end)}::int[]) AS h(id, at, "end") ON h.id = d.id AND h.at > 0
    WHERE d.team_id = ${teamId}::uuid AND d.bot_id = ${botId}::uuid AND d.deleted_at IS NULL
      AND (${hits === null} OR d.id = ANY (${shown.map(({ id }) => id)}::uuid[]))
    ORDER BY COALESCE(v.created_at, d.created_at) DESC, d.id DESC
    LIMIT ${pageSize} OFFSET ${hits === null ? (page - 1) * pageSize : 0}`;
  const documents = rows.map(({ before, hit, after, ...row }) => ({
    ...row,
    place: before === null || hit === null || after === null ? null : { before, hit, after },
  }));
  return { documents, matchCount, totalCount, pageSize, page };
}

type Place = Record<"before" | "hit" | "after", string | null>;

const pageSize = 50;
/** Code points shown before a hit, and a quarter of those behind it. */
const around = 16;
