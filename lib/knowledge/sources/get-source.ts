import { z } from "zod";
import { isId } from "@/lib/id-input";
import type { ActorCtx } from "@/lib/identity/actor";
import { requirePermission } from "@/lib/identity/permissions";
import { documentsOfSource } from "./document-of-part";
import { listSources, type SourceItem } from "./list-sources";
import type { SourceIdInput } from "./source-input";

const place = z.object({
  page: z.number().optional(),
  sheet: z.string().optional(),
  entry: z.string().optional(),
});
const notesSchema = z.array(place.extend({ fault: z.string() }));

export type SourceDetail = Omit<SourceItem, "notes" | "parts"> & {
  fileId: string;
  type: string | null;
  encoding: string | null;
  authorName: string;
  /** The file whose documents its own take the place of. */
  replaces: { id: string; name: string } | null;
  notes: z.output<typeof notesSchema>;
  /** What was read and waits, its beginning; each becomes a document. */
  parts: (z.output<typeof place> & { title: string; text: string; characterCount: number; isCut: boolean })[];
  partCount: number;
  /** What came of it; those in the bin aren't among them. */
  documents: { id: string; title: string }[];
};

const shown = { parts: 30, characters: 4_000, documents: 100 };

/** A file with what was read of it; null when the bot isn't the actor's team's or has no such file. */
export async function getSource(
  ctx: ActorCtx,
  { botId, sourceId }: SourceIdInput,
): Promise<SourceDetail | null> {
  requirePermission(ctx.actor, "knowledge.read");
  if (!isId(botId) || !isId(sourceId)) return null;
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
        select: { id: true, name: true },
      })
    : null;
  const [parts, documents] = await Promise.all([
    // Of each only what is shown: together they may be five million characters.
    ctx.db.$queryRaw<{ title: string; text: string; characterCount: number; place: unknown }[]>`
      SELECT title, left(content, ${shown.characters}) AS text, char_length(content) AS "characterCount", place
      FROM source_parts WHERE team_id = ${teamId}::uuid AND source_id = ${sourceId}::uuid
      ORDER BY ordinal LIMIT ${shown.parts}`,
    ctx.db.document.findMany({
      where: { teamId, botId, deletedAt: null, externalId: { startsWith: documentsOfSource(sourceId) } },
      select: { id: true, name: true },
      orderBy: { id: "asc" },
      take: shown.documents,
    }),
  ]);
  const { file, notes, _count, ...row } = source;
  return {
    ...{ id: row.id, fileId: row.fileId, name: row.name, type: row.type, encoding: row.encoding },
    ...{ authorName: row.authorName, createdAt: row.createdAt, bytes: file.bytes },
    ...{ progressDone: row.progressDone, progressTotal: row.progressTotal },
    replaces: replaced,
    state: listed?.state ?? row.state,
    fault: listed?.fault ?? row.fault,
    notes: notesSchema.catch([]).parse(notes),
    partCount: _count.parts,
    parts: parts.map(({ place: where, ...part }) => ({
      ...place.catch({}).parse(where),
      ...part,
      isCut: part.characterCount > shown.characters,
    })),
    documents: documents.map(({ id, name }) => ({ id, title: name })),
  };
}
