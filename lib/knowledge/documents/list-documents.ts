import { z } from "zod";
import { requireBot } from "@/lib/bots/require-bot";
import type { DocumentState } from "@/lib/db/generated/enums";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { cleanLine } from "@/lib/language/clean-text";
import { cutText } from "@/lib/language/cut-text";
import { documentLimits } from "./document-limits";

export const listDocumentsInput = z.strictObject({
  botId: z.string("required"),
  /** Part of a title, in any case; empty for all. */
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
};

export type DocumentList = {
  documents: DocumentListItem[];
  /** Documents that match, on all pages. */
  matchCount: number;
  /** Documents of the bot. */
  totalCount: number;
  pageSize: number;
};

/** One page of a bot's documents, last edited first. */
export async function listDocuments(
  ctx: ActorCtx,
  { botId, query, page }: ListDocumentsInput,
): Promise<DocumentList> {
  requirePermission(ctx.actor, "knowledge.read");
  await requireBot(ctx, botId);
  const { teamId } = ctx.actor;
  const [documents, counts] = await Promise.all([
    ctx.db.$queryRaw<DocumentListItem[]>`
      SELECT d.id, d.name AS title, d.state, COALESCE(v.number, 0) AS number,
        COALESCE(char_length(v.content), 0) AS "characterCount", COALESCE(v.created_at, d.created_at) AS "updatedAt",
        CASE WHEN d.source_kind <> 'text' THEN d.source->>'name' END AS "fileName", d.source_kind = 'page' AS "isFromWeb",
        v.vector_model AS "vectorModel", v.vector_fault AS "vectorFault",
        (SELECT count(*)::int FROM passages p WHERE p.version_id = v.id AND p.team_id = v.team_id) AS "passageCount"
      FROM documents d LEFT JOIN document_versions v ON v.id = d.published_version_id AND v.document_id = d.id
      WHERE d.team_id = ${teamId}::uuid AND d.bot_id = ${botId}::uuid AND d.deleted_at IS NULL
        AND strpos(lower(d.name), lower(${query})) > 0
      ORDER BY COALESCE(v.created_at, d.created_at) DESC, d.id DESC
      LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`,
    ctx.db.$queryRaw<{ matches: number; total: number }[]>`
      SELECT count(*)::int AS total, (count(*) FILTER (WHERE strpos(lower(d.name), lower(${query})) > 0))::int AS matches
      FROM documents d
      WHERE d.team_id = ${teamId}::uuid AND d.bot_id = ${botId}::uuid AND d.deleted_at IS NULL`,
  ]);
  return { documents, matchCount: counts[0]?.matches ?? 0, totalCount: counts[0]?.total ?? 0, pageSize };
}

const pageSize = 50;
