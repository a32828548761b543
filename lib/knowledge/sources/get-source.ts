import { z } from "zod";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { readSiteSettings, type SiteSettings } from "@/lib/knowledge/web/site-settings";
import {
  type ColumnMapping,
  readColumns,
  type SheetColumns,
  sheetColumns,
} from "@/lib/reading/office/sheet-columns";
import { documentsOfSource } from "./document-of-part";
import { listSources, type SourceItem } from "./list-sources";
import type { SourceIdInput } from "./source-input";

const place = z.object({
  page: z.number().optional(),
  sheet: z.string().optional(),
  entry: z.string().optional(),
  columns: sheetColumns.optional().catch(undefined),
});
const notesSchema = z.array(place.extend({ fault: z.string(), row: z.number().optional() }));

export type SourceDetail = Omit<SourceItem, "notes" | "parts" | "pages" | "takenPages" | "gonePages"> & {
  /** Of a file; null for what is fetched. */
  fileId: string | null;
  settings: SiteSettings;
  type: string | null;
  encoding: string | null;
  /** What somebody said of its columns; null where nobody did. */
  columns: ColumnMapping | null;
  /** Those of a sheet that may hold questions and answers, waiting or published; null where it has none. */
  sheet: SheetColumns | null;
  authorName: string;
  /** The file whose documents its own take the place of. */
  replaces: { id: string; name: string } | null;
  notes: z.output<typeof notesSchema>;
  /** What was read and waits, its beginning; each becomes a document. */
  parts: (z.output<typeof place> & {
    ordinal: number;
    title: string;
    text: string;
    characterCount: number;
    isCut: boolean;
    /** Its document was deleted before, so it becomes none, unless it is wanted. */
    isLeftOut: boolean;
  })[];
  partCount: number;
  /** What came of it; those in the bin aren't among them. */
  documents: { id: string; title: string }[];
};

type PartRow = {
  ordinal: number;
  title: string;
  text: string;
  characterCount: number;
  place: unknown;
  isLeftOut: boolean;
};

const shown = { parts: 30, characters: 4_000, documents: 100 };

/**
 * A source with what was read of it, and waits to be published: all of it, or of one page of a site. Null when the bot
 * isn't the actor's team's or has no such source.
 */
export async function getSource(
  ctx: ActorCtx,
  { botId, sourceId, pageId = null }: SourceIdInput & { pageId?: string | null },
): Promise<SourceDetail | null> {
  requirePermission(ctx.actor, "knowledge.read");
  if (!isId(botId) || !isId(sourceId) || (pageId !== null && !isId(pageId))) return null;
  const { teamId } = ctx.actor;
  const source = await ctx.db.source.findFirst({
    where: { id: sourceId, teamId, botId, bot: { deletedAt: null } },
    include: { file: { select: { bytes: true } }, _count: { select: { parts: true } } },
  });
  if (!source) return null;
  const listed =
    source.state === "ready"
      ? undefined
      : (await listSources(ctx, { botId })).find(({ id }) => id === sourceId);
  const replaced = source.replacesId
    ? await ctx.db.source.findFirst({
        where: { id: source.replacesId, teamId, botId },
        select: { id: true, name: true, knownKeys: true },
      })
    : null;
  const known = [...source.knownKeys, ...(replaced?.knownKeys ?? [])];
  const begins = [sourceId, ...(replaced ? [replaced.id] : [])].map(documentsOfSource);
  const [parts, documents] = await Promise.all([
    // Of each only what is shown: together they may be five million characters.
    ctx.db.$queryRaw<PartRow[]>`
      SELECT p.ordinal, p.title, left(p.content, ${shown.characters}) AS text, char_length(p.content) AS "characterCount",
        p.place, NOT p.is_wanted AND p.key = ANY (${known}::text[]) AND NOT EXISTS (
          SELECT FROM documents d
          WHERE d.team_id = p.team_id AND d.bot_id = ${botId}::uuid AND (d.deleted_at IS NULL OR d.source ? 'isDropped')
            AND d.external_id = ANY (SELECT b || p.key FROM unnest(${begins}::text[]) b)) AS "isLeftOut"
      FROM source_parts p WHERE p.team_id = ${teamId}::uuid AND p.source_id = ${sourceId}::uuid
        AND (${pageId}::uuid IS NULL OR p.page_id = ${pageId}::uuid)
      ORDER BY p.ordinal LIMIT ${shown.parts}`,
    ctx.db.document.findMany({
      where: { teamId, botId, deletedAt: null, externalId: { startsWith: documentsOfSource(sourceId) } },
      select: { id: true, name: true, offAt: true, source: true },
      orderBy: { id: "asc" },
      take: shown.documents,
    }),
  ]);
  const { file, notes, _count, ...row } = source;
  return {
    ...{ id: row.id, fileId: row.fileId, name: row.name, type: row.type, encoding: row.encoding },
    ...{ authorName: row.authorName, createdAt: row.createdAt, bytes: file?.bytes ?? 0 },
    ...{ origin: row.origin, address: row.address, schedule: row.schedule },
    ...{ checkedAt: row.checkedAt, publishedAt: row.publishedAt, settings: readSiteSettings(row.settings) },
    ...{ progressDone: row.progressDone, progressTotal: row.progressTotal },
    columns: readColumns(row.columns) ?? null,
    sheet: sheetOf(parts.length > 0 ? parts.map((part) => part.place) : documents.map(placeOf)),
    replaces: replaced && { id: replaced.id, name: replaced.name },
    state: listed?.state ?? row.state,
    fault: listed?.fault ?? row.fault,
    notes: notesSchema.catch([]).parse(notes),
    partCount: _count.parts,
    parts: parts.map(({ place: where, ...part }) => ({
      ...place.catch({}).parse(where),
      ...part,
      isCut: part.characterCount > shown.characters,
    })),
    isOff: documents.length > 0 && documents.every(({ offAt }) => offAt !== null),
    documents: documents.map(({ id, name }) => ({ id, title: name })),
  };
}

const placed = z.object({ place: z.unknown() });

function placeOf({ source }: { source: unknown }): unknown {
  return placed.safeParse(source).data?.place;
}

function sheetOf(places: readonly unknown[]): SheetColumns | null {
  for (const one of places) {
    const { columns } = place.catch({}).parse(one);
    if (columns) return columns;
  }
  return null;
}
